import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Somebody who finished an interview and agreed to hear what came of it, at the number that they are best texted at. */
export type FollowedUp = {
  readonly interview_id: string
  readonly case_id: string | null
  readonly person_id: string | null
  readonly language: string | null
  readonly time_zone: string | null
  /** Of the number; sealed. */
  readonly sealed: Buffer
}

/**
 * A page of those of a wave who are to hear what came of it, in the order of their interviews: their interview is complete, one of these answers was given to this question,
 * and a number may be texted; the one that they texted from last, or else the first of their person's.
 *
 * @param after  the interview after which the page begins
 * @returns      those; how many agreed whom no text may go to; and the last interview, where there may be more
 */
export async function whoAgreedToHear(
  db: Db,
  waveId: string,
  { question, values }: { readonly question: string; readonly values: readonly string[] },
  { after, most }: { readonly after: string; readonly most: number },
): Promise<{ followedUp: FollowedUp[]; unreachable: number; last: string | undefined }> {
  const { rows } = await sql<{ interview_id: string } & (FollowedUp | { sealed: null })>`
    select i.id as interview_id, i.case_id, i.language, coalesce(n.time_zone, c.time_zone) as time_zone, n.person_id,
      n.sealed
    from (
      select i.* from interviews i
      where i.wave_id = ${waveId}::uuid and i.status = 'complete' and i.id > ${after}::uuid
        and case jsonb_typeof(i.answers -> ${question}::text)
          when 'array' then exists (
            select from jsonb_array_elements_text(i.answers -> ${question}::text) one
            where one = any (${values}::text[]))
          else i.answers ->> ${question}::text = any (${values}::text[]) end
      order by i.id limit ${most}
    ) i
    left join sample_cases c on c.id = i.case_id
    left join pii.case_people k on k.case_id = i.case_id
    left join lateral (
      select p.sealed, p.time_zone, known.person_id
      from (
        select v.phone_hash, coalesce(v.person_id, k.person_id) as person_id, v.heard_at, 0 as rank
        from pii.conversations v where v.study_id = i.study_id and v.interview_id = i.id
        union all
        select h.phone_hash, h.person_id, null, h.rank from pii.person_phones h where h.person_id = k.person_id
      ) known join pii.phone_numbers p on p.hash = known.phone_hash
      where p.trouble is null and p.kind <> 'landline' and pii.consent_for(p.hash, known.person_id) is not null
      order by known.heard_at desc nulls last, known.rank, p.hash
      limit 1
    ) n on true
    order by i.id`.execute(db)
  const followedUp = rows.flatMap((row) => (row.sealed === null ? [] : [row as FollowedUp])) // the others have no number
  const last = rows.length < most ? undefined : rows.at(-1)?.interview_id
  return { followedUp, unreachable: rows.length - followedUp.length, last }
}
