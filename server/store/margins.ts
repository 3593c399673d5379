import type { Db } from './database.ts'

/** A population count: of one category of a dimension, among those whom the universe names. No area: the whole city. */
export type MarginCount = {
  area: string | null
  universe: string
  dimension: string
  category: string
  count: number
  source: string | null
}

/** Adds counts to margins that are being imported. */
export async function addMargins(
  db: Db,
  set: { id: string; layerId: string },
  counts: readonly MarginCount[],
): Promise<void> {
  await db
    .insertInto('margins')
    .values(
      counts.map(({ area, ...count }) => ({ ...count, area_id: area, margin_set_id: set.id, layer_id: set.layerId })),
    )
    .execute()
}

export async function marginsOf(db: Db, marginSetId: string): Promise<MarginCount[]> {
  return db
    .selectFrom('margins')
    .select(['area_id as area', 'universe', 'dimension', 'category', 'count', 'source'])
    .where('margin_set_id', '=', marginSetId)
    .orderBy('universe')
    .orderBy('dimension')
    .orderBy('category')
    .orderBy('area_id')
    .execute()
}
