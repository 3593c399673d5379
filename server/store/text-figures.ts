import { sql } from 'kysely'
import type { Db } from './database.ts'
import type { TextKind, TextState } from './schema-of-sending.ts'

/** How many texts of a wave are where, and what they cost. */
export type StateFigure = {
  readonly kind: TextKind
  readonly state: TextState
  readonly texts: number
  readonly segments: number
  readonly expected: number
  /** Of those whose bill is known. */
  readonly billed: number
}

export async function figuresByState(db: Db, waveId: string): Promise<StateFigure[]> {
  const { rows } = await sql<StateFigure>`
    select kind, state, count(*)::int as texts, sum(segments)::int as segments,
      sum(price_expected)::float8 as expected, coalesce(sum(price_billed), 0)::float8 as billed
    from pii.outbound_texts where wave_id = ${waveId}::uuid
    group by kind, state order by kind, pii.text_rank(state), state`.execute(db)
  return rows
}

/** The errors that texts of a wave met, and why others were canceled or are held. */
export async function mishapsOf(
  db: Db,
  waveId: string,
): Promise<{ state: TextState; errorCode: number | null; reason: string | null; texts: number }[]> {
  const { rows } = await sql<{ state: TextState; errorCode: number | null; reason: string | null; texts: number }>`
    select state, error_code as "errorCode", reason, count(*)::int as texts from pii.outbound_texts
    where wave_id = ${waveId}::uuid and state in ('undelivered', 'failed', 'canceled', 'held')
    group by state, error_code, reason order by texts desc, state, error_code`.execute(db)
  return rows
}

/** What came of the texts: people, not messages. */
export type Response = {
  readonly invited: number
  readonly begun: number
  readonly complete: number
  readonly optedOut: number
}

export async function responseTo(db: Db, waveId: string): Promise<Response> {
  const { rows } = await sql<Response>`
    with invited as (
      select case_id, study_id, interview_id, min(phone_hash::text)::bytea as phone_hash, min(sent_at) as sent_at
      from pii.outbound_texts
      where wave_id = ${waveId}::uuid and kind in ('invitation', 'reminder') and state in ('accepted', 'queued', 'sent', 'delivered')
      group by case_id, study_id, interview_id
    )
    select count(*)::int as invited, count(i.id)::int as begun,
      (count(*) filter (where i.status = 'complete'))::int as complete,
      (count(*) filter (where exists (
        select from pii.consents c
        where c.phone_hash = v.phone_hash and c.kind = 'opt-out' and c.recorded_at >= v.sent_at)))::int as "optedOut"
    from invited v left join interviews i on i.study_id = v.study_id and i.id = v.interview_id`.execute(db)
  return rows[0] ?? { invited: 0, begun: 0, complete: 0, optedOut: 0 }
}

/** When the next text of a wave is due; null: none waits. */
export async function nextDue(db: Db, waveId: string): Promise<Date | null> {
  const next = await db
    .selectFrom('pii.outbound_texts')
    .select('not_before')
    .where('wave_id', '=', waveId)
    .where('state', '=', 'planned')
    .orderBy('not_before')
    .limit(1)
    .executeTakeFirst()
  return next?.not_before ?? null
}

export async function countByState(db: Db): Promise<{ state: TextState; texts: number }[]> {
  const { rows } = await sql<{ state: TextState; texts: number }>`
    select state, count(*)::int as texts from pii.outbound_texts group by state`.execute(db)
  return rows
}

/** How long the text has waited that waits longest though it may leave; 0: none. Stopped campaigns do not count. */
export async function longestWaitSeconds(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ seconds: number | null }>`
    select extract(epoch from ${now}::timestamptz - min(t.not_before))::float8 as seconds
    from pii.outbound_texts t
    left join text_campaigns c on c.wave_id = t.wave_id
    left join waves w on w.id = t.wave_id
    where t.state = 'planned' and t.not_before <= ${now} and (t.not_after is null or t.not_after > ${now})
      and (not t.of_campaign or (c.state = 'running' and w.status = 'open' and coalesce(c.resume_at, ${now}) <= ${now}))`.execute(
    db,
  )
  return rows[0]?.seconds ?? 0
}
