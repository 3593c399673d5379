import { type Kysely, sql } from 'kysely'

/**
 * Every factor of a weight, what the number of a case is, and what was found out beside the estimates of a run.
 * Promises: a weight is base · nonresponse · composite · calibration · trim; a row says whether a known chance stands
 * behind it; weighing reads no phone numbers, so that erasing a person does not change what a run was made of.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Runs of before had these two factors at 1, and did not say who came on their own.
  await sql`
    alter table weights
      add nonresponse double precision not null default 1 check (nonresponse > 0),
      add composite double precision not null default 1 check (composite > 0),
      add non_probability boolean`.execute(db)
  await sql`
    alter table sample_cases
      add phone_kind text check (phone_kind in ('mobile', 'landline', 'voip', 'unknown'))`.execute(db)
  await sql`
    create table estimate_diagnostics (
      run_id      uuid primary key references weighting_runs,
      diagnostics jsonb not null
    )`.execute(db)
  await sql`
    create trigger append_only before update or delete on estimate_diagnostics
    for each statement execute function refuse_change()`.execute(db)
  // A view keeps the columns that its table had when it was made.
  await sql`
    create or replace view known_cases as
    select c.* from sample_cases c
    where c.import_id is null
      or c.import_id in (select id from sample_imports where imported_at is not null)`.execute(db)
}
