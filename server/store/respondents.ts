import { sql } from 'kysely'
import type { AreaSource, Mode, Value } from '#instruments/engine/events.ts'
import type { Given } from '#instruments/engine/interview.ts'
import type { Db } from './database.ts'

/** What the weighting and the estimates read of an interview. */
export type Respondent = {
  readonly id: string
  readonly area: string | null
  readonly areaSource: AreaSource | null
  /** Of the sample case's selection; null for those whom no sample drew. */
  readonly probability: number | null
  readonly stratum: string | null
  readonly frame: string | null
  /** Where the sample case lies; the resident may say otherwise. */
  readonly caseArea: string | null
  readonly phoneKind: string | null
  /** Further columns of the sample file. */
  readonly frameData: Readonly<Record<string, string>> | null
  /** In which the interview ended. */
  readonly mode: Mode
  readonly answers: Readonly<Record<string, Value>>
}

const ofRespondent = [
  'i.id',
  'i.area_id as area',
  'i.area_source as areaSource',
  'c.probability',
  'c.stratum',
  'c.frame',
  'c.area_id as caseArea',
  'c.phone_kind as phoneKind',
  'c.frame_data as frameData',
  'i.mode_end as mode',
  'i.answers',
] as const

/** Below every id that is made. */
const first = '00000000-0000-0000-0000-000000000000'

/** Rows in the order of their ids, read page by page: no cursor, and nobody else waits long. */
export async function* inPages<Row extends { id: string }>(
  read: (after: string, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row[], void> {
  const limit = 1_000
  let after = first
  for (;;) {
    const page = await read(after, limit)
    const last = page.at(-1)
    if (!last) return
    yield page
    if (page.length < limit) return
    after = last.id
  }
}

/** The complete interviews of a wave. */
export function completeInterviews(db: Db, waveId: string): AsyncGenerator<Respondent[]> {
  return inPages((after, limit) =>
    db
      .selectFrom('interviews as i')
      .leftJoin('sample_cases as c', 'c.id', 'i.case_id')
      .select(ofRespondent)
      .where('i.wave_id', '=', waveId)
      .where('i.status', '=', 'complete')
      .where('i.id', '>', after)
      .orderBy('i.id')
      .limit(limit)
      .execute(),
  )
}

export type WeighedRespondent = Respondent & {
  readonly weight: number
  readonly base: number
  readonly nonresponse: number
  readonly composite: number
  /** What was said to each question, and in which mode. */
  readonly given: Readonly<Record<string, Given>>
}

/** The interviews of a weighting run with their weights, whatever has become of them since. */
export function weighedInterviews(
  db: Db,
  { runId, studyId }: { runId: string; studyId: string },
): AsyncGenerator<WeighedRespondent[]> {
  return inPages((after, limit) =>
    db
      .selectFrom('weights as w')
      .innerJoin('interviews as i', 'i.id', 'w.interview_id')
      .leftJoin('sample_cases as c', 'c.id', 'i.case_id')
      .select(ofRespondent)
      .select(['w.weight', 'w.base', 'w.nonresponse', 'w.composite'])
      .select(sql<Record<string, Given>>`i.fold -> 'given'`.as('given'))
      .where('w.run_id', '=', runId)
      .where('i.study_id', '=', studyId)
      .where('w.interview_id', '>', after)
      .orderBy('w.interview_id')
      .limit(limit)
      .execute(),
  )
}

/** Every interview of a wave, finished or not, with its weights in a run where it has them. */
export function interviewsOf(db: Db, { waveId, runId }: { waveId: string; runId: string | null }) {
  return inPages((after, limit) =>
    db
      .selectFrom('interviews as i')
      .leftJoin('weights as w', (join) => join.onRef('w.interview_id', '=', 'i.id').on('w.run_id', '=', runId))
      .select(['i.id', 'i.version', 'i.mode_start as modeStart', 'i.mode_end as modeEnd', 'i.language'])
      .select(['i.area_id as area', 'i.area_source as areaSource', 'i.status', 'i.begun_at as begunAt'])
      .select(['i.completed_at as completedAt', 'i.answers', 'w.weight', 'w.base as baseWeight'])
      .select(sql<Record<string, Given>>`i.fold -> 'given'`.as('given'))
      .where('i.wave_id', '=', waveId)
      .where('i.id', '>', after)
      .orderBy('i.id')
      .limit(limit)
      .execute(),
  )
}
