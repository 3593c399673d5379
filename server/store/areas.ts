import type { Geography } from '#instruments/engine/geography.ts'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

export type Layer = { id: string; name: string; version: number; invented: boolean }
export type Geometry = Schema['areas']['geometry']['__select__']
export type Area = { id: string; name: string; parent: string | null }

/** The latest imported version of a layer. One whose import is under way is not seen. */
export async function findLayer(db: Db, name: string): Promise<Layer | undefined> {
  return db
    .selectFrom('area_layers')
    .select(['id', 'name', 'version', 'invented'])
    .where('name', '=', name)
    .where('imported_at', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The areas of a layer without their shapes, in the order of their ids as people count them (2 before 10). */
export async function areasOf(db: Db, layerId: string): Promise<Area[]> {
  const areas = await db.selectFrom('areas').select(['id', 'name', 'parent']).where('layer_id', '=', layerId).execute()
  return areas.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

/** What the engine needs to know of a wave's layer: areas, and how ZIP codes spread over them. */
export async function geographyOf(db: Db, layerId: string, placeSetId: string | null): Promise<Geography> {
  const areas = await areasOf(db, layerId)
  if (!placeSetId) return { areas, places: {} }
  const shares = await db
    .selectFrom('place_shares')
    .select(['place', 'area_id', 'share'])
    .where('place_set_id', '=', placeSetId)
    .orderBy('place')
    .orderBy('share', 'desc')
    .orderBy('area_id')
    .execute()
  const places: Record<string, { area: string; share: number }[]> = {}
  for (const { place, area_id: area, share } of shares) (places[place] ??= []).push({ area, share })
  return { areas, places }
}

/** The latest margins of a layer, if any were imported. */
export async function latestMarginSet(db: Db, layerId: string): Promise<string | null> {
  return latestSet(db, 'margin_sets', layerId)
}

/** The latest place shares of a layer, if any were imported. */
export async function latestPlaceSet(db: Db, layerId: string): Promise<string | null> {
  return latestSet(db, 'place_sets', layerId)
}

async function latestSet(db: Db, table: 'margin_sets' | 'place_sets', layerId: string): Promise<string | null> {
  const set = await db
    .selectFrom(table)
    .select('id')
    .where('layer_id', '=', layerId)
    .where('imported_at', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return set?.id ?? null
}
