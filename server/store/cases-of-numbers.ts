import { sql } from 'kysely'
import type { Db } from './database.ts'
import { type Thread, unbegun } from './threads.ts'

/**
 * For each number the cases of open waves that it belongs to, though nobody has texted it yet: who wrote to us first,
 * with a letter in their hand, is still the one whom we drew.
 */
export async function casesOfNumbers(db: Db, phoneHashes: readonly Buffer[]): Promise<Thread[][]> {
  const rows = await db
    .selectFrom('pii.person_phones as n')
    .innerJoin('pii.case_people as k', 'k.person_id', 'n.person_id')
    .innerJoin('pii.people as p', 'p.id', 'n.person_id')
    .innerJoin('known_cases as s', 's.id', 'k.case_id')
    .innerJoin('waves as w', 'w.id', 's.wave_id')
    .leftJoin('interviews as i', 'i.case_id', 's.id')
    .select(['w.id', 'w.study_id', 'w.version', 'w.layer_id', 'w.place_set_id', 'w.status', 'w.opened_at'])
    .select(['n.phone_hash', 's.id as case_id', 's.interview_id', 's.area_id', 's.language', 'n.person_id', 'p.name'])
    .select(['i.seq', 'i.fold'])
    .select(sql<boolean>`pii.has_opted_out(n.phone_hash, n.person_id)`.as('stopped'))
    .where('n.phone_hash', 'in', phoneHashes)
    .where('w.status', '=', 'open')
    .orderBy('w.opened_at')
    .orderBy('s.id')
    .execute()
  const cases = rows.map((row) => {
    const { id, study_id, version, layer_id, place_set_id, status, stopped, language, name, opened_at } = row
    const wave = { id, study_id, version, layer_id, place_set_id }
    const { seq, fold } = row
    const thread: Thread = {
      wave,
      status,
      interview: {
        ...unbegun(wave, row.interview_id, { id: row.case_id, area: row.area_id }),
        ...(seq !== null && fold !== null && { seq, fold }),
      },
      language,
      personId: row.person_id,
      name,
      stopped,
      begunAt: opened_at ?? new Date(0),
      lastAt: null,
      lastText: null,
    }
    return { phoneHash: row.phone_hash, thread }
  })
  return phoneHashes.map((hash) => cases.flatMap(({ phoneHash, thread }) => (phoneHash.equals(hash) ? thread : [])))
}
