import { type Selectable, sql } from 'kysely'
import { inBatches } from './batches.ts'
import type { Db } from './database.ts'
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
async function readConversations(db: Db, asks: readonly Ask[]): Promise<Conversation[]> {
  const { rows } = await sql<{
    is_known: boolean
    reply: Buffer | null
    consent: string | null
    live: { wave: Pinned; isOpen: boolean; interview: StoredInterview } | null
  }>`
    select * from read_conversations(${asks.map(({ phoneHash }) => phoneHash)}::bytea[],
      ${asks.map(({ sid }) => sid)}::text[])`.execute(db)
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

/** A case that we text: the interview reserved for it need not exist yet. */
export type Invited = {
  readonly phoneHash: Buffer
  readonly waveId: string
  readonly studyId: string
  readonly interviewId: string
  readonly caseId: string
  readonly personId: string | null
}

/**
 * Makes a number's replies go to a case's interview, from the moment that we text it: to be called in the transaction
 * that sends. The one who spoke last is answered, so each further text to the number calls it again.
 */
export async function openConversation(db: Db, invited: Invited): Promise<void> {
  const { phoneHash, waveId, studyId, interviewId, caseId, personId } = invited
  await db
    .insertInto('pii.conversations')
    .values({
      phone_hash: phoneHash,
      wave_id: waveId,
      study_id: studyId,
      interview_id: interviewId,
      case_id: caseId,
      person_id: personId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['phone_hash', 'study_id', 'interview_id'])
        .doUpdateSet({ case_id: caseId, person_id: personId, last_at: sql<Date>`clock_timestamp()` }),
    )
    .execute()
}

/** The texts of a number with their replies, sealed, oldest first. */
export async function messagesOf(
  db: Db,
  phoneHash: Buffer,
): Promise<Pick<Selectable<Schema['pii.messages']>, 'direction' | 'body' | 'reply'>[]> {
  return db
    .selectFrom('pii.messages')
    .select(['direction', 'body', 'reply'])
    .where('phone_hash', '=', phoneHash)
    .orderBy('recorded_at')
    .orderBy('sid')
    .execute()
}
