import { type Kysely, sql } from 'kysely'

/**
 * What every text runs, as functions: PostgreSQL then plans it once per connection, on both engines. A plan made while
 * the tables were small would read them from end to end for ever after, so these never plan without an index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // For each text: the reply it got if it was here before, the latest consent of its number, and its live interview.
  await sql`
    create function read_conversations(phone_hashes bytea[], sids text[])
    returns table (is_known boolean, reply bytea, consent text, live json)
    language plpgsql stable set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    begin
      return query
        select m.sid is not null, m.reply,
          (select kind from pii.consents where phone_hash = ask.phone_hash order by id desc limit 1), c.live
        from unnest(phone_hashes, sids)
          with ordinality as ask (phone_hash, sid, n)
        left join pii.messages m on m.sid = ask.sid
        left join lateral (
          select json_build_object(
            'isOpen', w.status = 'open',
            'wave', json_build_object('id', w.id, 'study_id', w.study_id, 'version', w.version, 'layer_id', w.layer_id,
              'place_set_id', w.place_set_id),
            'interview', json_build_object('study_id', i.study_id, 'id', i.id, 'wave_id', i.wave_id, 'case_id', i.case_id,
              'seq', i.seq, 'fold', i.fold, 'case_area', s.area_id)) as live
          from pii.conversations v
          join waves w on w.id = v.wave_id
          join interviews i on i.study_id = v.study_id and i.id = v.interview_id
          left join sample_cases s on s.id = i.case_id
          where v.phone_hash = ask.phone_hash
          order by (w.status = 'open') desc, v.begun_at desc
          limit 1
        ) c on true
        order by ask.n;
    end $$`.execute(db)

  // Records turns of different interviews and numbers (server/store/turns.ts), each whole or not at all; gives the
  // numbers of those that were recorded, which are all but those whose interview has moved on.
  await sql`
    create function record_turns(turns json)
    returns setof integer
    language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
    #variable_conflict use_column
    begin
      return query
        with turn as materialized (
          select * from json_to_recordset(turns) as t (n int, study_id text, interview_id uuid,
            was_seq int, seq int, wave_id uuid, version int, case_id uuid, status text, mode_start text, mode_end text,
            language text, area_id text, area_source text, fold json, answers jsonb, changed_at timestamptz, events json,
            sid text, phone_hash bytea, body bytea, reply bytea, conversation uuid, sealed_phone bytea, consent text,
            how text, consent_study text)
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
        ), numbered as (
          insert into pii.phone_numbers (hash, sealed)
          select phone_hash, sealed_phone from taken where sealed_phone is not null
          on conflict do nothing
        ), conversed as (
          insert into pii.conversations (phone_hash, wave_id, study_id, interview_id)
          select phone_hash, conversation, study_id, interview_id from taken where conversation is not null
        ), consented as (
          insert into pii.consents (phone_hash, kind, how, mode, study_id)
          select phone_hash, consent, how, 'sms', consent_study from taken where consent is not null
        ), texted as (
          insert into pii.messages (sid, direction, phone_hash, body, reply)
          select sid, 'in', phone_hash, body, reply from taken where sid is not null
        )
        select n from taken;
    end $$`.execute(db)
}
