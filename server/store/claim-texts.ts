import { type RawBuilder, sql } from 'kysely'
import type { Db } from './database.ts'
import type { TextKind } from './schema-of-sending.ts'

/** A text that this process, and no other, has taken for sending. */
export type ClaimedText = {
  readonly id: string
  readonly kind: TextKind
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

/** How fast a campaign may send, and how much on one day; and the number or pool of ours that it sends from. */
export type Pace = {
  readonly waveId: string
  readonly perSecond: number
  readonly perDay: number
  /** The date where the study is fielded. */
  readonly today: string
  readonly lane: {
    readonly sender: string
    readonly perSecond: number
    readonly perDay: number
  }
}

/** Looked at in one statement: it takes some 25 ms of a small machine, in which no text is answered. */
const lookedAt = 40

/** Why a text is canceled that the resident has made needless. */
export const overtaken = 'the resident has answered meanwhile'

export type Claimed = {
  readonly texts: readonly ClaimedText[]
  /** Others that were looked at and now wait or are canceled: more may be behind them. */
  readonly others: number
}

/** While another conversation of the number is this fresh, no campaign speaks into it. */
const conversationHours = 6

/** No two texts of campaigns to one number within this time. */
const betweenTextsHours = 12

/** How soon it is looked again whether a doubtful opt-out has been read. */
const inDoubtHours = 1

/** Takes answers to somebody's own text that are due: they belong to no campaign and wait for none. */
export async function claimAnswers(db: Db, now: Date, most: number): Promise<Claimed> {
  return claim(db, now, sql`not t.of_campaign`, sql`${most}`)
}

/**
 * Takes texts of a running campaign that are due, as many as its pace and that of its sender allow: all processes draw
 * from one bucket of at most a second's worth for each. While one of them takes, the others get none.
 */
export async function claimOfCampaign(db: Db, pace: Pace, now: Date, most: number): Promise<Claimed> {
  const { waveId, perDay, today, lane } = pace
  const bucket = (rates: { perSecond: number; perDay: number }) => sql`
    least(${Math.max(1, rates.perSecond)}::float8, c.tokens + ${rates.perSecond}::float8
      * greatest(0, extract(epoch from ${now}::timestamptz - c.refilled_at))::float8) as full_to,
    case when c.sent_on = ${today}::date then c.sent_today else 0 end as sent_so_far`
  const spent = sql`
    tokens = o.full_to - taken.n, refilled_at = greatest(c.refilled_at, ${now}), sent_on = ${today}::date,
    sent_today = o.sent_so_far + taken.n`
  return claim(db, now, sql`t.of_campaign and t.wave_id = ${waveId}::uuid`, sql`(select allowed from bucket)`, {
    before: sql`
        open as (
          select c.wave_id, ${bucket(pace)}
          from text_campaigns c join waves w on w.id = c.wave_id
          where c.wave_id = ${waveId}::uuid and c.state = 'running' and w.status in ('open', 'closed')
            and (c.resume_at is null or c.resume_at <= ${now})
          for update of c skip locked
        ), lane as (
          select c.sender, ${bucket(lane)}
          from text_lanes c
          where c.sender = ${lane.sender} and (c.resume_at is null or c.resume_at <= ${now})
          for update of c skip locked
        ), bucket as (
          select coalesce((
            select greatest(0, least(${most}::int, floor(o.full_to), ${perDay}::int - o.sent_so_far, floor(l.full_to),
              ${lane.perDay}::int - l.sent_so_far))
            from open o, lane l), 0)::int as allowed
        ),`,
    after: sql`
        taken as (
          select count(*)::int as n from moved where state = 'sending'
        ), spent as (
          update text_campaigns c set ${spent} from open o, taken where c.wave_id = o.wave_id
        ), spent_of_lane as (
          update text_lanes c set ${spent} from lane o, taken where c.sender = o.sender
        ),`,
  })
}

/**
 * One statement that takes texts for sending, and with its commit they are `sending`: only then may one be handed to
 * the carrier. It asks once more whether each may be sent, and cancels those that may not; those of campaigns that would
 * speak into something else are put off. The conversation of a case is opened with it, since the answer may come before
 * the carrier's own.
 */
async function claim(
  db: Db,
  now: Date,
  which: RawBuilder<unknown>,
  most: RawBuilder<unknown>,
  { before = sql``, after = sql`` }: { before?: RawBuilder<unknown>; after?: RawBuilder<unknown> } = {},
): Promise<Claimed> {
  const { rows } = await sql<ClaimedText & { readonly is_taken: boolean }>`
    with ${before} due as materialized (
      select t.id, n.sealed, n.trouble, n.texted_at
      from pii.outbound_texts t join pii.phone_numbers n on n.hash = t.phone_hash
      where t.state = 'planned' and ${which} and t.not_before <= ${now} and (t.not_after is null or t.not_after > ${now})
      order by t.not_before, t.id
      limit case when ${most} > 0 then ${lookedAt}::int else 0 end
      for update of t skip locked
      for no key update of n skip locked -- two senders see one after the other when a number was last texted
    ), judged as materialized (
      select t.id, t.phone_hash, t.of_campaign, t.not_before, due.sealed, case
          when pii.has_opted_out(t.phone_hash, t.person_id) then 'opted out'
          when due.trouble is not null then 'the number is ' || due.trouble
          when t.of_campaign and t.kind <> 'follow-up' and w.status = 'closed' then 'the wave is closed'
          when t.of_campaign and t.kind <> 'follow-up' and i.status <> 'in-progress' then 'the interview is over'
          when pii.is_overtaken(t) then ${overtaken}
        end as objection, case when t.of_campaign then greatest(
          due.texted_at + ${betweenTextsHours} * interval '1 hour',
          (select max(v.last_at) + ${conversationHours} * interval '1 hour' from pii.conversations v
            where v.phone_hash = t.phone_hash and (v.study_id, v.interview_id) <> (t.study_id, t.interview_id)),
          (select ${now}::timestamptz + ${inDoubtHours} * interval '1 hour' from pii.inbox d
            where d.phone_hash = t.phone_hash and d.reason = 'opt-out-in-doubt' and d.done_at is null limit 1))
        end as waits_until
      from due join pii.outbound_texts t on t.id = due.id
      left join waves w on w.id = t.wave_id
      left join interviews i on i.study_id = t.study_id and i.id = t.interview_id
    ), sorted as (
      select *, case
          when objection is not null then 'canceled'
          when waits_until > ${now} then 'put off'
          when of_campaign and row_number() over (
            partition by phone_hash, of_campaign, objection is null and coalesce(waits_until <= ${now}, true)
            order by not_before, id) > 1 then 'put off'
          else 'sending'
        end as fate
      from judged
    ), turn as (
      select *, row_number() over (partition by fate order by not_before, id) as nth from sorted
    ), moved as (
      update pii.outbound_texts t
      set state = case j.fate when 'put off' then t.state else j.fate end, reason = j.objection,
        not_before = case when j.fate <> 'put off' then t.not_before when j.waits_until > ${now} then j.waits_until
          else ${now}::timestamptz + ${betweenTextsHours} * interval '1 hour' end,
        claimed_at = case j.fate when 'sending' then ${now}::timestamptz else t.claimed_at end,
        attempts = t.attempts + case j.fate when 'sending' then 1 else 0 end
      from turn j where t.id = j.id and (j.fate <> 'sending' or j.nth <= ${most})
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
    select id, kind, study_id, wave_id, person_id, phone_hash, body, not_after, attempts, phone,
      state = 'sending' as is_taken
    from moved`.execute(db)
  const texts = rows.filter(({ is_taken }) => is_taken)
  return { texts, others: rows.length - texts.length }
}
