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

export async function insertCases(db: Db, cases: readonly Insertable<Schema['sample_cases']>[]): Promise<void> {
  await db.insertInto('sample_cases').values(cases).execute()
}
