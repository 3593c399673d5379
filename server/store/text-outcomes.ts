import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'
import type { TextState } from './schema-of-sending.ts'

/** What is known of a text that the carrier spoke about. */
export type TextToldOf = Pick<
  Selectable<Schema['pii.outbound_texts']>,
  'id' | 'kind' | 'state' | 'study_id' | 'wave_id' | 'person_id' | 'phone_hash' | 'attempts'
>

/** What a carrier tells of a text. Its states in our words; `planned`, `sending` and `held` are not its business. */
export type Told = {
  readonly sid: string
  readonly state: Exclude<TextState, 'planned' | 'sending' | 'held' | 'canceled'>
  readonly errorCode: number | null
  /** What was billed, once that is known. */
  readonly price?: number | undefined
}

/**
 * Writes down what the carrier told, unless more is known already: a state never goes back, and a second message of the
 * same text tells nothing about the first. Of two texts in the same words to one number, the carrier's list cannot tell
 * which is which: what was taken for the one is not taken for the other as well.
 *
 * @param id  ours, where the carrier gave it back; otherwise the text is found by the carrier's own id
 * @returns   the text as it is now; undefined where nothing changed
 */
export async function recordTold(
  db: Db,
  id: string | undefined,
  told: Told,
  now: Date,
): Promise<TextToldOf | undefined> {
  const { sid, state, errorCode, price = null } = told
  const { rows } = await sql<TextToldOf>`
    update pii.outbound_texts t
    set state = ${state}, sid = ${sid}, error_code = coalesce(${errorCode}::int, error_code),
      sent_at = coalesce(sent_at, ${now}), claimed_at = coalesce(claimed_at, ${now}),
      price_billed = coalesce(${price}::float8, price_billed)
    where (sid = ${sid} or (id = ${id ?? null}::uuid and sid is null
        and not exists (select from pii.outbound_texts o where o.sid = ${sid})))
      and pii.text_rank(state) < pii.text_rank(${state})
    returning id, kind, state, study_id, wave_id, person_id, phone_hash, attempts`.execute(db)
  return rows[0]
}

/** Whether a text is ours, by our id or by the carrier's. */
export async function isOurs(db: Db, id: string | undefined, sid: string): Promise<boolean> {
  const { rows } = await sql`
    select from pii.outbound_texts where id = ${id ?? null}::uuid or sid = ${sid}`.execute(db)
  return rows.length > 0
}

/**
 * Cancels a text that was taken for sending and has not been handed in, where its number or person has opted out since.
 *
 * @returns whether it was
 */
