import type { Insertable, Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'

export type SampleCase = Selectable<Schema['sample_cases']>

/** The case with this token's hash, or the one whose interview this is; never one whose file is still being read. */
export async function findCase(
  db: Db,
  by: { tokenHash: Buffer } | { studyId: string; interviewId: string },
): Promise<SampleCase | undefined> {
  const cases = db.selectFrom('known_cases').selectAll()
  return 'tokenHash' in by
    ? cases.where('token_hash', '=', by.tokenHash).executeTakeFirst()
    : cases.where('study_id', '=', by.studyId).where('interview_id', '=', by.interviewId).executeTakeFirst()
}

/** The cases that go by this id, ours or that of the file they came in, and the person whom each was drawn for. */
export async function casesCalled(
  db: Db,
  id: string,
): Promise<{ caseId: string; studyId: string; personId: string | null }[]> {
  return db
    .selectFrom('known_cases as c')
    .leftJoin('pii.case_people as k', 'k.case_id', 'c.id')
    .select(['c.id as caseId', 'c.study_id as studyId', 'k.person_id as personId'])
    .where((by) => by.or([by('c.external_id', '=', id), ...(isUuid(id) ? [by('c.id', '=', id)] : [])]))
    .orderBy('c.id')
    .execute()
}

/** The zone that the sample told for a case; null: none, or no case. */
export async function zoneOfCase(db: Db, caseId: string | null): Promise<string | null> {
  if (caseId === null) return null
  const found = await db.selectFrom('sample_cases').select('time_zone').where('id', '=', caseId).executeTakeFirst()
  return found?.time_zone ?? null
}

function isUuid(id: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)
}

export async function insertCases(db: Db, cases: readonly Insertable<Schema['sample_cases']>[]): Promise<void> {
  await db.insertInto('sample_cases').values(cases).execute()
}
