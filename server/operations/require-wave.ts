import { noSuchStudy, noSuchWave } from '#server/problems.ts'
import type { Db } from '#server/store/database.ts'
import { studyExists } from '#server/store/studies.ts'
import { findWave, type Wave } from '#server/store/waves.ts'

/** A wave of a study, without a number the latest, or a Problem that says what is missing. */
export async function requireWave(db: Db, studyId: string, number?: number): Promise<Wave> {
  const wave = await findWave(db, studyId, number)
  if (wave) return wave
  throw (await studyExists(db, studyId))
    ? noSuchWave({ study: studyId, ...(number !== undefined && { wave: number }) })
    : noSuchStudy({ study: studyId })
}