export async function cancelIfRefused(db: Db, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update pii.outbound_texts set state = 'canceled', reason = 'opted out'
    where id = ${id}::uuid and state = 'sending' and pii.has_opted_out(phone_hash, person_id)`.execute(db)
  return numAffectedRows > 0n
}

/** The carrier refused a text: it did not leave and will not. */
export async function refuseText(db: Db, id: string, errorCode: number, reason?: string): Promise<void> {
  await db
    .updateTable('pii.outbound_texts')
    .set({ state: 'failed', error_code: errorCode, reason: reason ?? null })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute()
}

/**
 * Whether somebody has been told who asks: not where every text that their case was sent is known to have gone astray. A
 * case that we sent nothing was told in another way.
 */
export async function wasTold(db: Db, caseId: string): Promise<boolean> {
  const { rows } = await sql<{ told: boolean | null }>`
    select bool_or(state in ('sending', 'accepted', 'queued', 'sent', 'delivered')) as told
    from pii.outbound_texts
    where case_id = ${caseId}::uuid and kind in ('invitation', 'reminder') and state not in ('planned', 'held')`.execute(
    db,
  )
  return rows[0]?.told ?? true
}

/** A text that a person must look at before it goes on. */
export async function holdText(db: Db, id: string, errorCode: number, reason: string): Promise<void> {
  await db
    .updateTable('pii.outbound_texts')
    .set({ state: 'held', error_code: errorCode, reason })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute()
}

/**
 * Whether the latest texts of a wave that were handed in are all held, so many of them. Texts are handed in side by side:
 * who asks waits for the others that ask, so that the last of them sees all.
 */
export async function areLatestHeld(db: Db, waveId: string, most: number): Promise<boolean> {
  await sql`select from text_campaigns where wave_id = ${waveId}::uuid for update`.execute(db)
  const { rows } = await sql<{ held: number }>`
    select (count(*) filter (where state = 'held'))::int as held from (
      select state from pii.outbound_texts
      where wave_id = ${waveId}::uuid and claimed_at is not null and state not in ('sending', 'planned')
      order by claimed_at desc limit ${most}
    ) as latest`.execute(db)
  return (rows[0]?.held ?? 0) >= most
}

/**
 * Plans a text again that certainly did not leave.
 *
 * @param claimedAt  of the claim that is known to have failed; a later one is not undone
 */
export async function releaseText(db: Db, id: string, notBefore: Date, claimedAt?: Date): Promise<void> {
  await sql`
    update pii.outbound_texts set state = 'planned', attempts = attempts - 1, not_before = greatest(not_before, ${notBefore})
    where id = ${id}::uuid and state = 'sending'
      and (${claimedAt ?? null}::timestamptz is null or claimed_at = ${claimedAt ?? null}::timestamptz)`.execute(db)
}

/** Plans a text again that the carrier would not take now; this counts as a time that it was tried. */
export async function putTextBack(db: Db, id: string, notBefore: Date): Promise<void> {
  await sql`
    update pii.outbound_texts set state = 'planned', not_before = greatest(not_before, ${notBefore})
    where id = ${id}::uuid and state = 'sending'`.execute(db)
}

/**
 * The same text once more, later, in place of one that did not arrive; once for each. Not where the resident has spoken
 * or gone on since it left: it may have arrived after all, and is needed no more.
 */
export async function retryText(db: Db, id: string, notBefore: Date, now: Date): Promise<void> {
  await sql`
    insert into pii.outbound_texts (id, key, kind, study_id, wave_id, case_id, interview_id, person_id, phone_hash,
      language, body, encoding, segments, currency, price_expected, rule, consent_id, not_before, not_after, attempts,
      retry_of, created_at)
    select ${randomUUID()}::uuid, key || '~' || attempts, kind, study_id, wave_id, case_id, interview_id, person_id,
      phone_hash, language, body, encoding, segments, currency, price_expected, rule, consent, ${notBefore},
      case when not_after is not null then ${now}::timestamptz end, attempts, id, ${now}
    from pii.outbound_texts, pii.consent_for(phone_hash, person_id) as consent
    where id = ${id}::uuid and consent is not null and body is not null and kind <> 'late-reply'
      and not (kind in ('invitation', 'reminder') and (
        pii.has_texted_since(phone_hash, pii.claimed_at(id))
        or exists (
          select from interviews i
          where i.study_id = outbound_texts.study_id and i.id = outbound_texts.interview_id
            and i.changed_at > outbound_texts.claimed_at)))
    on conflict do nothing`.execute(db)
}

/** Whether somebody asked for texts again after a text was handed in: what the carrier says of it now is no news. */
export async function hasOptedInSince(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ since: boolean }>`
    select exists (
      select from pii.consents c
      where c.kind = 'opt-in' and (c.phone_hash = t.phone_hash or c.person_id = t.person_id)
        and c.recorded_at > pii.claimed_at(t.id)) as since
    from pii.outbound_texts t where t.id = ${id}::uuid`.execute(db)
  return rows[0]?.since ?? false
}

/** What a carrier has said against a number; it is not texted any more. */
export async function markNumber(
  db: Db,
  phoneHash: Buffer,
  trouble: NonNullable<Selectable<Schema['pii.phone_numbers']>['trouble']>,
  now: Date,
): Promise<void> {
  await db.updateTable('pii.phone_numbers').set({ trouble, trouble_at: now }).where('hash', '=', phoneHash).execute()
}
