import { join } from 'node:path'
import type { Deps } from '#server/deps.ts'
import { inventCity } from '#server/simulation/city.ts'
import { fieldWave } from '#server/simulation/simulate-wave.ts'
import { findLayer, latestMarginSet, latestPlaceSet } from '#server/store/areas.ts'
import type { Db } from '#server/store/database.ts'
import { listStudies } from '#server/store/studies.ts'
import { listWaves, type Wave } from '#server/store/waves.ts'
import { isEstimated, latestRun } from '#server/store/weighting.ts'
import { estimateAreas } from './estimate-areas.ts'
import { beginWave } from './field-waves.ts'
import { importAreas } from './import-areas.ts'
import { importMargins } from './import-margins.ts'
import { importPlaceShares } from './import-place-shares.ts'
import { publishStudy } from './publish-study.ts'
import { weighSample } from './weigh-sample.ts'

export type Rehearsal = {
  readonly study: string
  readonly wave: number
  readonly residents: number
  readonly seconds: number
}

const folder = join(import.meta.dirname, '../../instruments/community-trust')
const study = 'community-trust'
const layer = 'precinct'
const seed = 'rehearsal'

/**
 * Sets up the rehearsal city in an empty database: an invented map with its margins, the bundled study, a wave flagged
 * as invented, simulated residents who answer through the real routes, weights and estimates. What a killed start left
 * half done is finished, nothing is done twice, and whatever else stands in the database is left alone.
 *
 * @param signal  stops where it is, for the next start to go on
 * @returns what was prepared, or nothing when there was nothing to do
 */
export async function prepareRehearsal(
  deps: Deps,
  {
    progress,
    signal,
    residents = 1_300,
  }: { progress: (line: string) => void; signal?: AbortSignal; residents?: number },
): Promise<Rehearsal | undefined> {
  const started = performance.now()
  const begun = await whatIsLeft(deps.db)
  if (begun === 'nothing') return undefined
  progress('Preparing the rehearsal city: an invented place with simulated residents.')
  const wave = begun ?? (await openCity(deps))
  const quarter = Math.ceil(residents / 4)
  await fieldWave(deps, wave, {
    count: residents,
    seed,
    through: 'http',
    signal,
    progress: (done) => done % quarter === 0 && progress(`  ${done} of ${residents} have answered by web or text`),
  })
  progress('  weighing the interviews to the margins')
  await weighSample(deps, wave)
  signal?.throwIfAborted()
  progress('  estimating every precinct')
  await estimateAreas(deps, wave)
  const seconds = Math.round((performance.now() - started) / 1000)
  progress(`The rehearsal city is ready after ${seconds} s: maps, and a report for each precinct.`)
  return { study, wave: wave.number, residents, seconds }
}

/** The wave to finish, undefined where there is none yet, or 'nothing' where it is finished or this database has a life of its own. */
async function whatIsLeft(db: Db): Promise<Wave | undefined | 'nothing'> {
  const areas = await findLayer(db, layer)
  if (areas ? !areas.invented : (await listStudies(db)).length > 0) return 'nothing'
  const [wave] = await listWaves(db, study)
  if (!wave) return undefined
  if (!wave.invented || wave.seed !== seed || wave.status !== 'open') return 'nothing'
  const run = await latestRun(db, wave.id)
  return run && (await isEstimated(db, run.id)) ? 'nothing' : wave
}

/** The map first and the study last: as long as the study is missing, a start that was killed here begins anew. */
async function openCity(deps: Deps): Promise<Wave> {
  const city = inventCity(seed)
  if (!(await findLayer(deps.db, layer))) {
    const areas = city.areas.features.map(({ properties: { precinct, name, borough }, geometry }) => ({
      id: precinct,
      name,
      parent: borough,
      geometry,
    }))
    await importAreas(deps, { layer, invented: true, areas })
  }
  const { id } = (await findLayer(deps.db, layer)) ?? { id: '' }
  if (!(await latestMarginSet(deps.db, id))) {
    const counts = city.margins.map((row) => ({ ...row, source: 'invented' }))
    await importMargins(deps, { layer, counts })
  }
  if (!(await latestPlaceSet(deps.db, id))) await importPlaceShares(deps, { layer, shares: city.places })
  await publishStudy(deps, folder)
  return beginWave(deps, study, { title: `Rehearsal in ${city.name}`, invented: true, status: 'open', seed })
}
