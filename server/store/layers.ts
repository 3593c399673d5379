import type { Geometry } from './areas.ts'
import { asJson, type Db } from './database.ts'

export type NewArea = { id: string; name: string; parent: string | null; geometry: Geometry }

/** Adds areas to a version of a layer that is being imported. */
export async function addAreas(db: Db, layerId: string, areas: readonly NewArea[]): Promise<void> {
  await db
    .insertInto('areas')
    .values(areas.map(({ geometry, ...area }) => ({ ...area, layer_id: layerId, geometry: asJson(geometry) })))
    .execute()
}
