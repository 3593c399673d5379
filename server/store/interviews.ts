import { createHash } from 'node:crypto'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Event, Value } from '#instruments/engine/events.ts'
import type { Interview } from '#instruments/engine/interview.ts'
import { asJson, type Db, keptPlan } from './database.ts'
import type { Schema } from './schema.ts'

export type InterviewRow = Selectable<Schema['interviews']>

/** An interview as it was read: `seq` is the last event that its fold has seen. */
export type StoredInterview = Pick<InterviewRow, 'study_id' | 'id' | 'wave_id' | 'case_id' | 'seq'> & {
  readonly fold: Interview
  readonly case_area: string | null
}

/** An event on its way into the log, with a hash of what its client sent. */
export type LoggedEvent = { readonly event: Event; readonly contentHash: string | null }

/** What the projection shows beside the fold. */
export type Projection = {
  readonly answers: Readonly<Record<string, Value>>
  readonly area: { readonly area: string; readonly source: NonNullable<InterviewRow['area_source']> } | undefined
}

export async function findInterview(db: Db, studyId: string, id: string): Promise<StoredInterview | undefined> {
  return db
    .selectFrom('interviews as i')
    .leftJoin('sample_cases as c', 'c.id', 'i.case_id')
    .select(['i.study_id', 'i.id', 'i.wave_id', 'i.case_id', 'i.seq', 'i.fold', 'c.area_id as case_area'])
    .where('i.study_id', '=', studyId)
    .where('i.id', '=', id)
    .executeTakeFirst()
}

/** Which of these event ids the log already has, with the hash of what was sent. */
export async function recordedEvents(
  db: Db,
  studyId: string,
  interviewId: string,
  eventIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await db
    .selectFrom('interview_events')
    .select(['id', 'content_hash'])
    .where('study_id', '=', studyId)
    .where('interview_id', '=', interviewId)
    .where('id', 'in', eventIds)
    .execute()
  return new Map(rows.map(({ id, content_hash }) => [id, content_hash]))
}

/** A step of an interview: events that follow `seq`, and the projection that they lead to. */
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

/**
 * The `with` parts that add a step: one row from `step` when the log still stood where it was read, none when another
 * request was faster; then nothing at all is written and the caller reads again. Everything is one statement, so a
 * whole step costs one round trip and is all or nothing.
 */
export function stepParts({
  studyId,
  interviewId,
  seq,
  begin,
  events,
  interview,
  projection,
  now,
}: Step): RawBuilder<unknown> {
  const { status, modeStart, mode, language } = interview
  const last = seq + events.length
  const area = projection.area?.area ?? null
  const source = projection.area?.source ?? null
  const fold = asJson(interview)
  const answers = asJson(projection.answers)
  const completedAt = status === 'complete' ? now : null
  const step = begin
    ? sql`
      insert into interviews (study_id, id, wave_id, version, case_id, seq, status, mode_start, mode_end, language,
        area_id, area_source, fold, answers, begun_at, changed_at, completed_at)
      values (${studyId}, ${interviewId}::uuid, ${begin.waveId}::uuid, ${begin.version}::int, ${begin.caseId}::uuid,
        ${last}::int, ${status}, ${modeStart}, ${mode}, ${language}, ${area}, ${source}, ${fold}::json,
        ${answers}::jsonb, ${now}::timestamptz, ${now}::timestamptz, ${completedAt}::timestamptz)
      on conflict (study_id, id) do nothing
      returning 1`
    : sql`
      update interviews set seq = ${last}::int, status = ${status}, mode_end = ${mode}, language = ${language},
        area_id = ${area}, area_source = ${source}, fold = ${fold}::json, answers = ${answers}::jsonb,
        changed_at = ${now}::timestamptz,
        completed_at = case when ${completedAt}::timestamptz is null then null
          else coalesce(completed_at, ${completedAt}::timestamptz) end
      where study_id = ${studyId} and id = ${interviewId}::uuid and seq = ${seq}::int
      returning 1`
  const rows = asJson(
    events.map(({ event, contentHash }, index) => {
      const { id, mode, language, actor, at, ...happening } = event
      return { seq: seq + index + 1, id, type: event.type, mode, language, actor, happening, at, hash: contentHash }
    }),
  )
  return sql`step as (${step}), logged as (
      insert into interview_events (study_id, interview_id, seq, id, type, mode, language, actor, happening,
        content_hash, device_at)
      select ${studyId}, ${interviewId}::uuid, e.seq, e.id, e.type, e.mode, e.language, e.actor, e.happening, e.hash, e.at
      from step, json_to_recordset(${rows}::json) as e (seq int, id uuid, type text, mode text, language text,
        actor text, happening json, hash text, at timestamptz)
      returning 1)`
}

/** Adds a step to an interview. False when the log has moved on since it was read: read again. */
export async function appendStep(db: Db, step: Step): Promise<boolean> {
  const { rows } = await sql<{
    written: number
  }>`${keptPlan}with ${stepParts(step)} select (select count(*) from step)::int as written`.execute(db)
  return rows[0]?.written === 1
}

/** An event that was not taken into the log, and why. */
export type SetAside = {
  readonly id: string
  readonly contentHash: string
  readonly verdict: 'conflict' | 'rejected'
  readonly reason: string
  readonly event: object
}

/** Keeps an event that was not taken into the log; the same one again is kept once. */
export async function setAside(
  db: Db,
  studyId: string,
  interviewId: string,
  events: readonly SetAside[],
): Promise<void> {
  if (events.length === 0) return
  await db
    .insertInto('set_aside_events')
    .values(
      events.map(({ id, contentHash, verdict, reason, event }) => ({
        study_id: studyId,
        interview_id: interviewId,
        event_id: id,
        content_hash: contentHash,
        verdict,
        reason,
        event: asJson(event),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A number in [0, 1) that belongs to an interview and to nothing else: what a draw by ZIP shares goes by. */
export function drawOf(interviewId: string): number {
  return createHash('sha256').update(interviewId.toLowerCase()).digest().readUIntBE(0, 6) / 2 ** 48
}

/** Interviews of each wave of a study, and how many of them are complete. */
export async function countInterviews(
  db: Db,
  studyId: string,
): Promise<Map<string, { interviews: number; complete: number }>> {
  const rows = await db
    .selectFrom('interviews')
    .select(['wave_id', sql<number>`count(*)::int`.as('interviews')])
    .select(sql<number>`(count(*) filter (where status = 'complete'))::int`.as('complete'))
    .where('study_id', '=', studyId)
    .groupBy('wave_id')
    .execute()
  return new Map(rows.map(({ wave_id, interviews, complete }) => [wave_id, { interviews, complete }]))
}
