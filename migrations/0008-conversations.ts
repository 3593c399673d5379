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
    language sql stable as $$
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
          select from pii.person_phones o where o.phone_hash = p.phone_hash and o.person_id <> p.person_id)
    $$`.execute(db)
}
