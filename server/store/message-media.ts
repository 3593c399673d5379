import type { Db } from './database.ts'

/** A picture or the like that came with a text: what it is, and the sealed address at which the carrier keeps it. */
export type StoredMedia = { readonly kind: string; readonly address: Buffer }

/** Keeps what came with a text that is recorded; the same again changes nothing. */
export async function keepMedia(db: Db, sid: string, media: readonly StoredMedia[]): Promise<void> {
  if (media.length === 0) return
  await db
    .insertInto('pii.message_media')
    .values(media.map((one, place) => ({ sid, place, ...one })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What came with each of some texts, by the carrier's id, in its order. */
export async function mediaOf(db: Db, sids: readonly string[]): Promise<ReadonlyMap<string, readonly StoredMedia[]>> {
  if (sids.length === 0) return new Map()
  const rows = await db
    .selectFrom('pii.message_media')
    .selectAll()
    .where('sid', 'in', sids)
    .orderBy('sid')
    .orderBy('place')
    .execute()
  return Map.groupBy(rows, ({ sid }) => sid)
}
