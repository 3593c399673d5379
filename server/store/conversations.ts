import { type RawBuilder, type Selectable, sql } from 'kysely'
import { type Db, keptPlan } from './database.ts'
import { type Step, type StoredInterview, stepParts } from './interviews.ts'
import type { Schema } from './schema.ts'
import type { Pinned } from './waves.ts'

type Consent = Pick<Schema['pii.consents'], 'kind' | 'how'> & { readonly studyId: string | null }

/** Everything that decides how a text is answered, as one read. */
export type Conversation = {
  /** The sealed reply that this very text got before; null: it got none. Undefined: it is new. */
  readonly storedReply: Buffer | null | undefined
  readonly optedOut: boolean
  /** The latest interview of this number, in an open wave if there is one. */
  readonly live: { readonly wave: Pinned; readonly isOpen: boolean; readonly interview: StoredInterview } | undefined
}

/** Where a number stands, and whether this text has been here before. */
export async function readConversation(db: Db, phoneHash: Buffer, sid: string): Promise<Conversation> {
  const { rows } = await sql<{
    is_known: boolean
    reply: Buffer | null
    consent: string | null
    live: { wave: Pinned; isOpen: boolean; interview: StoredInterview } | null
  }>`${keptPlan}
    select m.sid is not null as is_known, m.reply,
      (select kind from pii.consents where phone_hash = ${phoneHash}::bytea order by id desc limit 1) as consent,
      c.live
    from (values (1)) as one (n)
    left join pii.messages m on m.sid = ${sid}
    left join lateral (
      select json_build_object(
        'isOpen', w.status = 'open',
        'wave', json_build_object('id', w.id, 'study_id', w.study_id, 'version', w.version, 'layer_id', w.layer_id,
          'place_set_id', w.place_set_id),
        'interview', json_build_object('study_id', i.study_id, 'id', i.id, 'wave_id', i.wave_id, 'case_id', i.case_id,
          'seq', i.seq, 'fold', i.fold, 'case_area', s.area_id)) as live
      from pii.conversations v
      join waves w on w.id = v.wave_id
      join interviews i on i.study_id = v.study_id and i.id = v.interview_id
      left join sample_cases s on s.id = i.case_id
      where v.phone_hash = ${phoneHash}::bytea
      order by (w.status = 'open') desc, v.begun_at desc
      limit 1
    ) c on true`.execute(db)
  const row = rows[0]
  if (!row) throw new Error('A select without from gives one row')
  return {
    storedReply: row.is_known ? row.reply : undefined,
    optedOut: row.consent === 'opt-out',
    live: row.live ?? undefined,
  }
}

/** All that one incoming text leads to. */
export type TextTurn = {
  readonly message: {
    readonly sid: string
    readonly phoneHash: Buffer
    readonly body: Buffer
    readonly reply: Buffer | null
  }
  readonly step?: Step | undefined
  /** The sealed number, where this is the first text of a new interview. */
  readonly newConversation?: { readonly waveId: string; readonly sealedPhone: Buffer } | undefined
  readonly consent?: Consent | undefined
}

/**
 * Records a text with everything it leads to, as one statement: all of it happens or none.
 *
 * @returns false when the interview has moved on since it was read: read again
 * @throws  a unique violation when the same text was recorded at the same moment: read again
 */
export async function recordTurn(db: Db, { message, step, newConversation, consent }: TextTurn): Promise<boolean> {
  const { sid, phoneHash, body, reply } = message
  const parts: RawBuilder<unknown>[] = [step ? stepParts(step) : sql`step as (select 1)`]
  if (newConversation && step) {
    const { waveId, sealedPhone } = newConversation
    parts.push(
      sql`numbered as (
        insert into pii.phone_numbers (hash, sealed) select ${phoneHash}::bytea, ${sealedPhone}::bytea from step
        on conflict do nothing)`,
      sql`conversed as (
        insert into pii.conversations (phone_hash, wave_id, study_id, interview_id)
        select ${phoneHash}::bytea, ${waveId}::uuid, ${step.studyId}, ${step.interviewId}::uuid from step)`,
    )
  }
  if (consent)
    parts.push(sql`consented as (
      insert into pii.consents (phone_hash, kind, how, mode, study_id)
      select ${phoneHash}::bytea, ${consent.kind}, ${consent.how}, 'sms', ${consent.studyId} from step)`)
  parts.push(sql`texted as (
    insert into pii.messages (sid, direction, phone_hash, body, reply)
    select ${sid}, 'in', ${phoneHash}::bytea, ${body}::bytea, ${reply}::bytea from step)`)

  const { rows } = await sql<{
    written: number
  }>`${keptPlan}with ${sql.join(parts)} select (select count(*) from step)::int as written`.execute(db)
  return rows[0]?.written === 1
}

/** Whether the database refused a row because another of the same key is there. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}

/** The texts of a number with their replies, sealed, oldest first. */
export async function messagesOf(
  db: Db,
  phoneHash: Buffer,
): Promise<Pick<Selectable<Schema['pii.messages']>, 'direction' | 'body' | 'reply' | 'recorded_at'>[]> {
  return db
    .selectFrom('pii.messages')
    .select(['direction', 'body', 'reply', 'recorded_at'])
    .where('phone_hash', '=', phoneHash)
    .orderBy('recorded_at')
    .orderBy('sid')
    .execute()
}
