import { sql } from 'kysely'
import type { Mode, Value } from '#instruments/engine/events.ts'
import type { Db } from './database.ts'

/** A weighting run as the methods box tells of it. */
export type PublishedRun = {
  id: string
  snapshot_hash: string
  program: string
  interviews: number
  created_at: Date
  diagnostics: object
}

/**
 * An estimate as the public may have it: as it was found, or where that is too thin, as the model has it. Of a withheld
 * one there is the reason, and no number is ever read.
 */
export type PublishedEstimate = {
  area_id: string | null
  measure: string
  statistic: string
  category: string | null
  estimate: number | null
  se: number | null
  low: number | null
  high: number | null
  n: number | null
  withheld: string | null
  method: 'direct' | 'modelled'
}

/** The latest run with estimates of every wave of a study that has one, in the order of waves. */
export async function publishedRuns(db: Db, studyId: string): Promise<{ wave_id: string; run_id: string }[]> {
  return db
    .selectFrom('weighting_runs')
    .innerJoin('waves', 'waves.id', 'weighting_runs.wave_id')
    .where('waves.study_id', '=', studyId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('estimates')
          .select('run_id')
          .whereRef('estimates.run_id', '=', 'weighting_runs.id')
          .where('area_id', 'is', null), // written last
      ),
    )
    .distinctOn('waves.number')
    .select(['weighting_runs.wave_id', 'weighting_runs.id as run_id'])
    .orderBy('waves.number')
    .orderBy('weighting_runs.created_at', 'desc')
    .execute()
}

export async function publishedRun(db: Db, runId: string): Promise<PublishedRun> {
  return db
    .selectFrom('weighting_runs')
    .select(['id', 'snapshot_hash', 'program', 'interviews', 'created_at', 'diagnostics'])
    .where('id', '=', runId)
    .executeTakeFirstOrThrow()
}

export async function publishedEstimates(db: Db, runId: string): Promise<PublishedEstimate[]> {
  const { rows } = await sql<PublishedEstimate>`
    select e.area_id, e.measure, e.statistic, e.category,
           case when m.run_id is not null then m.estimate when e.withheld is null then e.estimate end as estimate,
           case when m.run_id is not null then sqrt(m.mse) when e.withheld is null then e.se end as se,
           case when m.run_id is not null then m.low when e.withheld is null then e.low end as low,
           case when m.run_id is not null then m.high when e.withheld is null then e.high end as high,
           case when m.run_id is not null then m.n when e.withheld is null then e.n end as n,
           case when m.run_id is null then e.withheld end as withheld,
           case when m.run_id is null then 'direct' else 'modelled' end as method
    from estimates e
    left join modelled_estimates m
      on m.run_id = e.run_id and m.area_id = e.area_id and m.measure = e.measure and m.statistic = e.statistic
        and m.category is not distinct from e.category and m.published
    where e.run_id = ${runId}`.execute(db)
  return rows
}

/** How many of a run's respondents share an area, a mode, a language and the answers to some questions. */
export type RespondentCount = {
  area_id: string | null
  mode: Mode
  language: string
  answers: Readonly<Record<string, Value>>
  respondents: number
}

/** Counts a run's respondents by area, mode and language, and by their answers to the questions named. */
export async function countRespondents(
  db: Db,
  { runId, studyId, questions }: { runId: string; studyId: string; questions: readonly string[] },
): Promise<RespondentCount[]> {
  const answer = (question: string) => sql`interviews.answers -> ${sql.lit(question)}`
  const pairs = questions.flatMap((question) => [sql.lit(question), answer(question)])
  const grouped = [sql`area_id`, sql`mode_end`, sql`language`, ...questions.map(answer)]
  const { rows } = await sql<RespondentCount>`
    select area_id, mode_end as mode, language, count(*)::int as respondents,
           jsonb_strip_nulls(jsonb_build_object(${sql.join(pairs)})) as answers
    from weights join interviews on interviews.id = weights.interview_id and interviews.study_id = ${studyId}
    where weights.run_id = ${runId}
    group by ${sql.join(grouped)}`.execute(db)
  return rows
}

/** From when to when a run's respondents answered. */
export async function answeredBetween(db: Db, runId: string, studyId: string): Promise<{ first: Date; last: Date }> {
  return db
    .selectFrom('weights')
    .innerJoin('interviews', 'interviews.id', 'weights.interview_id')
    .where('interviews.study_id', '=', studyId)
    .where('weights.run_id', '=', runId)
    .select(({ fn }) => [
      fn.min<Date>('interviews.begun_at').as('first'),
      fn.max<Date>('interviews.changed_at').as('last'),
    ])
    .executeTakeFirstOrThrow()
}
