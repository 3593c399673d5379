import type { Area, Geometry } from './areas.ts'
import type { Db } from './database.ts'

/** The areas of a layer with their shapes, in the order of their ids as people count them (2 before 10). */
export async function areaShapes(db: Db, layerId: string): Promise<(Area & { geometry: Geometry })[]> {
  const areas = await db
    .selectFrom('areas')
    .select(['id', 'name', 'parent', 'geometry'])
    .where('layer_id', '=', layerId)
    .execute()
  return areas.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

/** Which version of its layer this is. */
export async function layerVersion(db: Db, layerId: string): Promise<number> {
  const { version } = await db
    .selectFrom('area_layers')
    .select('version')
    .where('id', '=', layerId)
    .executeTakeFirstOrThrow()
  return version
}
