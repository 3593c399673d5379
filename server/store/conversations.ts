import { sql } from 'kysely'
import { inBatches } from './batches.ts'
import { casesOfNumbers } from './cases-of-numbers.ts'
import type { Db } from './database.ts'
import type { StoredInterview } from './interviews.ts'
import { type Thread, unbegun } from './threads.ts'
import { type Asking, recordTurns, type Turn } from './turns.ts'
import { fieldedWaves, type Wave } from './waves.ts'

/** Everything that decides how a text is answered, as one read. */
export type Conversation = {
  /** The sealed reply that this very text got before; null: it got none. Undefined: it is new. */
  readonly storedReply: Buffer | null | undefined
  /** Nothing may be said to this number. */
  readonly refusal: Refusal | undefined
  /** The study that owns the number of ours to which the text was sent. */
  readonly sentTo: string | null
  /** What the number was asked before any question of an interview. */
  readonly asking: Asking | undefined
  /** The number's interviews, the one that spoke last first; only the latest few. */
  readonly threads: readonly Thread[]
}

/** A "stop" that holds for a number. */
export type Refusal = {
  readonly id: string
  /** Whether it was recorded after the text had come in that is now being answered. */
  readonly cameLater: boolean
}

/** Two clocks are compared, and the embedded database's tells whole milliseconds. */
const clockGrainMs = 1

/** A number that texts, the number of ours that it texts to, and the carrier's id of its text. */
export type Ask = {
  readonly phoneHash: Buffer
  readonly sid: string
  readonly to: string
  /** When the text came in, by `performance.now()`. */
  readonly cameAt: number
}

/** As the database tells it. */
type ThreadRow = Pick<Thread, 'wave' | 'status' | 'personId' | 'stopped'> & {
  readonly interview: StoredInterview | null
  readonly interviewId: string
  readonly case: { readonly id: string; readonly area: string | null; readonly language: string | null } | null
  readonly name: string | null
  readonly begunAt: string
  readonly lastAt: string
  readonly lastText: string | null
}

/** For each text: where its number stands, and whether it has been here before. */
async function readConversations(db: Db, asks: readonly Ask[]): Promise<Conversation[]> {
  const askedAt = performance.now()
  const { rows } = await sql<{
    is_known: boolean
    reply: Buffer | null
    refusal: { id: string; forMs: number } | null
    sent_to: string | null
    asking: (Omit<Asking, 'held'> & { held: string }) | null
    threads: ThreadRow[] | null
  }>`
    select * from read_conversations(${asks.map(({ phoneHash }) => phoneHash)}::bytea[],
      ${asks.map(({ sid }) => sid)}::text[], ${asks.map(({ to }) => to)}::text[])`.execute(db)
  return rows.map(({ is_known, reply, refusal, sent_to, asking, threads }, n) => ({
    storedReply: is_known ? reply : undefined,
    // Two spans of time are compared, since the database's clock may differ from ours.
    refusal: refusal
      ? { id: refusal.id, cameLater: refusal.forMs + clockGrainMs < askedAt - (asks[n]?.cameAt ?? askedAt) }
      : undefined,
    sentTo: sent_to,
    asking: asking ? { ...asking, held: Buffer.from(asking.held, 'hex') } : undefined,
    threads: (threads ?? []).map(threadOf),
  }))
}

function threadOf({ interview, interviewId, case: sampleCase, ...row }: ThreadRow): Thread {
  const { wave, status, personId, name, stopped, begunAt, lastAt, lastText } = row
  return {
    wave,
    status,
    interview: interview ?? unbegun(wave, interviewId, sampleCase),
    language: sampleCase?.language ?? null,
    personId,
    name: bytes(name),
    stopped,
    begunAt: new Date(begunAt),
    lastAt: new Date(lastAt),
    lastText: bytes(lastText),
  }
}

const bytes = (hex: string | null) => (hex === null ? null : Buffer.from(hex, 'hex'))

/** Reads and records the texts of one server, those that wait at the same moment together. */
export type Conversations = {
  readonly read: (ask: Ask) => Promise<Conversation>
  readonly record: (turn: Turn) => Promise<boolean>
  /** The cases of open waves that a number belongs to. */
  readonly casesOf: (phoneHash: Buffer) => Promise<Thread[]>
  /** Every wave that is open or paused. */
  readonly waves: () => Promise<Wave[]>
}

export function conversationsOf(db: Db): Conversations {
  // One of each at a time: what gathers behind it costs far less together (test/bench/texts.ts).
  const limits = { most: 100, atATime: 1 }
  const waves = inBatches(async (asks: readonly void[]) => {
    const fielded = await fieldedWaves(db)
    return asks.map(() => fielded)
  }, limits)
  return {
    read: inBatches((asks: readonly Ask[]) => readConversations(db, asks), limits),
    record: inBatches((turns: readonly Turn[]) => recordTurns(db, turns), limits),
    casesOf: inBatches((phoneHashes: readonly Buffer[]) => casesOfNumbers(db, phoneHashes), limits),
    waves: () => waves(undefined),
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

/** A text with a number, sealed: `in` came from it, `out` went to it. */
export type StoredText = { readonly direction: 'in' | 'out'; readonly body: Buffer; readonly at: Date }

/** Everything that was texted with a number, replies and what we sent on our own account too, oldest first. */
export async function textsWith(db: Db, phoneHash: Buffer): Promise<StoredText[]> {
  const { rows } = await sql<StoredText>`
    select direction, body, at from (
      select 'in' as direction, 0 as place, body, recorded_at as at, sid as id from pii.messages
      where phone_hash = ${phoneHash} and direction = 'in'
      union all
      select 'out', 1, reply, recorded_at, sid from pii.messages
      where phone_hash = ${phoneHash} and direction = 'in' and reply is not null
      union all
      select 'out', 2, body, sent_at, id::text from pii.outbound_texts
      where phone_hash = ${phoneHash} and body is not null and sent_at is not null
    ) as texted
    order by at, id, place`.execute(db)
  return rows
}
