import { type RawBuilder, sql } from 'kysely'
import type { Db } from './database.ts'

/** A text that this process, and no other, has taken for sending. */
export type ClaimedText = {
  readonly id: string
  readonly study_id: string | null
  readonly wave_id: string | null
  readonly person_id: string | null
  readonly phone_hash: Buffer
  readonly body: Buffer
  readonly not_after: Date | null
  /** How often it has been handed to the carrier, this time included. */
  readonly attempts: number
  /** The number, sealed. */
  readonly phone: Buffer
}

/** How fast a campaign may send, and how much on one day. */
export type Pace = {
  readonly waveId: string
  readonly perSecond: number
  readonly perDay: number
  /** The date where the study is fielded. */
  readonly today: string
}

/** Takes answers to somebody's own text that are due: they belong to no campaign and wait for none. */
export async function claimAnswers(db: Db, now: Date, most: number): Promise<ClaimedText[]> {
  return claim(db, now, sql`not t.of_campaign`, sql`${most}`)
}

/**
 * Takes texts of a running campaign that are due, as many as its pace allows: all processes draw from one bucket of at
 * most a second's worth. While one of them takes, the others get none.
 */
export async function claimOfCampaign(db: Db, pace: Pace, now: Date, most: number): Promise<ClaimedText[]> {
  const { waveId, perSecond, perDay, today } = pace
  const burst = Math.max(1, perSecond)
  return claim(db, now, sql`t.of_campaign and t.wave_id = ${waveId}::uuid`, sql`(select allowed from bucket)`, {
    before: sql`
        open as (
          select c.*, least(${burst}::float8, c.tokens
            + ${perSecond}::float8 * greatest(0, extract(epoch from ${now}::timestamptz - c.refilled_at))::float8) as full_to,
            case when c.sent_on = ${today}::date then c.sent_today else 0 end as sent_so_far
          from text_campaigns c join waves w on w.id = c.wave_id
          where c.wave_id = ${waveId}::uuid and c.state = 'running' and w.status = 'open'
            and (c.resume_at is null or c.resume_at <= ${now})
          for update of c skip locked
        ), bucket as (
          select coalesce((select least(${most}::int, floor(full_to), ${perDay}::int - sent_so_far) from open), 0)::int as allowed
        ),`,
    after: sql`
        spent as (
          update text_campaigns c
          set tokens = o.full_to - taken.n, refilled_at = greatest(c.refilled_at, ${now}), sent_on = ${today}::date,
            sent_today = o.sent_so_far + taken.n
          from open o, (select count(*)::int as n from moved where state = 'sending') as taken
          where c.wave_id = o.wave_id
        ),`,
  })
}

/**
 * One statement that takes texts for sending, and with its commit they are `sending`: only then may one be handed to
 * the carrier. It asks once more whether each may be sent, and cancels those that may not. The conversation of a case
 * is opened with it, since the answer may come before the carrier's own.
 */
async function claim(
  db: Db,
  now: Date,
  which: RawBuilder<unknown>,
  most: RawBuilder<unknown>,
  { before = sql``, after = sql`` }: { before?: RawBuilder<unknown>; after?: RawBuilder<unknown> } = {},
): Promise<ClaimedText[]> {
  const { rows } = await sql<ClaimedText>`
    with ${before} due as materialized (
      select t.id from pii.outbound_texts t
      where t.state = 'planned' and ${which} and t.not_before <= ${now} and (t.not_after is null or t.not_after > ${now})
      order by t.not_before, t.id
      limit ${most}
      for update skip locked
    ), judged as materialized (
      select t.id, case
          when pii.has_opted_out(t.phone_hash, t.person_id) then 'opted out'
          when n.trouble is not null then 'the number is ' || n.trouble
          when t.of_campaign and w.status = 'closed' then 'the wave is closed'
          when t.of_campaign and i.status <> 'in-progress' then 'the interview is over'
          when t.of_campaign and i.changed_at > t.created_at then 'the resident has answered meanwhile'
        end as objection, n.sealed
      from due join pii.outbound_texts t on t.id = due.id
      join pii.phone_numbers n on n.hash = t.phone_hash
      left join waves w on w.id = t.wave_id
      left join interviews i on i.study_id = t.study_id and i.id = t.interview_id
    ), moved as (
      update pii.outbound_texts t
      set state = case when j.objection is null then 'sending' else 'canceled' end, reason = j.objection,
        claimed_at = case when j.objection is null then ${now} else t.claimed_at end,
        attempts = t.attempts + case when j.objection is null then 1 else 0 end
      from judged j where t.id = j.id
      returning t.*, j.sealed as phone
    ), ${after} opened as (
      insert into pii.conversations as v (phone_hash, wave_id, study_id, interview_id, case_id, person_id, last_at)
      select distinct on (phone_hash, study_id, interview_id) phone_hash, wave_id, study_id, interview_id, case_id,
        person_id, ${now}::timestamptz
      from moved where state = 'sending' and case_id is not null
      on conflict (phone_hash, study_id, interview_id)
        do update set case_id = excluded.case_id, person_id = excluded.person_id,
          last_at = greatest(v.last_at, excluded.last_at)
    )
    select id, study_id, wave_id, person_id, phone_hash, body, not_after, attempts, phone
    from moved where state = 'sending'`.execute(db)
  return rows
}
