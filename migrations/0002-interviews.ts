import { type Kysely, sql } from 'kysely'

/**
 * Sample cases, interviews and their events.
 * Promises: the log is only ever added to, an event's id counts once per interview, and the projection moves with the
 * log (both are written by one statement that names the seq it read).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const modes = sql`('web', 'sms', 'phone', 'home', 'street')`

  await sql`
    create table sample_cases (
      id           uuid primary key,
      study_id     text not null references studies,
      wave_id      uuid not null references waves,
      interview_id uuid not null, -- reserved beforehand, so that a personal link always opens the same interview
      token_hash   bytea not null unique check (length(token_hash) = 32),
      language     text,
      layer_id     uuid,
      area_id      text,
      frame        text,
      stratum      text,
      probability  double precision check (probability > 0 and probability <= 1),
      created_at   timestamptz not null default now(),
      unique (study_id, interview_id),
      foreign key (layer_id, area_id) references areas (layer_id, id),
      check (area_id is null or layer_id is not null)
    )`.execute(db)

  // Room on each page, so that the many updates of an interview stay on it and no index has to follow; and rows stay
  // whole up to a page, since packing and unpacking two kilobytes at each answer costs more than it saves.
  await sql`
    create table interviews (
      study_id     text not null,
      id           uuid not null,
      wave_id      uuid not null references waves,
      version      integer not null,
      case_id      uuid references sample_cases,
      seq          integer not null check (seq > 0), -- of the last event in the log
      status       text not null
        check (status in ('in-progress', 'complete', 'ineligible', 'declined', 'broken-off', 'opted-out')),
      mode_start   text not null check (mode_start in ${modes}),
      mode_end     text not null check (mode_end in ${modes}),
      language     text not null,
      area_id      text,
      area_source  text check (area_source in ('case', 'device', 'map', 'list', 'zip', 'zip_draw')),
      fold         json not null, -- the engine's Interview; read whole, never searched
      answers      jsonb not null, -- given and still asked: what analysis reads
      begun_at     timestamptz not null,
      changed_at   timestamptz not null,
      completed_at timestamptz,
      primary key (study_id, id),
      foreign key (study_id, version) references instrument_versions (study_id, version),
      check ((area_id is null) = (area_source is null)),
      check ((status = 'complete') = (completed_at is not null))
    ) with (fillfactor = 70, toast_tuple_target = 8160)`.execute(db)
  await sql`create index interviews_by_wave on interviews (wave_id, id)`.execute(db)
  await sql`create unique index one_interview_per_case on interviews (case_id) where case_id is not null`.execute(db)

  await sql`
    create table interview_events (
      study_id     text not null,
      interview_id uuid not null,
      seq          integer not null check (seq > 0),
      id           uuid not null,
      type         text not null,
      mode         text not null check (mode in ${modes}),
      language     text not null,
      actor        text not null,
      happening    json not null, -- type, question, value …
      content_hash text, -- of the event as its client sent it; null for events made by the server
      device_at    timestamptz not null,
      recorded_at  timestamptz not null default clock_timestamp(),
      primary key (study_id, interview_id, seq),
      unique (study_id, interview_id, id),
      foreign key (study_id, interview_id) references interviews (study_id, id)
    )`.execute(db)
  await sql`
    create trigger append_only before update or delete on interview_events
    for each statement execute function refuse_change()`.execute(db)

  // Events that were not taken into a log: refused by the engine, or an id that came again with other content.
  await sql`
    create table set_aside_events (
      study_id     text not null,
      interview_id uuid not null,
      event_id     uuid not null,
      content_hash text not null,
      verdict      text not null check (verdict in ('conflict', 'rejected')),
      reason       text not null,
      event        jsonb not null,
      recorded_at  timestamptz not null default clock_timestamp(),
      primary key (study_id, interview_id, event_id, content_hash)
    )`.execute(db)
  await sql`
    create trigger append_only before update or delete on set_aside_events
    for each statement execute function refuse_change()`.execute(db)
}
