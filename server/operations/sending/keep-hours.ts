import type { Deps } from '#server/deps.ts'
import { contactHours, leavingAt } from '#server/fieldwork/contact-hours.ts'
import { findVersion } from '#server/store/studies.ts'
import { cancelLapsed, setHours, textsOutOfHours } from '#server/store/waiting-texts.ts'
import { jitterOf, zonesOf } from './enqueue-text.ts'

const mostAtOnce = 200

/**
 * Gives texts whose hours ended before they left their next ones: those that a pause, a cap or a stop held back. What
 * answers somebody's text has no next ones, and is dropped.
 *
 * @returns how many there were
 */
export async function keepHours(deps: Deps): Promise<number> {
  const { db, sealer } = deps
  const now = deps.now()
  await cancelLapsed(db, now)
  const late = await textsOutOfHours(db, now, mostAtOnce)
  for (const [studyId, texts] of Map.groupBy(late, ({ study_id }) => study_id)) {
    const study = studyId === null ? undefined : (await findVersion(db, studyId))?.study
    if (!study) throw new Error('A text with hours belongs to no study')
    const openingAfter = contactHours(study.texts)
    const hours = texts.map(({ id, key, not_before, phone, phone_time_zone, case_time_zone }) => ({
      id,
      ...leavingAt(
        openingAfter,
        new Date(Math.max(now.getTime(), not_before.getTime())),
        zonesOf(sealer.unseal(phone), [phone_time_zone, case_time_zone], study.texts),
        jitterOf(key),
      ),
    }))
    await setHours(db, hours)
  }
  return late.length
}
