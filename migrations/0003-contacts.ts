import { type Kysely, sql } from 'kysely'

/**
 * Who can be reached: phone numbers, texts and consent, in a schema of their own.
 * Promises: numbers, bodies and replies are sealed; a text is recorded once per Twilio sid; consent is only ever added.
 * `conversations` is the one bridge from a number to an interview, and only the text channel reads it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema pii`.execute(db)
  await sql`revoke all on schema pii from public`.execute(db)

  await sql`
    create table pii.phone_numbers (
      hash       bytea primary key check (length(hash) = 32),
      sealed     bytea not null,
      created_at timestamptz not null default now()
    )`.execute(db)

  // The latest row of a number says whether it may be texted.
  await sql`
    create table pii.consents (
      id          bigint generated always as identity primary key,
      phone_hash  bytea not null,
      kind        text not null check (kind in ('consent', 'opt-out', 'opt-in')),
      how         text not null,
      mode        text not null check (mode in ('web', 'sms', 'phone', 'home', 'street')),
      study_id    text references studies,
      recorded_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index consents_by_number on pii.consents (phone_hash, id desc)`.execute(db)
  await sql`
    create trigger append_only before update or delete on pii.consents
    for each statement execute function refuse_change()`.execute(db)

  await sql`
    create table pii.conversations (
      phone_hash   bytea not null references pii.phone_numbers,
      wave_id      uuid not null references waves,
      study_id     text not null,
      interview_id uuid not null,
      begun_at     timestamptz not null default clock_timestamp(),
      primary key (phone_hash, wave_id),
      unique (study_id, interview_id),
      foreign key (study_id, interview_id) references interviews (study_id, id)
    )`.execute(db)
  await sql`create index conversations_latest on pii.conversations (phone_hash, begun_at desc)`.execute(db)

  // Incoming texts, each with the reply it got, so that a repeated webhook gets the same one.
  await sql`
    create table pii.messages (
      sid         text primary key check (length(sid) between 1 and 64),
      direction   text not null check (direction in ('in', 'out')),
      phone_hash  bytea not null,
      body        bytea not null,
      reply       bytea,
      segments    integer check (segments >= 0),
      recorded_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index messages_by_number on pii.messages (phone_hash, recorded_at)`.execute(db)
}
