import { fileURLToPath } from 'node:url'
import type { Deps } from '#server/deps.ts'
import { beginWave } from '#server/operations/field-waves.ts'
import { publishStudy } from '#server/operations/publish-study.ts'
import { asJson } from '#server/store/database.ts'
import type { Wave } from '#server/store/waves.ts'

export const bundledStudy = fileURLToPath(new URL('../../instruments/community-trust', import.meta.url))
/** An invented study with every type of question. */
export const workshopStudy = fileURLToPath(new URL('../instruments/workshop', import.meta.url))

const square = (west: number): object => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0],
    ],
  ],
})

/** A tiny invented layer of four areas in two boroughs, with one decisive ZIP and one that spans two areas. */
export async function insertTinyCity(deps: Deps): Promise<void> {
  const [layer, places] = [crypto.randomUUID(), crypto.randomUUID()]
  const areas = ['1', '2', '3', '4'].map((id, index) => ({
    layer_id: layer,
    id,
    name: `Precinct ${id}`,
    parent: index < 2 ? 'North' : 'South',
    geometry: asJson(square(index)),
  }))
  const shares = [
    { place: '00001', area_id: '1', share: 0.95 },
    { place: '00001', area_id: '2', share: 0.05 },
    { place: '00002', area_id: '2', share: 0.6 },
    { place: '00002', area_id: '3', share: 0.4 },
  ].map((share) => ({ ...share, place_set_id: places, layer_id: layer }))
  const { db } = deps
  const now = deps.now()
  await db.insertInto('area_layers').values({ id: layer, name: 'precinct', version: 1, imported_at: now }).execute()
  await db.insertInto('areas').values(areas).execute()
  await db.insertInto('place_sets').values({ id: places, layer_id: layer, version: 1, imported_at: now }).execute()
  await db.insertInto('place_shares').values(shares).execute()
}

/** The bundled study, published and open in the tiny city. */
export async function openBundledStudy(deps: Deps): Promise<Wave> {
  return openStudy(deps, bundledStudy)
}

/** A study from its folder, published and open in the tiny city. */
export async function openStudy(deps: Deps, folder: string): Promise<Wave> {
  await insertTinyCity(deps)
  const { id } = await publishStudy(deps, folder)
  return beginWave(deps, id, { invented: false, status: 'open' })
}
