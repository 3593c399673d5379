import type { Deps } from '#server/deps.ts'
import { noSuchStudy } from '#server/problems.ts'
import { countInterviews } from '#server/store/interviews.ts'
import { studyExists } from '#server/store/studies.ts'
import { listWaves, type Wave } from '#server/store/waves.ts'

/**
 * Every wave of a study with how many interviews it has.
 *
 * @throws Problem no-such-study
 */
export async function describeWaves(
  { db }: Pick<Deps, 'db'>,
  studyId: string,
): Promise<(Wave & { interviews: number; complete: number })[]> {
  if (!(await studyExists(db, studyId))) throw noSuchStudy({ study: studyId })
  const [waves, counts] = await Promise.all([listWaves(db, studyId), countInterviews(db, studyId)])
  return waves.map((wave) => ({ ...wave, ...(counts.get(wave.id) ?? { interviews: 0, complete: 0 }) }))
}
