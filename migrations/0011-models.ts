import { type Kysely, sql } from 'kysely'

/**
 * What the models of a run say: of each measure over all areas, and of the gaps between groups.
 * Promise: as with the run's direct estimates, nothing is changed later; with its seed a model gives the same digits again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A gap stands here with the statistic 'gap' and the demographic as its category, as it does among the estimates.
  await sql`
    create table area_models (
      run_id    uuid not null references weighting_runs,
      measure   text not null,
      statistic text not null,
      category  text,
      method    text not null check (method in ('REML', 'AREML', 'cells', 'none')),
      seed      bigint not null check (seed >= 0),
      about     jsonb not null, -- variance between areas, coefficients, smoothing, outliers …
      unique nulls not distinct (run_id, measure, statistic, category)
    )`.execute(db)

  // Beside the direct estimate of the same place; nothing public may read the withheld ones.
  await sql`
    create table modelled_estimates (
      run_id        uuid not null references weighting_runs,
      area_id       text not null,
      measure       text not null,
      statistic     text not null,
      category      text,
      method        text not null check (method in ('modelled', 'model-only')),
      n             integer not null check (n >= 0),
      estimate      double precision not null,
      mse           double precision not null check (mse >= 0),
      low           double precision not null,
      high          double precision not null,
      published     boolean not null, -- the public figure of its place is this one
      withheld      text, -- null: may be shown, alone or beside the direct estimate; otherwise why not
      rank          jsonb, -- among the areas that are shown
      about         jsonb not null, -- weight of the direct estimate, residual, class, test of a gap …
      check (withheld is null or not published),
      unique nulls not distinct (run_id, area_id, measure, statistic, category)
    )`.execute(db)
  for (const table of ['area_models', 'modelled_estimates'])
    await sql`
      create trigger append_only before update or delete on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
}
