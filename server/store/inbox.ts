import type { Selectable } from 'kysely'
import type { Db, Trx } from './database.ts'
import type { Schema } from './schema.ts'

export type InboxRow = Selectable<Schema['pii.inbox']>
export type InboxAction = Schema['pii.inbox_actions']['action']

/** What still waits for a person, the oldest first, each with its sealed text. */
export async function openItems(db: Db, studyId: string): Promise<(InboxRow & { readonly body: Buffer })[]> {
  return db
    .selectFrom('pii.inbox as i')
    .innerJoin('pii.messages as m', 'm.sid', 'i.sid')
    .selectAll('i')
    .select('m.body')
    .where('i.study_id', '=', studyId)
    .where('i.done_at', 'is', null)
    .orderBy('i.id')
    .execute()
}

export async function findItem(db: Db, id: string): Promise<InboxRow | undefined> {
  return db.selectFrom('pii.inbox').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Keeps who did what about an item, and takes it off the list. */
export async function settleItem(
  trx: Trx,
  id: string,
  { action, by, now }: { action: InboxAction; by: string; now: Date },
): Promise<void> {
  await trx.insertInto('pii.inbox_actions').values({ item_id: id, action, by_whom: by, done_at: now }).execute()
  await trx.updateTable('pii.inbox').set({ done_at: now }).where('id', '=', id).where('done_at', 'is', null).execute()
}
