import { sql } from 'kysely'
import type { Db } from './database.ts'

/** The numbers of ours that belong to studies, by study, each study's in one order everywhere. */
export async function numbersByStudy(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.selectFrom('text_senders').selectAll().orderBy('phone').execute()
  const byStudy = Map.groupBy(rows, ({ study_id }) => study_id)
  return new Map([...byStudy].map(([study, numbers]) => [study, numbers.map(({ phone }) => phone)]))
}

/** What everybody sends from whose study has no number of its own. */
export const commonSender = 'common'

/** Whose pace a study's texts share. */
export function laneOf(studyId: string, numbers: ReadonlyMap<string, readonly string[]>): string {
  return numbers.has(studyId) ? `study:${studyId}` : commonSender
}

/** Makes sure that senders have a pace to keep: the first text by one may leave at once. */
export async function openLanes(db: Db, senders: readonly string[]): Promise<void> {
  if (senders.length === 0) return
  await db
    .insertInto('text_lanes')
    .values(senders.map((sender) => ({ sender, refilled_at: new Date(0), sent_on: null, resume_at: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Sends nothing by a sender for a while, and then slowly again. */
export async function pauseLane(db: Db, sender: string, until: Date): Promise<void> {
  await sql`
    update text_lanes set resume_at = greatest(resume_at, ${until}::timestamptz), tokens = 0,
      refilled_at = greatest(refilled_at, ${until}::timestamptz)
    where sender = ${sender}`.execute(db)
}
