import { type Kysely, sql } from 'kysely'

/**
 * People beside their numbers, and who stands behind a sample case.
 * Promises: names and addresses are sealed and stand nowhere else; a person has any number of phones and a phone any
 * number of people; a refusal of texts is kept for the number, for the person, or both, and outlives their deletion.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pii.people (
      id         uuid primary key,
      name       bytea,
      address    bytea,
      created_at timestamptz not null default now()
    )`.execute(db)

  // What sending has learned about a number; null: nothing against it.
  await sql`
    alter table pii.phone_numbers
      add kind text not null default 'unknown' check (kind in ('mobile', 'landline', 'voip', 'unknown')),
      add time_zone text, -- IANA; null: told by the area code
      add trouble text check (trouble in ('dead', 'landline', 'blocked', 'unreachable')),
      add trouble_at timestamptz,
      add check ((trouble is null) = (trouble_at is null))`.execute(db)

  await sql`
    create table pii.person_phones (
      person_id  uuid not null references pii.people on delete cascade,
      phone_hash bytea not null references pii.phone_numbers,
      rank       integer not null default 1 check (rank > 0), -- 1 is tried first
      primary key (person_id, phone_hash)
    )`.execute(db)
  await sql`create index person_phones_by_number on pii.person_phones (phone_hash)`.execute(db)

  await sql`
    create table pii.case_people (
      case_id   uuid primary key references sample_cases,
      person_id uuid not null references pii.people on delete cascade
    )`.execute(db)
  await sql`create index case_people_by_person on pii.case_people (person_id)`.execute(db)

  // No foreign key: what somebody said about being texted outlives their record.
  await sql`
    alter table pii.consents
      alter phone_hash drop not null,
      add person_id uuid,
      add recorded_by text not null default 'resident', -- or the staff member who took it
      add check (phone_hash is not null or person_id is not null)`.execute(db)
  await sql`create index consents_by_person on pii.consents (person_id, id desc) where person_id is not null`.execute(
    db,
  )

  // Whether a text may go to this number for this person: the latest word on either must not be "stop". Only who asked
  // for texts again takes a "stop" back: a consent that a later form or sample brings does not. A stranger is a number
  // without a person.
  await sql`
    create function pii.has_opted_out(phone bytea, person uuid) returns boolean
    language sql stable as $$
      select coalesce((
          select kind = 'opt-out' from pii.consents
          where phone_hash = phone and kind in ('opt-out', 'opt-in') order by id desc limit 1), false)
        or (person is not null and coalesce((
          select kind = 'opt-out' from pii.consents
          where person_id = person and kind in ('opt-out', 'opt-in') order by id desc limit 1), false))
    $$`.execute(db)

  // A number may be live in several interviews: two studies, or two people on one phone; and an interview on several
  // numbers. One that was invited has not begun, so its interview need not exist yet.
  await sql`
    alter table pii.conversations
      drop constraint conversations_pkey,
      drop constraint conversations_study_id_interview_id_key,
      drop constraint conversations_study_id_interview_id_fkey,
      add case_id uuid references sample_cases,
      add person_id uuid references pii.people on delete set null,
      add last_at timestamptz not null default clock_timestamp(), -- when either side last texted
      add primary key (phone_hash, study_id, interview_id)`.execute(db)
  await sql`drop index pii.conversations_latest`.execute(db)
  await sql`create index conversations_latest on pii.conversations (phone_hash, last_at desc)`.execute(db)
  // Whoever texts us unasked has one interview in a wave, however many of their texts arrive at the same moment.
  await sql`
    create unique index one_conversation_for_a_stranger on pii.conversations (phone_hash, wave_id)
    where case_id is null`.execute(db)
  await sql`create index conversations_by_interview on pii.conversations (study_id, interview_id)`.execute(db)

  await sql`
    alter table sample_cases
      add external_id text, -- what the imported file calls it
      add time_zone text,
      add frame_data json,
      add unique (wave_id, external_id)`.execute(db)
}
