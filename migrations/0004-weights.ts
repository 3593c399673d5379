import { type Kysely, sql } from 'kysely'

/**
 * Weighting runs, the weights they gave, and the estimates made with them.
 * Promise: a run is never changed, so that every published figure can be traced to its recipe and its snapshot.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table weighting_runs (
      id            uuid primary key,
      wave_id       uuid not null references waves,
      recipe        jsonb not null,
      snapshot_hash text not null,
      program       text not null,
      interviews    integer not null check (interviews > 0),
      diagnostics   jsonb not null,
      created_at    timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index weighting_runs_latest on weighting_runs (wave_id, created_at desc)`.execute(db)

  await sql`
    create table weights (
      run_id       uuid not null references weighting_runs,
      interview_id uuid not null,
      base         double precision not null check (base > 0),
      calibration  double precision not null check (calibration > 0),
      trim         double precision not null check (trim > 0),
      weight       double precision not null check (weight > 0),
      primary key (run_id, interview_id)
    )`.execute(db)

  // area_id null: the city. Withheld figures stay here for the analyst; nothing public may read them.
  await sql`
    create table estimates (
      run_id        uuid not null references weighting_runs,
      area_id       text,
      measure       text not null,
      statistic     text not null,
      category      text,
      estimate      double precision,
      se            double precision,
      low           double precision,
      high          double precision,
      n             integer not null check (n >= 0),
      n_effective   double precision,
      design_effect double precision,
      withheld      text, -- null: may be shown; otherwise why not
      check (withheld is not null or (estimate is not null and low is not null and high is not null)),
      unique nulls not distinct (run_id, area_id, measure, statistic, category)
    )`.execute(db)
  for (const table of ['weighting_runs', 'weights', 'estimates'])
    await sql`
      create trigger append_only before update or delete on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
}
