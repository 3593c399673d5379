import { type Kysely, sql } from 'kysely'

/**
 * Whoever says in an interview that they want no more is in the ledger from the same commit on, in whatever mode they
 * said it. A text's own step writes its word itself, since there the number is known that said it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function pii.take_opt_out_of_interview() returns trigger language plpgsql as $$
    begin
      insert into pii.consents (phone_hash, person_id, kind, how, mode, study_id)
      select distinct c.phone_hash, c.person_id, 'opt-out', 'said so in the interview', new.mode, new.study_id
      from (
        select v.phone_hash, v.person_id from pii.conversations v
        where v.study_id = new.study_id and v.interview_id = new.interview_id
        union
        select null::bytea, p.person_id from interviews i join pii.case_people p on p.case_id = i.case_id
        where i.study_id = new.study_id and i.id = new.interview_id
      ) who, pii.concerned('opt-out', who.phone_hash, who.person_id) c;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger take_opt_out after insert on interview_events
    for each row when (new.type = 'opted-out' and new.mode <> 'sms')
    execute function pii.take_opt_out_of_interview()`.execute(db)
}
