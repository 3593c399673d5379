import { type Selectable, sql } from 'kysely'
import { inBatches } from './batches.ts'
import { type Db, keptPlan } from './database.ts'
import type { StoredInterview } from './interviews.ts'
import type { Schema } from './schema.ts'
import { recordTurns, type Turn } from './turns.ts'
import type { Pinned } from './waves.ts'

/** Everything that decides how a text is answered, as one read. */
export type Conversation = {
  /** The sealed reply that this very text got before; null: it got none. Undefined: it is new. */
  readonly storedReply: Buffer | null | undefined
  readonly optedOut: boolean
  /** The latest interview of this number, in an open wave if there is one. */
  readonly live: { readonly wave: Pinned; readonly isOpen: boolean; readonly interview: StoredInterview } | undefined
}

/** A number that texts, and the carrier's id of its text. */
export type Ask = { readonly phoneHash: Buffer; readonly sid: string }

/** For each text: where its number stands, and whether it has been here before. */
export async function readConversations(db: Db, asks: readonly Ask[]): Promise<Conversation[]> {
  const { rows } = await sql<{
    n: number
    is_known: boolean
    reply: Buffer | null
    consent: string | null
    live: { wave: Pinned; isOpen: boolean; interview: StoredInterview } | null
  }>`${keptPlan}
    select ask.n::int as n, m.sid is not null as is_known, m.reply,
      (select kind from pii.consents where phone_hash = ask.phone_hash order by id desc limit 1) as consent, c.live
    from unnest(${asks.map(({ phoneHash }) => phoneHash)}::bytea[], ${asks.map(({ sid }) => sid)}::text[])
      with ordinality as ask (phone_hash, sid, n)
    left join pii.messages m on m.sid = ask.sid
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
      where v.phone_hash = ask.phone_hash
      order by (w.status = 'open') desc, v.begun_at desc
      limit 1
    ) c on true
    order by ask.n`.execute(db)
  return rows.map(({ is_known, reply, consent, live }) => ({
    storedReply: is_known ? reply : undefined,
    optedOut: consent === 'opt-out',
    live: live ?? undefined,
  }))
}

/** Reads and records the texts of one server, those that wait at the same moment together. */
export type Conversations = {
  readonly read: (ask: Ask) => Promise<Conversation>
  readonly record: (turn: Turn) => Promise<boolean>
}

export function conversationsOf(db: Db): Conversations {
  // One of each at a time: what gathers behind it costs far less together (test/bench/texts.ts).
  const limits = { most: 100, atATime: 1 }
  return {
    read: inBatches((asks: readonly Ask[]) => readConversations(db, asks), limits),
    record: inBatches((turns: readonly Turn[]) => recordTurns(db, turns), limits),
  }
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
