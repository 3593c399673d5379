import { sql } from 'kysely'
import type { Event } from '#instruments/engine/events.ts'
import type { Interview } from '#instruments/engine/interview.ts'
import { asJson, type Db } from './database.ts'
import type { InterviewRow } from './interviews.ts'
import type { Schema } from './schema.ts'

/** An event on its way into the log, with a hash of what its client sent. */
export type LoggedEvent = { readonly event: Event; readonly contentHash: string | null }

/** What is stored beside the fold: the answers that count, and the area with how it was found. */
export type Projection = {
  readonly answers: InterviewRow['answers']
  readonly area: { readonly area: string; readonly source: NonNullable<InterviewRow['area_source']> } | undefined
}

/** A step of an interview: events that follow `seq`, and where they lead. */
export type Step = {
  readonly studyId: string
  readonly interviewId: string
  /** The seq that was read; 0 for an interview that does not exist yet. */
  readonly seq: number
  readonly begin?: { readonly waveId: string; readonly version: number; readonly caseId: string | null }
  readonly events: readonly LoggedEvent[]
  readonly interview: Interview
  readonly projection: Projection
  readonly now: Date
}

/** All that one incoming text leads to; or, without a text, a step alone. */
export type Turn = {
  readonly step?: Step | undefined
  readonly text?: {
    readonly sid: string
    readonly phoneHash: Buffer
    readonly body: Buffer
    readonly reply: Buffer | null
    readonly at: Date
    /** The same for the same words. */
    readonly hash: Buffer
    /** The id of the refusal that held for the number when the text was read. */
    readonly refusal: string | undefined
  }
  /** The conversation that the text belongs to, and how far its interview was when the text was read. */
  readonly thread?: { readonly studyId: string; readonly interviewId: string; readonly seq: number } | undefined
  /** Made with this text: a number that begins an interview. */
  readonly newConversation?:
    | { readonly waveId: string; readonly sealedPhone: Buffer; readonly caseId: string | null }
    | undefined
  /** Who is texting, where that is known. */
  readonly personId?: string | null | undefined
  readonly consent?: (Pick<Schema['pii.consents'], 'kind' | 'how'> & { readonly studyId: string | null }) | undefined
  /** The hash of a personal link that the reply has in it. */
  readonly linkHash?: Buffer | undefined
  /** What the number is asked before any question of an interview; null: it has answered. */
  readonly asking?: Asking | null | undefined
  readonly inbox?: InboxItem | undefined
}

/** Which study a number means, or which of its people is texting. */
export type Asking = {
  readonly kind: 'study' | 'person'
  /** In the order in which they were numbered: study ids, or interview ids and '' for somebody else. */
  readonly options: readonly string[]
  /** The sealed text that waits for the answer. */
  readonly held: Buffer
  readonly misses: number
}

/** Why a person should read the text, and what it was about. */
export type InboxItem = {
  readonly reason: Schema['pii.inbox']['reason']
  readonly studyId: string | null
  readonly interviewId: string | null
  readonly question: string | null
}

/**
 * Records turns of different interviews and numbers, each whole or not at all, as one statement: one round trip and
 * one commit however many they are.
 *
 * @returns for each turn whether it was recorded; not, when its interview has moved on since it was read, or its number
 *          has said stop or asked for more: read again
 * @throws  where one breaks a rule of the database, such as a text recorded twice; then none was recorded
 */
export async function recordTurns(db: Db, turns: readonly Turn[]): Promise<boolean[]> {
  const extras = turns.flatMap(extraOf)
  const phones = turns.flatMap(({ text }) => text?.phoneHash ?? [])
  const { rows } = await sql<{ n: number }>`
    select record_turns(${asJson(turns.map(rowOf))}::json, ${extras.length > 0 ? asJson(extras) : null}::json,
      ${phones}::bytea[]) as n`.execute(db)
  const recorded = new Set(rows.map(({ n }) => n))
  return turns.map((_, n) => recorded.has(n))
}

/** Adds a step to an interview. False when the log has moved on since it was read: read again. */
export async function appendStep(db: Db, step: Step): Promise<boolean> {
  const [appended = false] = await recordTurns(db, [{ step }])
  return appended
}

/** What every turn leads to, as a row of JSON: columns that are absent read as null. */
function rowOf({ step, text, thread }: Turn, n: number): object {
  return {
    n,
    ...(step ? stepRow(step) : { events: [], ...(text && thread && stayingRow(thread, text)) }),
    ...(text && {
      sid: text.sid,
      phone_hash: hex(text.phoneHash),
      body: hex(text.body),
      reply: text.reply && hex(text.reply),
      text_hash: hex(text.hash),
      refusal: text.refusal,
    }),
  }
}

/** A text that moves nothing, such as one that asks for help, is still the last word of its conversation. */
function stayingRow({ studyId, interviewId, seq }: NonNullable<Turn['thread']>, { at }: NonNullable<Turn['text']>) {
  return { study_id: studyId, interview_id: interviewId, was_seq: seq, changed_at: at }
}

/** What few texts lead to beside: one more row, or none. */
function extraOf({ text, thread, newConversation, personId, consent, linkHash, asking, inbox }: Turn, n: number) {
  if (!text || !(newConversation || consent || linkHash || asking !== undefined || inbox)) return []
  return [
    {
      n,
      sid: text.sid,
      phone_hash: hex(text.phoneHash),
      text_hash: hex(text.hash),
      at: text.at,
      person_id: personId,
      ...(thread && { study_id: thread.studyId, interview_id: thread.interviewId }),
      ...(newConversation && {
        wave_id: newConversation.waveId,
        case_id: newConversation.caseId,
        sealed_phone: hex(newConversation.sealedPhone),
      }),
      ...(consent && { consent: consent.kind, how: consent.how, consent_study: consent.studyId }),
      ...(linkHash && { link_hash: hex(linkHash) }),
      ...(asking && { asking: asking.kind, options: asking.options, held: hex(asking.held), misses: asking.misses }),
      answered: asking === null,
      ...(inbox && {
        reason: inbox.reason,
        inbox_study: inbox.studyId,
        inbox_interview: inbox.interviewId,
        question: inbox.question,
      }),
    },
  ]
}

function stepRow({ studyId, interviewId, seq, begin, events, interview, projection, now }: Step): object {
  const { status, modeStart, mode, language } = interview
  return {
    study_id: studyId,
    interview_id: interviewId,
    was_seq: seq,
    seq: seq + events.length,
    ...(begin && { wave_id: begin.waveId, version: begin.version, case_id: begin.caseId }),
    status,
    mode_start: modeStart,
    mode_end: mode,
    language,
    area_id: projection.area?.area,
    area_source: projection.area?.source,
    fold: interview,
    answers: projection.answers,
    changed_at: now,
    events: events.map(({ event, contentHash }, index) => {
      const { id, mode: by, language: told, actor, at, ...happening } = event
      return {
        seq: seq + index + 1,
        id,
        type: event.type,
        mode: by,
        language: told,
        actor,
        happening,
        at,
        hash: contentHash,
      }
    }),
  }
}

/** How PostgreSQL reads bytes from a text. */
function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
