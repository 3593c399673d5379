import type { Db } from './database.ts'
import type { WaveStatus } from './schema.ts'

/** The interview whose personal link was texted, with the language that it is held in. */
export async function findTextedLink(
  db: Db,
  tokenHash: Buffer,
): Promise<{ studyId: string; interviewId: string; language: string; status: WaveStatus } | undefined> {
  return db
    .selectFrom('interview_links as l')
    .innerJoin('interviews as i', (join) =>
      join.onRef('i.study_id', '=', 'l.study_id').onRef('i.id', '=', 'l.interview_id'),
    )
    .innerJoin('waves as w', 'w.id', 'i.wave_id')
    .select(['l.study_id as studyId', 'l.interview_id as interviewId', 'i.language', 'w.status'])
    .where('l.token_hash', '=', tokenHash)
    .executeTakeFirst()
}
