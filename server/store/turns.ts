import { sql } from 'kysely'
import type { Event } from '#instruments/engine/events.ts'
import type { Interview } from '#instruments/engine/interview.ts'
import { asJson, type Db, keptPlan } from './database.ts'
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
  }
  /** The sealed number, where a text begins an interview. */
  readonly newConversation?: { readonly waveId: string; readonly sealedPhone: Buffer } | undefined
  readonly consent?: (Pick<Schema['pii.consents'], 'kind' | 'how'> & { readonly studyId: string | null }) | undefined
}

/**
 * Records turns of different interviews and numbers, each whole or not at all, as one statement: one round trip and
 * one commit however many they are.
 *
 * @returns for each turn whether it was recorded; not, when its interview has moved on since it was read: read again
 * @throws  where one breaks a rule of the database, such as a text recorded twice; then none was recorded
 */
export async function recordTurns(db: Db, turns: readonly Turn[]): Promise<boolean[]> {
  const { rows } = await sql<{ n: number }>`${keptPlan}
    with turn as materialized (
      select * from json_to_recordset(${asJson(turns.map(rowOf))}::json) as t (n int, study_id text, interview_id uuid,
        was_seq int, seq int, wave_id uuid, version int, case_id uuid, status text, mode_start text, mode_end text,
        language text, area_id text, area_source text, fold json, answers jsonb, changed_at timestamptz, events json,
        sid text, phone_hash bytea, body bytea, reply bytea, conversation uuid, sealed_phone bytea, consent text,
        how text, consent_study text)
    ), begun as (
      insert into interviews (study_id, id, wave_id, version, case_id, seq, status, mode_start, mode_end, language,
        area_id, area_source, fold, answers, begun_at, changed_at, completed_at)
      select study_id, interview_id, wave_id, version, case_id, seq, status, mode_start, mode_end, language, area_id,
        area_source, fold, answers, changed_at, changed_at, case when status = 'complete' then changed_at end
      from turn where wave_id is not null
      on conflict (study_id, id) do nothing
      returning study_id, id
    ), moved as (
      update interviews i set seq = t.seq, status = t.status, mode_end = t.mode_end, language = t.language,
        area_id = t.area_id, area_source = t.area_source, fold = t.fold, answers = t.answers,
        changed_at = t.changed_at,
        completed_at = case when t.status = 'complete' then coalesce(i.completed_at, t.changed_at) end
      from turn t
      where t.wave_id is null and i.study_id = t.study_id and i.id = t.interview_id and i.seq = t.was_seq
      returning i.study_id, i.id
    ), stepped as (
      select * from begun union all select * from moved
    ), taken as (
      select * from turn t
      where t.interview_id is null
        or exists (select from stepped s where s.study_id = t.study_id and s.id = t.interview_id)
    ), logged as (
      insert into interview_events (study_id, interview_id, seq, id, type, mode, language, actor, happening,
        content_hash, device_at)
      select t.study_id, t.interview_id, e.seq, e.id, e.type, e.mode, e.language, e.actor, e.happening, e.hash, e.at
      from taken t, json_to_recordset(t.events) as e (seq int, id uuid, type text, mode text, language text,
        actor text, happening json, hash text, at timestamptz)
    ), numbered as (
      insert into pii.phone_numbers (hash, sealed)
      select phone_hash, sealed_phone from taken where sealed_phone is not null
      on conflict do nothing
    ), conversed as (
      insert into pii.conversations (phone_hash, wave_id, study_id, interview_id)
      select phone_hash, conversation, study_id, interview_id from taken where conversation is not null
    ), consented as (
      insert into pii.consents (phone_hash, kind, how, mode, study_id)
      select phone_hash, consent, how, 'sms', consent_study from taken where consent is not null
    ), texted as (
      insert into pii.messages (sid, direction, phone_hash, body, reply)
      select sid, 'in', phone_hash, body, reply from taken where sid is not null
    )
    select n from taken`.execute(db)
  const recorded = new Set(rows.map(({ n }) => n))
  return turns.map((_, n) => recorded.has(n))
}

/** Adds a step to an interview. False when the log has moved on since it was read: read again. */
export async function appendStep(db: Db, step: Step): Promise<boolean> {
  const [appended = false] = await recordTurns(db, [{ step }])
  return appended
}

/** A turn as a row of JSON: columns that are absent read as null. */
function rowOf({ step, text, newConversation, consent }: Turn, n: number): object {
  return {
    n,
    ...(step ? stepRow(step) : { events: [] }),
    ...(text && {
      sid: text.sid,
      phone_hash: hex(text.phoneHash),
      body: hex(text.body),
      reply: text.reply && hex(text.reply),
    }),
    ...(newConversation && {
      conversation: newConversation.waveId,
      sealed_phone: hex(newConversation.sealedPhone),
    }),
    ...(consent && { consent: consent.kind, how: consent.how, consent_study: consent.studyId }),
  }
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
