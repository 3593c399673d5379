import type { Thread } from '#server/store/threads.ts'
import { isLive, minutesSilent } from './scene.ts'

/** An interview that ended keeps the next texts for an hour ("thank you!"); then they go to one that is still open. */
const afterglowMinutes = 60

/** Who has been silent for so long may have handed the phone on. */
const silenceHours = 12

/**
 * The interviews that a text may belong to, by the number of ours that it came to. One that belongs to another study may
 * have sent the invitation of a case none the less, before it was given away: then its answers are heard there too.
 *
 * @param sentTo  the study that owns the number; null: any
 */
export function threadsHeardAt(threads: readonly Thread[], sentTo: string | null): readonly Thread[] {
  if (sentTo === null) return threads
  const own = threads.filter(({ wave }) => wave.study_id === sentTo)
  const invited = threads.filter((thread) => thread.interview.case_id !== null && isLive(thread))
  return own.some(isLive) || invited.length === 0 ? own : invited
}

/**
 * The interview to which a text of a number belongs: the one that spoke last, or, where that is over for some time, the
 * latest that is not. Somebody who shares the phone and has said stop is passed over.
 */
export function threadMeant(threads: readonly Thread[], now: Date): Thread | undefined {
  const heeded = threads.filter(({ stopped }) => !stopped)
  const [latest, ...earlier] = heeded.length > 0 ? heeded : threads
  const underWay = latest && underWayBeside(latest, earlier)
  if (underWay && underWay.personId === latest.personId) return underWay
  if (!latest || isLive(latest) || minutesSilent(latest, now) < afterglowMinutes) return latest
  return earlier.find(isLive) ?? latest
}

/**
 * The interview that was being answered when an invitation to another one reached the number: the next text answers it,
 * unless its sender can be asked who they are.
 */
export function underWayBeside(invited: Thread, threads: readonly Thread[]): Thread | undefined {
  const { interview, lastAt } = invited
  if (interview.seq > 0 || !lastAt) return undefined
  return threads.find(
    (thread) =>
      thread.interview.seq > 0 &&
      isLive(thread) &&
      thread.lastAt !== null &&
      lastAt.getTime() - thread.lastAt.getTime() < silenceHours * 3_600_000,
  )
}

/**
 * Who else could be texting: others of this phone with an interview of their own. They matter when an invitation is
 * answered, and when an interview goes on after a long silence; in between the conversation itself says who it is.
 */
export function othersWhoMayText(thread: Thread, threads: readonly Thread[], now: Date): readonly Thread[] {
  const { personId, interview } = thread
  const isNew = interview.seq === 0
  if (personId === null || !(isNew || minutesSilent(thread, now) >= silenceHours * 60)) return []
  const others = threads.filter(
    (other) => other.personId !== null && other.personId !== personId && other.status !== 'closed',
  )
  const matter = isNew ? others : others.filter(isLive)
  return matter.filter(({ personId: id }, index) => matter.findIndex((other) => other.personId === id) === index)
}
