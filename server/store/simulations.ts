import { sql } from 'kysely'
import { asJson, type Db } from './database.ts'
import type { Step } from './turns.ts'

/** A whole simulated interview: one step that begins it. */
export type WholeInterview = Step & { readonly begin: NonNullable<Step['begin']> }

/** Writes whole interviews of one study, log and projection, in one statement; those that exist already stay as they are. */
export async function insertInterviews(db: Db, studyId: string, interviews: readonly WholeInterview[]): Promise<void> {
  const rows = interviews.map(({ interviewId, begin, events, interview, projection, now }) => ({
    id: interviewId,
    wave_id: begin.waveId,
    version: begin.version,
    case_id: begin.caseId,
    seq: events.length,
    status: interview.status,
    mode_start: interview.modeStart,
    mode_end: interview.mode,
    language: interview.language,
    area_id: projection.area?.area ?? null,
    area_source: projection.area?.source ?? null,
    fold: interview,
    answers: projection.answers,
    begun_at: events[0]?.event.at ?? now,
    changed_at: events.at(-1)?.event.at ?? now,
    completed_at: interview.status === 'complete' ? (events.at(-1)?.event.at ?? now) : null,
  }))
  const logged = interviews.flatMap(({ interviewId, events }) =>
    events.map(({ event, contentHash }, index) => {
      const { id, mode, language, actor, at, ...happening } = event
      return { interview_id: interviewId, seq: index + 1, id, mode, language, actor, happening, at, hash: contentHash }
    }),
  )
  await sql`
    with written as (
      insert into interviews (study_id, id, wave_id, version, case_id, seq, status, mode_start, mode_end, language,
        area_id, area_source, fold, answers, begun_at, changed_at, completed_at)
      select ${studyId}, i.id, i.wave_id, i.version, i.case_id, i.seq, i.status, i.mode_start, i.mode_end, i.language,
        i.area_id, i.area_source, i.fold, i.answers, i.begun_at, i.changed_at, i.completed_at
      from json_to_recordset(${asJson(rows)}::json) as i (id uuid, wave_id uuid, version int, case_id uuid, seq int,
        status text, mode_start text, mode_end text, language text, area_id text, area_source text, fold json,
        answers jsonb, begun_at timestamptz, changed_at timestamptz, completed_at timestamptz)
      on conflict (study_id, id) do nothing
      returning id)
    insert into interview_events (study_id, interview_id, seq, id, type, mode, language, actor, happening,
      content_hash, device_at, recorded_at)
    select ${studyId}, e.interview_id, e.seq, e.id, e.happening ->> 'type', e.mode, e.language, e.actor, e.happening,
      e.hash, e.at, e.at
    from json_to_recordset(${asJson(logged)}::json) as e (interview_id uuid, seq int, id uuid, mode text,
      language text, actor text, happening json, hash text, at timestamptz)
    join written on written.id = e.interview_id`.execute(db)
}

/** Keeps what a simulation knows to be true, to hold the estimates against. Once written it stays. */
export async function saveTruth(db: Db, waveId: string, truth: object): Promise<void> {
  await db
    .insertInto('wave_truths')
    .values({ wave_id: waveId, truth: asJson(truth) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function findTruth(db: Db, waveId: string): Promise<object | undefined> {
  return (await db.selectFrom('wave_truths').select('truth').where('wave_id', '=', waveId).executeTakeFirst())?.truth
}

/** Interviews of a wave that have begun, by the mode they began in. */
export async function countByMode(db: Db, waveId: string): Promise<Map<string, number>> {
  return countBy(db, waveId, 'mode_start')
}

export async function countByStatus(db: Db, waveId: string): Promise<Map<string, number>> {
  return countBy(db, waveId, 'status')
}

async function countBy(db: Db, waveId: string, column: 'mode_start' | 'status'): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('interviews')
    .select([`${column} as kind`, sql<number>`count(*)::int`.as('count')])
    .where('wave_id', '=', waveId)
    .groupBy(column)
    .orderBy('count', 'desc')
    .execute()
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}
