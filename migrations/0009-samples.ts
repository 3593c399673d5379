import { type Kysely, sql } from 'kysely'

/**
 * Samples taken in from files, and what was done with people on request.
 * Promises: the cases of a file are seen together or not at all; a wave takes in one file at a time; who looked somebody
 * up and what was erased stays on record.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sample_imports (
      id          uuid primary key,
      study_id    text not null references studies,
      wave_id     uuid not null references waves,
      file        text not null, -- its name without its folder
      alive_at    timestamptz not null, -- when it last wrote something
      imported_at timestamptz, -- null while it is under way: nobody reads its cases before
      cases       integer check (cases >= 0),
      rejected    integer check (rejected >= 0)
    )`.execute(db)
  await sql`create unique index one_import_at_a_time on sample_imports (wave_id) where imported_at is null`.execute(db)

  await sql`
    alter table sample_cases
      add import_id uuid references sample_imports, -- null: made with its link, without a file
      add area_source text check (area_source in ('file', 'coordinates'))`.execute(db)
  await sql`create index sample_cases_by_import on sample_cases (import_id) where import_id is not null`.execute(db)
  await sql`
    create view known_cases as
    select c.* from sample_cases c
    where c.import_id is null
      or c.import_id in (select id from sample_imports where imported_at is not null)`.execute(db)

  // What a frame calls somebody: known again in the next file of the same frame.
  await sql`
    alter table pii.people
      add frame text,
      add external_id text,
      add unique (frame, external_id)`.execute(db)

  // A file may tell when consent was given, and leave open in which mode.
  await sql`
    alter table pii.consents
      alter mode drop not null,
      add given_at timestamptz`.execute(db)

  // Nothing here leads from the one who was erased to their interview.
  await sql`
    create table pii.erasures (
      id        uuid primary key,
      study_id  text references studies,
      reason    text not null,
      erased_by text not null,
      removed   json not null, -- how many of what
      erased_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`
    create table audit_log (
      id      bigint generated always as identity primary key,
      actor   text not null,
      action  text not null,
      subject json not null, -- ids and keyed hashes, never a name or a number
      at      timestamptz not null default clock_timestamp()
    )`.execute(db)
  for (const table of ['pii.erasures', 'audit_log'])
    await sql`
      create trigger append_only before update or delete on ${sql.table(table)}
      for each statement execute function refuse_change()`.execute(db)
}
