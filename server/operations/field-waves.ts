import type { Deps } from '#server/deps.ts'
import { anotherWaveOpen, noSuchLayer, noSuchStudy, noSuchWave, refused } from '#server/problems.ts'
import { findLayer, latestMarginSet, latestPlaceSet } from '#server/store/areas.ts'
import { findVersion, lockStudy } from '#server/store/studies.ts'
import { createWave, findWave, openWaveOf, setWaveStatus, type Wave } from '#server/store/waves.ts'

/**
 * Makes a wave of the latest published version, pinned to the latest layer, margins and place shares.
 *
 * @throws Problem no-such-study, no-such-layer; another-wave-open where it is to be open and one is; refused where an
 *         invented wave would have no margins to draw residents from, or a real one lie in an invented city
 */
export async function beginWave(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  studyId: string,
  { title, invented, status, seed }: { title?: string; invented: boolean; status: 'open' | 'paused'; seed?: string },
): Promise<Wave> {
  return db.transaction().execute(async (trx) => {
    await lockStudy(trx, studyId)
    const published = await findVersion(trx, studyId)
    if (!published) throw noSuchStudy({ study: studyId })
    const layer = await findLayer(trx, published.study.layer)
    if (!layer) throw noSuchLayer({ layer: published.study.layer })
    if (layer.invented && !invented)
      throw refused({
        reason: `Layer "${layer.name}" is the invented rehearsal city. Import the real areas first: npx canvass areas import ${layer.name} <file.geojson> --id <property>`,
      })
    const open = status === 'open' ? await openWaveOf(trx, studyId) : undefined
    if (open) throw anotherWaveOpen({ study: studyId, wave: open.number })
    const marginSetId = await latestMarginSet(trx, layer.id)
    if (invented && !marginSetId)
      throw refused({
        reason: `Nobody can be simulated before the margins of the layer are imported: npx canvass margins import <file.csv> --layer ${layer.name}`,
      })
    const last = await findWave(trx, studyId)
    return createWave(trx, {
      study_id: studyId,
      title: title ?? `Wave ${(last?.number ?? 0) + 1}`,
      invented,
      version: published.version,
      layer_id: layer.id,
      margin_set_id: marginSetId,
      place_set_id: await latestPlaceSet(trx, layer.id),
      status,
      ...(seed === undefined ? {} : { seed }),
      now: now(),
    })
  })
}

/** Opens a wave again after a pause, pauses it, or closes it for good. */
export async function changeWave(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  studyId: string,
  number: number | undefined,
  to: 'open' | 'paused' | 'closed',
): Promise<Wave> {
  return db.transaction().execute(async (trx) => {
    await lockStudy(trx, studyId)
    const wave = await findWave(trx, studyId, number)
    if (!wave) throw noSuchWave({ study: studyId, ...(number === undefined ? {} : { wave: number }) })
    if (wave.status === to) return wave
    if (wave.status === 'closed')
      throw refused({
        reason: `Wave ${wave.number} is closed for good. Open a new one: npx canvass wave open ${studyId}`,
      })
    const open = to === 'open' ? await openWaveOf(trx, studyId) : undefined
    if (open) throw anotherWaveOpen({ study: studyId, wave: open.number })
    await setWaveStatus(trx, wave.id, to, now())
    return { ...wave, status: to }
  })
}
