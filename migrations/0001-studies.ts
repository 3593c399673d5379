import { type Kysely, sql } from 'kysely'

/**
 * Studies, their frozen versions, and the waves that field them.
 * Promises: a published version never changes; a study has at most one open wave; a wave pins what it is made of.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db)

  await sql`
    create table studies (
      id         text primary key check (id ~ '^[a-z][a-z0-9-]{1,62}$'),
      created_at timestamptz not null default now()
    )`.execute(db)

  // json, not jsonb: what was published is kept letter by letter, order of keys included.
  await sql`
    create table instrument_versions (
      study_id     text not null references studies,
      version      integer not null check (version > 0),
      hash         text not null,
      instrument   json not null,
      study        json not null,
      published_at timestamptz not null default now(),
      primary key (study_id, version),
      unique (study_id, hash)
    )`.execute(db)
  await sql`
    create trigger frozen before update or delete on instrument_versions
    for each statement execute function refuse_change()`.execute(db)

  await sql`
    create table area_layers (
      id          uuid primary key,
      name        text not null check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
      version     integer not null check (version > 0),
      invented    boolean not null default false,
      created_at  timestamptz not null default now(),
      imported_at timestamptz, -- null while an import is under way: nobody reads it before
      unique (name, version)
    )`.execute(db)
  await sql`
    create table areas (
      layer_id uuid not null references area_layers on delete cascade,
      id       text not null,
      name     text not null,
      parent   text,
      geometry json not null,
      primary key (layer_id, id)
    )`.execute(db)

  await sql`
    create table margin_sets (
      id          uuid primary key,
      layer_id    uuid not null references area_layers,
      version     integer not null check (version > 0),
      imported_at timestamptz,
      unique (layer_id, version),
      unique (layer_id, id)
    )`.execute(db)
  // area_id null: a count for the whole city.
  await sql`
    create table margins (
      margin_set_id uuid not null,
      layer_id      uuid not null,
      area_id       text,
      universe      text not null,
      dimension     text not null,
      category      text not null,
      count         double precision not null check (count >= 0 and count < 1e12),
      source        text,
      unique nulls not distinct (margin_set_id, area_id, universe, dimension, category),
      foreign key (layer_id, margin_set_id) references margin_sets (layer_id, id) on delete cascade,
      foreign key (layer_id, area_id) references areas (layer_id, id)
    )`.execute(db)

  await sql`
    create table place_sets (
      id          uuid primary key,
      layer_id    uuid not null references area_layers,
      version     integer not null check (version > 0),
      imported_at timestamptz,
      unique (layer_id, version),
      unique (layer_id, id)
    )`.execute(db)
  await sql`
    create table place_shares (
      place_set_id uuid not null,
      layer_id     uuid not null,
      place        text not null,
      area_id      text not null,
      share        double precision not null check (share > 0 and share <= 1),
      primary key (place_set_id, place, area_id),
      foreign key (layer_id, place_set_id) references place_sets (layer_id, id) on delete cascade,
      foreign key (layer_id, area_id) references areas (layer_id, id)
    )`.execute(db)

  await sql`
    create table waves (
      id            uuid primary key,
      study_id      text not null references studies,
      number        integer not null check (number > 0),
      title         text not null,
      invented      boolean not null,
      status        text not null check (status in ('draft', 'open', 'paused', 'closed')),
      version       integer not null,
      layer_id      uuid not null references area_layers,
      margin_set_id uuid,
      place_set_id  uuid,
      seed          text,
      created_at    timestamptz not null default now(),
      opened_at     timestamptz,
      closed_at     timestamptz,
      unique (study_id, number),
      foreign key (study_id, version) references instrument_versions (study_id, version),
      foreign key (layer_id, margin_set_id) references margin_sets (layer_id, id),
      foreign key (layer_id, place_set_id) references place_sets (layer_id, id),
      check (status = 'draft' or opened_at is not null),
      check ((status = 'closed') = (closed_at is not null))
    )`.execute(db)
  await sql`create unique index one_open_wave on waves (study_id) where status = 'open'`.execute(db)

  // What a simulation knows to be true in its invented city, to hold the estimates against.
  await sql`
    create table wave_truths (
      wave_id uuid primary key references waves,
      truth   json not null
    )`.execute(db)
}
