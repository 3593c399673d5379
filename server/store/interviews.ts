import { createHash } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Interview } from '#instruments/engine/interview.ts'
import { asJson, type Db } from './database.ts'
import type { Schema } from './schema.ts'
import type { FieldedWave } from './waves.ts'

export type InterviewRow = Selectable<Schema['interviews']>

/** An interview as it was read: `seq` is the last event that its fold has seen. */
export type StoredInterview = Pick<InterviewRow, 'study_id' | 'id' | 'wave_id' | 'case_id' | 'seq'> & {
  readonly fold: Interview
  readonly case_area: string | null
}

/** An interview with the wave it belongs to. */
export async function findInterview(
  db: Db,
  studyId: string,
  id: string,
): Promise<(StoredInterview & { readonly wave: FieldedWave }) | undefined> {
  return db
    .selectFrom('interviews as i')
    .innerJoin('waves as w', 'w.id', 'i.wave_id')
    .leftJoin('sample_cases as c', 'c.id', 'i.case_id')
    .select(['i.study_id', 'i.id', 'i.wave_id', 'i.case_id', 'i.seq', 'i.fold', 'c.area_id as case_area'])
    .select(sql<FieldedWave>`to_json(w)`.as('wave'))
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
