import { type Kysely, sql } from 'kysely'

/**
 * Texts that were overtaken while they were being answered are read again, whatever they lead to.
 * Promises: a text that moves nothing is answered from where its interview stands, not from where it stood; nothing is
 * said to a number that has said stop meanwhile; a START that came in before a stop does not take it back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The latest word of a number on being texted, if it is "stop"; its id is null where the number may be answered.
  await sql`
    create function pii.refusal_of(phone bytea)
    returns table (id bigint, recorded_at timestamptz)
    language sql stable as $$
      select case when c.kind = 'opt-out' then c.id end, c.recorded_at
      from pii.consents c
      where c.phone_hash = phone and c.kind in ('opt-out', 'opt-in')
      order by c.id desc limit 1
    $$`.execute(db)

  // For each text: the reply it got if it was here before, the refusal that holds for its number with the milliseconds
  // since then, the study that it was sent to, what its number was asked, and its latest conversations.
  await sql`drop function read_conversations(bytea[], text[], text[])`.execute(db)
  await sql`
    create function read_conversations(phone_hashes bytea[], sids text[], recipients text[])
    returns table (is_known boolean, reply bytea, refusal json, sent_to text, asking json, threads json)
    language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    begin
      return query
        select m.sid is not null, m.reply,
          (select json_build_object('id', r.id::text,
              'forMs', extract(epoch from clock_timestamp() - r.recorded_at) * 1000)
            from pii.refusal_of(ask.phone_hash) r where r.id is not null),
          o.study_id,
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
  // numbers of those that were recorded: not those whose interview has moved on since it was read, or whose number has
  // said stop, or asked for more. The texts of a number go one after the other, in all processes: the statements after
  // the first see whatever another of them has written. What few texts lead to comes apart from what all do: a column
  // that is always empty costs as much as a full one.
  await sql`drop function record_turns(json, json)`.execute(db)
  await sql`
    create function record_turns(turns json, extras json, phones bytea[])
    returns setof integer
    language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    declare
      recorded integer[];
    begin
      perform pg_advisory_xact_lock(number.key)
      from (
        select distinct ('x' || encode(substr(phone, 1, 8), 'hex'))::bit(64)::bigint as key
        from unnest(phones) as phone order by key -- in one order everywhere, so that no two wait for each other
      ) number;

      with turn as materialized (
        select * from json_to_recordset(turns) as t (n int, study_id text, interview_id uuid,
          was_seq int, seq int, wave_id uuid, version int, case_id uuid, status text, mode_start text, mode_end text,
          language text, area_id text, area_source text, fold json, answers jsonb, changed_at timestamptz, events json,
          sid text, phone_hash bytea, body bytea, reply bytea, text_hash bytea, refusal bigint)
        where t.phone_hash is null
          or (select r.id from pii.refusal_of(t.phone_hash) r) is not distinct from t.refusal
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
        where t.wave_id is null and t.seq is not null and i.study_id = t.study_id and i.id = t.interview_id
          and i.seq = t.was_seq
        returning i.study_id, i.id
      ), stayed as (
        -- Nothing was added to it: it has to stand where it was read until the text is recorded.
        select i.study_id, i.id from turn t
        join interviews i on i.study_id = t.study_id and i.id = t.interview_id
        where t.seq is null and i.seq = t.was_seq
        for share of i
      ), stepped as (
        select * from begun union all select * from moved union all select * from stayed
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
            phone_hash bytea, text_hash bytea, at timestamptz, person_id uuid, sealed_phone bytea, wave_id uuid,
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
