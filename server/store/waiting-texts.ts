import { sql } from 'kysely'
import type { Db } from './database.ts'

/** A text whose hours ended before it left. */
export type TextOutOfHours = {
  readonly id: string
  readonly key: string
  readonly study_id: string | null
  readonly wave_id: string | null
  readonly not_before: Date
  readonly case_time_zone: string | null
  readonly phone_time_zone: string | null
  /** The number, sealed. */
  readonly phone: Buffer
}

/** Drops late replies that are no answers any more. */
export async function cancelLapsed(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('pii.outbound_texts')
    .set({ state: 'canceled', reason: 'came too late' })
    .where('kind', '=', 'late-reply')
    .where('state', '=', 'planned')
    .where('not_after', '<=', now)
    .execute()
}

/** Texts that wait and whose hours have ended, those of one wave, or of none. */
export async function textsOutOfHours(db: Db, now: Date, most: number): Promise<TextOutOfHours[]> {
  return db
    .selectFrom('pii.outbound_texts as t')
    .innerJoin('pii.phone_numbers as n', 'n.hash', 't.phone_hash')
    .leftJoin('sample_cases as c', 'c.id', 't.case_id')
    .select(['t.id', 't.key', 't.study_id', 't.wave_id', 't.not_before', 'n.sealed as phone'])
    .select(['c.time_zone as case_time_zone', 'n.time_zone as phone_time_zone'])
    .where('t.state', '=', 'planned')
    .where('t.kind', '<>', 'late-reply')
    .where('t.not_after', '<=', now)
    .limit(most)
    .execute()
}

/** Gives waiting texts their next hours. */
export async function setHours(
  db: Db,
  hours: readonly { readonly id: string; readonly notBefore: Date; readonly notAfter: Date }[],
): Promise<void> {
  await sql`
    update pii.outbound_texts t set not_before = h.not_before, not_after = h.not_after
    from unnest(${hours.map(({ id }) => id)}::uuid[], ${hours.map(({ notBefore }) => notBefore)}::timestamptz[],
      ${hours.map(({ notAfter }) => notAfter)}::timestamptz[]) as h (id, not_before, not_after)
    where t.id = h.id and t.state = 'planned'`.execute(db)
}

/** A text of which it is not known whether the carrier has it. */
export type UncertainText = {
  readonly id: string
  readonly claimed_at: Date
  readonly body: Buffer
  readonly phone: Buffer
}

/** Texts that were taken for sending before a moment, and of which nothing has been heard. */
export async function uncertainTexts(db: Db, claimedBefore: Date, most: number): Promise<UncertainText[]> {
  const { rows } = await sql<UncertainText>`
    select t.id, t.claimed_at, t.body, n.sealed as phone
    from pii.outbound_texts t join pii.phone_numbers n on n.hash = t.phone_hash
    where t.state = 'sending' and t.claimed_at <= ${claimedBefore}
    order by t.claimed_at
    limit ${most}`.execute(db)
  return rows
}

/** Which of the carrier's ids belong to texts that we know of. */
export async function knownSids(db: Db, sids: readonly string[]): Promise<Set<string>> {
  if (sids.length === 0) return new Set()
  const rows = await db.selectFrom('pii.outbound_texts').select('sid').where('sid', 'in', sids).execute()
  return new Set(rows.flatMap(({ sid }) => sid ?? []))
}
