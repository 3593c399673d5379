import { type Kysely, sql } from 'kysely'

/**
 * What sending needs to know of the conversation that it speaks into.
 * Promises: at most one text of a campaign to a number within half a day, whoever sends and for whom; a text that the
 * resident has overtaken is not sent again; a number that writes to us, or asks for texts, has no trouble any more; a
 * number of ours that several waves send from has one pace.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Two clocks order what happened: ours, which tests set, for durations; the database's for what came before what.
  await sql`
    create function pii.planned_at(text uuid) returns timestamptz language sql stable as $$
      select min(recorded_at) from pii.outbound_text_states where text_id = text and state = 'planned'
    $$`.execute(db)
  await sql`
    create function pii.claimed_at(text uuid) returns timestamptz language sql stable as $$
      select max(recorded_at) from pii.outbound_text_states where text_id = text and state = 'sending'
    $$`.execute(db)
  await sql`
    create function pii.has_texted_since(phone bytea, since timestamptz) returns boolean language sql stable as $$
      select exists (
        select from pii.messages where phone_hash = phone and direction = 'in' and recorded_at > since)
    $$`.execute(db)

  // Whether what the resident has done since makes a text needless. Whoever speaks after an invitation or a reminder has
  // left needs it no second time; a reminder that waits has been overtaken by any text, and so has the answer to an
  // earlier one.
  await sql`
    create function pii.is_overtaken(t pii.outbound_texts) returns boolean language sql stable as $$
      select case
        when t.kind in ('follow-up', 'link', 'inbox-reply') then false
        when t.kind = 'late-reply' then pii.has_texted_since(t.phone_hash, coalesce(
          (select recorded_at from pii.messages where sid = substr(t.key, length('late-reply:') + 1)),
          pii.planned_at(t.id)))
        when t.retry_of is not null then pii.has_texted_since(t.phone_hash, pii.claimed_at(t.retry_of))
        when t.kind = 'reminder' then pii.has_texted_since(t.phone_hash, pii.planned_at(t.id))
        else false
      end or (t.kind in ('invitation', 'reminder', 'late-reply') and exists (
        select from interviews i
        where i.study_id = t.study_id and i.id = t.interview_id and i.changed_at > coalesce(
          (select o.claimed_at from pii.outbound_texts o where o.id = t.retry_of), t.created_at)))
    $$`.execute(db)

  // When the resident last said anything in a conversation. Only what records their texts sets last_text.
  await sql`alter table pii.conversations add heard_at timestamptz`.execute(db)
  await sql`
    create function pii.keep_heard_at() returns trigger language plpgsql as $$
    begin
      new.heard_at := new.last_at;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger keep_heard_at before insert or update of last_text on pii.conversations
    for each row when (new.last_text is not null) execute function pii.keep_heard_at()`.execute(db)

  // When a text of a campaign last went to a number, whether it is known to have arrived or not.
  await sql`alter table pii.phone_numbers add texted_at timestamptz`.execute(db)
  await sql`
    update pii.phone_numbers n set texted_at = t.at
    from (
      select phone_hash, max(claimed_at) as at from pii.outbound_texts
      where of_campaign and state in ('sending', 'accepted', 'queued', 'sent', 'delivered') group by phone_hash
    ) t where n.hash = t.phone_hash`.execute(db)
  await sql`
    create function pii.keep_texted_at() returns trigger language plpgsql as $$
    begin
      if new.state = 'sending' then
        update pii.phone_numbers set texted_at = new.claimed_at where hash = new.phone_hash;
      elsif new.state in ('planned', 'held', 'failed', 'undelivered') then
        update pii.phone_numbers set texted_at = null where hash = new.phone_hash and texted_at = new.claimed_at;
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger keep_texted_at after update on pii.outbound_texts
    for each row when (new.state <> old.state and new.of_campaign) execute function pii.keep_texted_at()`.execute(db)

  // Who asks for texts again has unblocked us; who writes can be reached. Few numbers are in trouble: the index is small.
  await sql`create index phone_numbers_in_trouble on pii.phone_numbers (hash) where trouble is not null`.execute(db)
  await sql`
    create function pii.forget_block() returns trigger language plpgsql as $$
    begin
      update pii.phone_numbers set trouble = null, trouble_at = null
      where hash = new.phone_hash and trouble = 'blocked';
      return null;
    end $$`.execute(db)
  await sql`
    create trigger opt_in_forgets_block after insert on pii.consents
    for each row when (new.kind = 'opt-in') execute function pii.forget_block()`.execute(db)
  await sql`
    create function pii.forget_trouble() returns trigger language plpgsql as $$
    begin
      update pii.phone_numbers set trouble = null, trouble_at = null
      where hash in (
        select n.hash from pii.phone_numbers n join heard on heard.phone_hash = n.hash
        where n.trouble is not null and n.trouble <> 'blocked' and heard.direction = 'in'
        for update of n skip locked); -- who waits here could wait for a sender that waits for us
      return null;
    end $$`.execute(db)
  await sql`
    create trigger text_forgets_trouble after insert on pii.messages
    referencing new table as heard for each statement execute function pii.forget_trouble()`.execute(db)

  await sql`
    create index inbox_in_doubt on pii.inbox (phone_hash)
    where reason = 'opt-out-in-doubt' and done_at is null`.execute(db)

  // A text that is being claimed at this moment is judged by whoever claims it, now or the next time. To wait for it here
  // could mean that both wait: the claim for the conversation that this "stop" has just moved.
  await sql`
    create or replace function pii.cancel_texts() returns trigger language plpgsql as $$
    begin
      update pii.outbound_texts set state = 'canceled', reason = 'opted out'
      where id in (
        select id from pii.outbound_texts
        where state in ('planned', 'held') and (phone_hash = new.phone_hash or person_id = new.person_id)
        for update skip locked);
      return null;
    end $$`.execute(db)

  // What leaves by one number or pool of ours, whichever wave it is of: 'study:<id>' where the study has its own.
  await sql`
    create table text_lanes (
      sender      text primary key,
      tokens      double precision not null default 0 check (tokens >= 0),
      refilled_at timestamptz not null,
      sent_on     date, -- the day that sent_today counts, where the study that sent last is fielded
      sent_today  integer not null default 0,
      resume_at   timestamptz -- the carrier asked us to slow down until then
    )`.execute(db)

  // A late reply is worth sending for minutes.
  await sql`
    update pii.outbound_texts set not_after = greatest(not_before, created_at) + interval '10 minutes'
    where kind = 'late-reply' and state = 'planned' and not_after is null`.execute(db)

  // What came of it is told to whoever agreed to hear it, drawn or not.
  await sql`
    alter table pii.outbound_texts drop constraint outbound_texts_check, add constraint of_a_wave
      check (not of_campaign or (study_id is not null and wave_id is not null and interview_id is not null
        and (case_id is not null or kind = 'follow-up')))`.execute(db)

  // Pictures and the like that came with a text: where the carrier keeps them, sealed, and what they are.
  await sql`
    create table pii.message_media (
      sid     text not null references pii.messages on delete cascade,
      place   integer not null check (place >= 0),
      kind    text not null check (length(kind) <= 100), -- 'image/jpeg', as the carrier tells it
      address bytea not null,
      primary key (sid, place)
    )`.execute(db)
}
