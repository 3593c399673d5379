import { type Kysely, sql } from 'kysely'

/**
 * What a conversation needs beside its texts, and who is meant when somebody says "stop".
 * Promises: a refusal covers the number it came from, its person, and every number that is that person's alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A number that several people share says nothing about who wrote, so it never refuses for one of them by name; nor
  // does one person's refusal at the door silence a number that others use.
  await sql`
    create function pii.concerned(kind text, phone bytea, person uuid)
    returns table (phone_hash bytea, person_id uuid)
    language plpgsql stable as $$
    #variable_conflict use_column
    begin
      return query
        with whose as (
          select coalesce(person, (
            select (array_agg(p.person_id))[1] from pii.person_phones p where p.phone_hash = phone having count(*) = 1
          )) as person_id
        )
        select phone, whose.person_id from whose where phone is not null or whose.person_id is not null
        union all
        select p.phone_hash, whose.person_id
        from whose join pii.person_phones p on p.person_id = whose.person_id
        where (phone is null or kind = 'opt-out') and p.phone_hash is distinct from phone
          and not exists (
            select from pii.person_phones o where o.phone_hash = p.phone_hash and o.person_id <> p.person_id);
    end $$`.execute(db)

  // When either side last spoke, and what the resident then said, by its hash: the same words again within seconds.
  // The order among the few conversations of a number needs no index, and without one each text changes one page only.
  await sql`drop index pii.conversations_latest`.execute(db)
  await sql`alter table pii.conversations add last_text bytea, set (fillfactor = 70)`.execute(db)

  // Numbers of ours that belong to one study: who texts to one means that study.
  await sql`
    create table text_senders (
      phone    text primary key check (phone ~ '^[+][1-9][0-9]{6,14}$'),
      study_id text not null references studies
    )`.execute(db)

  // What a number was asked before any question of an interview: which study it means, or who is texting.
  await sql`
    create table pii.askings (
      phone_hash bytea primary key,
      kind       text not null check (kind in ('study', 'person')),
      options    json not null, -- in the order in which they were numbered
      held       bytea not null, -- the text that waits for the answer
      misses     integer not null default 0,
      asked_at   timestamptz not null
    )`.execute(db)

  // Links that were texted to people who are in no sample; a case has its own.
  await sql`
    create table interview_links (
      token_hash   bytea primary key check (length(token_hash) = 32),
      study_id     text not null,
      interview_id uuid not null,
      foreign key (study_id, interview_id) references interviews (study_id, id)
    )`.execute(db)

  // Texts that a person should read. What was done about each is only ever added.
  await sql`
    create table pii.inbox (
      id           bigint generated always as identity primary key,
      sid          text not null references pii.messages on delete cascade,
      phone_hash   bytea not null,
      study_id     text references studies,
      interview_id uuid,
      question     text, -- the one that the text answered
      reason       text not null check (reason in ('opt-out-in-doubt', 'not-understood', 'question', 'media')),
      came_at      timestamptz not null,
      done_at      timestamptz
    )`.execute(db)
  await sql`create index inbox_open on pii.inbox (study_id, id) where done_at is null`.execute(db)
  await sql`create index inbox_by_text on pii.inbox (sid)`.execute(db)
  await sql`
    create table pii.inbox_actions (
      id      bigint generated always as identity primary key,
      item_id bigint not null references pii.inbox on delete cascade,
      action  text not null check (action in ('coded', 'replied', 'opted-out', 'closed')),
      by_whom text not null,
      done_at timestamptz not null
    )`.execute(db)
  await sql`
    create trigger append_only before update on pii.inbox_actions
    for each statement execute function refuse_change()`.execute(db)

  // For each text: the reply it got if it was here before, whether its number may be answered, the study that it was
  // sent to, what its number was asked, and its latest conversations.
  await sql`drop function read_conversations(bytea[], text[])`.execute(db)
  await sql`
    create function read_conversations(phone_hashes bytea[], sids text[], recipients text[])
    returns table (is_known boolean, reply bytea, stopped boolean, sent_to text, asking json, threads json)
    language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    begin
      return query
        select m.sid is not null, m.reply, pii.has_opted_out(ask.phone_hash, null), o.study_id,
          (select json_build_object('kind', a.kind, 'options', a.options, 'misses', a.misses,
              'held', encode(a.held, 'hex'))
            from pii.askings a where a.phone_hash = ask.phone_hash),
          c.threads
        from unnest(phone_hashes, sids, recipients)
          with ordinality as ask (phone_hash, sid, recipient, n)
        left join pii.messages m on m.sid = ask.sid
        left join text_senders o on o.phone = ask.recipient
        left join lateral (
          select json_agg(json_build_object(
            'status', w.status,
            'wave', json_build_object('id', w.id, 'study_id', w.study_id, 'version', w.version, 'layer_id', w.layer_id,
              'place_set_id', w.place_set_id),
            'interview', case when i.id is not null then json_build_object('study_id', i.study_id, 'id', i.id,
              'wave_id', i.wave_id, 'case_id', i.case_id, 'seq', i.seq, 'fold', i.fold, 'case_area', s.area_id) end,
            'interviewId', v.interview_id,
            'case', case when s.id is not null then
              json_build_object('id', s.id, 'area', s.area_id, 'language', s.language) end,
            'personId', v.person_id,
            'name', encode(p.name, 'hex'),
            'stopped', v.person_id is not null and pii.has_opted_out(v.phone_hash, v.person_id),
            'begunAt', v.begun_at,
            'lastAt', greatest(v.last_at, i.changed_at),
            'lastText', encode(v.last_text, 'hex')) order by v.last_at desc) as threads
          from pii.conversations v
          join waves w on w.id = v.wave_id
          left join interviews i on i.study_id = v.study_id and i.id = v.interview_id
          left join sample_cases s on s.id = v.case_id
          left join pii.people p on p.id = v.person_id
          where v.phone_hash = ask.phone_hash
        ) c on true
        order by ask.n;
    end $$`.execute(db)

  // Records turns of different interviews and numbers (server/store/turns.ts), each whole or not at all; gives the
  // numbers of those that were recorded, which are all but those whose interview has moved on. What few texts lead to
  // comes apart from what all do: a column that is always empty costs as much as a full one.
  await sql`drop function record_turns(json)`.execute(db)
  await sql`
    create function record_turns(turns json, extras json)
    returns setof integer
    language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    declare
      recorded integer[];
    begin
      with turn as materialized (
        select * from json_to_recordset(turns) as t (n int, study_id text, interview_id uuid,
          was_seq int, seq int, wave_id uuid, version int, case_id uuid, status text, mode_start text, mode_end text,
          language text, area_id text, area_source text, fold json, answers jsonb, changed_at timestamptz, events json,
          sid text, phone_hash bytea, body bytea, reply bytea, text_hash bytea)
      ), begun as (
        insert into interviews (study_id, id, wave_id, version, case_id, seq, status, mode_start, mode_end, language,
          area_id, area_source, fold, answers, begun_at, changed_at, completed_at)
        select study_id, interview_id, wave_id, version, case_id, seq, status, mode_start, mode_end, language, area_id,
          area_source, fold, answers, changed_at, changed_at, case when status = 'complete' then changed_at end
        from turn where wave_id is not null
        on conflict (study_id, id) do nothing
        returning study_id, id
      ), moved as (
        update interviews i set seq = t.seq, status = t.status, mode_end = t.mode_end, language = t.language,
          area_id = t.area_id, area_source = t.area_source, fold = t.fold, answers = t.answers,
          changed_at = t.changed_at,
          completed_at = case when t.status = 'complete' then coalesce(i.completed_at, t.changed_at) end
        from turn t
        where t.wave_id is null and i.study_id = t.study_id and i.id = t.interview_id and i.seq = t.was_seq
        returning i.study_id, i.id
      ), stepped as (
        select * from begun union all select * from moved
      ), taken as (
        select * from turn t
        where t.interview_id is null
          or exists (select from stepped s where s.study_id = t.study_id and s.id = t.interview_id)
      ), logged as (
        insert into interview_events (study_id, interview_id, seq, id, type, mode, language, actor, happening,
          content_hash, device_at)
        select t.study_id, t.interview_id, e.seq, e.id, e.type, e.mode, e.language, e.actor, e.happening, e.hash, e.at
        from taken t, json_to_recordset(t.events) as e (seq int, id uuid, type text, mode text, language text,
          actor text, happening json, hash text, at timestamptz)
      ), spoken as (
        update pii.conversations v set last_at = greatest(v.last_at, t.changed_at), last_text = t.text_hash
        from taken t
        where v.phone_hash = t.phone_hash and v.study_id = t.study_id and v.interview_id = t.interview_id
      ), texted as (
        insert into pii.messages (sid, direction, phone_hash, body, reply)
        select sid, 'in', phone_hash, body, reply from taken where sid is not null
      )
      select array_agg(n) into recorded from taken;

      if extras is not null then
        with extra as materialized (
          select * from json_to_recordset(extras) as t (n int, study_id text, interview_id uuid, sid text,
            phone_hash bytea, text_hash bytea, at timestamptz, touched boolean, person_id uuid, sealed_phone bytea, wave_id uuid,
            case_id uuid, consent text, how text, consent_study text, link_hash bytea, answered boolean, asking text,
            options json, held bytea, misses int, reason text, inbox_study text, inbox_interview uuid, question text)
          where n = any (recorded)
        ), numbered as (
          insert into pii.phone_numbers (hash, sealed)
          select phone_hash, sealed_phone from extra where sealed_phone is not null
          on conflict do nothing
        ), conversed as (
          insert into pii.conversations (phone_hash, wave_id, study_id, interview_id, case_id, person_id, last_at,
            last_text)
          select phone_hash, wave_id, study_id, interview_id, case_id, person_id, at, text_hash
          from extra where wave_id is not null
        ), spoken as (
          update pii.conversations v set last_at = greatest(v.last_at, t.at), last_text = t.text_hash
          from extra t
          where t.touched and v.phone_hash = t.phone_hash and v.study_id = t.study_id and v.interview_id = t.interview_id
        ), consented as (
          insert into pii.consents (phone_hash, person_id, kind, how, mode, study_id)
          select c.phone_hash, c.person_id, t.consent, t.how, 'sms', t.consent_study
          from extra t, pii.concerned(t.consent, t.phone_hash, t.person_id) c
          where t.consent is not null
        ), linked as (
          insert into interview_links (token_hash, study_id, interview_id)
          select link_hash, study_id, interview_id from extra where link_hash is not null
          on conflict do nothing
        ), asked as (
          insert into pii.askings as a (phone_hash, kind, options, held, misses, asked_at)
          select phone_hash, asking, options, held, misses, at from extra where asking is not null
          on conflict (phone_hash) do update set kind = excluded.kind, options = excluded.options,
            held = excluded.held, misses = excluded.misses, asked_at = excluded.asked_at
        ), told as (
          delete from pii.askings a using extra t where t.answered and a.phone_hash = t.phone_hash
        )
        insert into pii.inbox (sid, phone_hash, study_id, interview_id, question, reason, came_at)
        select sid, phone_hash, inbox_study, inbox_interview, question, reason, at
        from extra where reason is not null;
      end if;
      return query select unnest(recorded);
    end $$`.execute(db)
}
