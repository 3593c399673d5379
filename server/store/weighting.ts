import { type Selectable, sql } from 'kysely'
import { asJson, type Db } from './database.ts'
import { inPages } from './respondents.ts'
import type { Schema } from './schema.ts'

export type WeightingRun = Selectable<Schema['weighting_runs']>
export type EstimateRow = Selectable<Schema['estimates']>

export async function insertRun(
  db: Db,
  run: Omit<WeightingRun, 'created_at' | 'recipe' | 'diagnostics'> & { recipe: object; diagnostics: object },
): Promise<void> {
  await db
    .insertInto('weighting_runs')
    .values({ ...run, recipe: asJson(run.recipe), diagnostics: asJson(run.diagnostics) })
    .execute()
}

/** Weights of a run as columns; each weight is the product of its factors. */
export async function addWeights(
  db: Db,
  weights: {
    runId: string
    interviewIds: readonly string[]
    base: readonly number[]
    nonresponse: readonly number[]
    composite: readonly number[]
    calibration: readonly number[]
    trim: readonly number[]
    weight: readonly number[]
    nonProbability: readonly boolean[]
  },
): Promise<void> {
  await sql`
    insert into weights (run_id, interview_id, base, nonresponse, composite, calibration, trim, weight, non_probability)
    select ${weights.runId}::uuid, *
    from unnest(${weights.interviewIds}::uuid[], ${weights.base}::float8[], ${weights.nonresponse}::float8[],
      ${weights.composite}::float8[], ${weights.calibration}::float8[], ${weights.trim}::float8[],
      ${weights.weight}::float8[], ${weights.nonProbability}::boolean[])`.execute(db)
}

/** The latest run of a wave that has all its weights: one under way, or broken off, is not seen. */
export async function latestRun(db: Db, waveId: string): Promise<WeightingRun | undefined> {
  return db
    .selectFrom('weighting_runs')
    .selectAll()
    .where('wave_id', '=', waveId)
    .where('interviews', '=', (eb) =>
      eb
        .selectFrom('weights')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('weights.run_id', '=', 'weighting_runs.id'),
    )
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A run of a wave by its id. */
export async function findRun(db: Db, waveId: string, id: string): Promise<WeightingRun | undefined> {
  return db
    .selectFrom('weighting_runs')
    .selectAll()
    .where('wave_id', '=', waveId)
    .where(sql<string>`id::text`, '=', id.toLowerCase())
    .executeTakeFirst()
}

/** The weights of a run, in the order of its interviews' ids. */
export async function weightsOf(db: Db, runId: string): Promise<Float64Array> {
  const weights: number[] = []
  const pages = inPages((after, limit) =>
    db
      .selectFrom('weights')
      .select(['interview_id as id', 'weight'])
      .where('run_id', '=', runId)
      .where('interview_id', '>', after)
      .orderBy('interview_id')
      .limit(limit)
      .execute(),
  )
  for await (const page of pages) for (const { weight } of page) weights.push(weight)
  return Float64Array.from(weights)
}

/** Adds estimates of a run; those that it has already stay as they are. */
export async function addEstimates(db: Db, estimates: readonly EstimateRow[]): Promise<void> {
  await sql`
    insert into estimates
    select * from jsonb_populate_recordset(null::estimates, ${asJson(estimates)}::jsonb)
    on conflict do nothing`.execute(db)
}

/** Keeps what was found out beside the estimates of a run; what it has already stays as it is. */
export async function addEstimateDiagnostics(db: Db, runId: string, diagnostics: object): Promise<void> {
  await db
    .insertInto('estimate_diagnostics')
    .values({ run_id: runId, diagnostics: asJson(diagnostics) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The same as it was kept; nothing for runs that were estimated without. */
export async function estimateDiagnosticsOf(db: Db, runId: string): Promise<object | undefined> {
  const found = await db
    .selectFrom('estimate_diagnostics')
    .select('diagnostics')
    .where('run_id', '=', runId)
    .executeTakeFirst()
  return found?.diagnostics
}

/** Whether a run has all its estimates: those of the city are written last. */
export async function isEstimated(db: Db, runId: string): Promise<boolean> {
  const ofCity = await db
    .selectFrom('estimates')
    .select('run_id')
    .where('run_id', '=', runId)
    .where('area_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return ofCity !== undefined
}

export async function estimatesOf(db: Db, runId: string): Promise<EstimateRow[]> {
  return db.selectFrom('estimates').selectAll().where('run_id', '=', runId).execute()
}
