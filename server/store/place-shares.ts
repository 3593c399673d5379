import type { Db } from './database.ts'

/** The share of a place's people (a ZIP code's) who live in an area; the shares of a place sum to 1. */
export type PlaceShare = { place: string; area: string; share: number }

/** Adds shares to a set that is being imported. */
export async function addPlaceShares(
  db: Db,
  set: { id: string; layerId: string },
  shares: readonly PlaceShare[],
): Promise<void> {
  await db
    .insertInto('place_shares')
    .values(
      shares.map(({ area, ...share }) => ({ ...share, area_id: area, place_set_id: set.id, layer_id: set.layerId })),
    )
    .execute()
}
