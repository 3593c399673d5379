import type { Deps } from '#server/deps.ts'
import { requireWave } from './require-wave.ts'

/**
 * Gives one of our numbers to a study: who texts to it means that study, with no keyword and no question.
 *
 * @param phone  in E.164
 * @throws Problem no-such-study, no-such-wave
 */
export async function giveNumber({ db }: Pick<Deps, 'db'>, studyId: string, phone: string): Promise<void> {
  await requireWave(db, studyId)
  await db
    .insertInto('text_senders')
    .values({ phone, study_id: studyId })
    .onConflict((conflict) => conflict.column('phone').doUpdateSet({ study_id: studyId }))
    .execute()
}
