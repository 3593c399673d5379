import { type Kysely, sql } from 'kysely'

/**
 * The texts that we send on our own account. A row is its own job: what waits here is sent, and nothing else is.
 * Promises: no text without a rule and a consent that covers its number and person, and none is written for who has
 * opted out; an opt-out cancels at once whatever still waits; the same occasion is texted once (`key`); a state never
 * goes back, but for a text that certainly did not leave; every state a text was in is kept.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The consent under which a number may be texted for a person; null: it may not.
  await sql`
    create function pii.consent_for(phone bytea, person uuid) returns bigint
    language sql stable as $$
      select c.id from pii.consents c
      where c.kind <> 'opt-out'
        and (c.phone_hash = phone or (c.phone_hash is null and c.person_id = person))
        and (c.person_id is null or person is null or c.person_id = person)
        and not pii.has_opted_out(phone, person)
      order by c.id desc limit 1
    $$`.execute(db)

  await sql`
    create table pii.outbound_texts (
      id             uuid primary key,
      key            text not null unique, -- what it is for: 'reminder:<case>:1'
      kind           text not null
        check (kind in ('invitation', 'reminder', 'follow-up', 'link', 'inbox-reply', 'late-reply')),
      of_campaign    boolean not null generated always as (kind in ('invitation', 'reminder', 'follow-up')) stored,
      study_id       text references studies,
      wave_id        uuid references waves,
      case_id        uuid references sample_cases,
      interview_id   uuid,
      person_id      uuid,
      phone_hash     bytea not null references pii.phone_numbers,
      language       text not null,
      body           bytea, -- null once it has been erased
      encoding       text not null check (encoding in ('GSM-7', 'UCS-2')),
      segments       integer not null check (segments > 0),
      currency       text not null check (currency ~ '^[A-Z]{3}$'),
      price_expected double precision not null check (price_expected >= 0),
      price_billed   double precision check (price_billed >= 0),
      rule           text not null check (rule ~ '^[a-z][a-z-]+$'), -- which rule of ours had it written
      consent_id     bigint not null references pii.consents,
      state          text not null default 'planned' check (state in ('planned', 'sending', 'held', 'accepted', 'queued',
        'sent', 'delivered', 'undelivered', 'failed', 'canceled')),
      reason         text, -- why it was canceled or is held
      sid            text unique,
      error_code     integer,
      not_before     timestamptz not null,
      not_after      timestamptz, -- when its hours end; null: it may leave at any hour
      attempts       integer not null default 0,
      retry_of       uuid unique references pii.outbound_texts, -- the one that did not arrive
      created_at     timestamptz not null,
      claimed_at     timestamptz, -- when it was last taken for sending
      sent_at        timestamptz, -- when the carrier took it
      check (not of_campaign or (study_id is not null and wave_id is not null and case_id is not null
        and interview_id is not null)),
      check (body is not null or state not in ('planned', 'sending', 'held')),
      check (state = 'planned' or state = 'canceled' or claimed_at is not null),
      check (state not in ('canceled', 'held') or reason is not null)
    )`.execute(db)
  await sql`create index outbound_waiting on pii.outbound_texts (wave_id, not_before) where state = 'planned'`.execute(
    db,
  )
  await sql`create index outbound_on_its_way on pii.outbound_texts (claimed_at) where state = 'sending'`.execute(db)
  await sql`create index outbound_by_case on pii.outbound_texts (case_id) where case_id is not null`.execute(db)
  await sql`create index outbound_by_number on pii.outbound_texts (phone_hash, created_at)`.execute(db)
  await sql`create index outbound_by_person on pii.outbound_texts (person_id) where person_id is not null`.execute(db)
  await sql`create index sample_cases_in_turn on sample_cases (wave_id, id)`.execute(db)

  await sql`
    create table pii.outbound_text_states (
      text_id     uuid not null references pii.outbound_texts,
      state       text not null,
      error_code  integer,
      recorded_at timestamptz not null default clock_timestamp()
    )`.execute(db)
  await sql`create index outbound_text_states_of on pii.outbound_text_states (text_id)`.execute(db)
  await sql`
    create trigger append_only before update or delete on pii.outbound_text_states
    for each statement execute function refuse_change()`.execute(db)

  await sql`
    create function pii.text_rank(state text) returns integer language sql immutable as $$
      select case state when 'planned' then 0 when 'sending' then 1 when 'held' then 1 when 'accepted' then 2
        when 'queued' then 3 when 'sent' then 4 else 5 end
    $$`.execute(db)
  await sql`
    create function pii.require_consent() returns trigger language plpgsql as $$
    begin
      if pii.has_opted_out(new.phone_hash, new.person_id) or not exists (
        select from pii.consents c
        where c.id = new.consent_id and c.kind <> 'opt-out'
          and (c.phone_hash = new.phone_hash or (c.phone_hash is null and c.person_id = new.person_id))
          and (c.person_id is null or new.person_id is null or c.person_id = new.person_id))
      then
        raise exception 'the consent does not allow this text' using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger needs_consent before insert or update of consent_id, phone_hash, person_id on pii.outbound_texts
    for each row execute function pii.require_consent()`.execute(db)

  await sql`
    create function pii.only_forward() returns trigger language plpgsql as $$
    begin
      if pii.text_rank(new.state) <= pii.text_rank(old.state)
        and not (old.state = 'sending' and new.state in ('planned', 'held'))
        and not (old.state = 'held' and new.state = 'planned')
      then
        raise exception 'a text that is % does not become %', old.state, new.state using errcode = 'check_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger only_forward before update on pii.outbound_texts
    for each row when (new.state <> old.state) execute function pii.only_forward()`.execute(db)
  await sql`
    create function pii.keep_state() returns trigger language plpgsql as $$
    begin
      insert into pii.outbound_text_states (text_id, state, error_code) values (new.id, new.state, new.error_code);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_first_state after insert on pii.outbound_texts
    for each row execute function pii.keep_state()`.execute(db)
  await sql`
    create trigger keep_state after update on pii.outbound_texts
    for each row when (new.state <> old.state) execute function pii.keep_state()`.execute(db)

  await sql`
    create function pii.cancel_texts() returns trigger language plpgsql as $$
    begin
      update pii.outbound_texts set state = 'canceled', reason = 'opted out'
      where state in ('planned', 'held') and (phone_hash = new.phone_hash or person_id = new.person_id);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger opt_out_cancels_texts after insert on pii.consents
    for each row when (new.kind = 'opt-out') execute function pii.cancel_texts()`.execute(db)

  // Whether a wave's texts leave, and how many still may: all processes that send draw from one bucket.
  await sql`
    create table text_campaigns (
      wave_id     uuid primary key references waves,
      state       text not null check (state in ('running', 'stopped')),
      reason      text,
      changed_at  timestamptz not null,
      tokens      double precision not null default 0 check (tokens >= 0),
      refilled_at timestamptz not null,
      sent_on     date, -- the day that sent_today counts, where the study is fielded
      sent_today  integer not null default 0,
      resume_at   timestamptz, -- the carrier asked us to slow down until then
      check (state = 'running' or reason is not null)
    )`.execute(db)
}
