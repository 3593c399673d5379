import { setTimeout as sleep } from 'node:timers/promises'
import { type Clock, nextTime } from './clock.ts'
import { type Resident, zones } from './residents.ts'
import type { Site } from './site.ts'

/** Where the day ends first. */
const [east] = zones

/** When hours end and begin (study.json says nothing else than usual), with the last minute that is not used. */
const [closes, opens] = ['20:29', '09:00']
const second = 1000
const day = 86_400 * second

/** Workers look for what is to be sent every second. */
const stillness = 3 * second

/** The evening on which a run begins: some minutes before the hours end in the east, where it is not yet. */
export function eveningAfter(now: Date): Date {
  return new Date(nextTime(closes, east, new Date(now.getTime() + 3600 * second)).getTime() - 600 * second)
}

/** What can be seen of a run while it goes on. */
export type Watch = {
  /** The numbers that one of our own texts has reached. */
  readonly reached: ReadonlySet<string>
  /** For how long every resident has been waiting for a text of ours, or is through, and none has come. */
  readonly stillMs: () => number
  readonly remindersSent: () => number
}

/**
 * Takes a run through its days. On the first evening the hours end in the east while invitations leave; the others get
 * theirs. What had to wait leaves the next day, some of it in the first seconds of the morning. A day later those who were silent
 * are reminded, and what killed workers had in hand is found out in the end. Between days the workers are dead; within
 * them time passes as it does.
 */
export async function passDays(
  { clock, site, residents }: { clock: Clock; site: Site; residents: readonly Resident[] },
  { reached, stillMs, remindersSent }: Watch,
  mostSeconds: number,
): Promise<void> {
  const end = performance.now() + mostSeconds * second
  const until = async (isSo: () => boolean, most = Infinity) => {
    const giveUp = Math.min(end, performance.now() + most)
    while (!isSo() && performance.now() < giveUp) await sleep(50)
  }
  const inEast = residents.filter(({ part, zone }) => part !== 'texts-first' && zone === east)
  const isPast = (at: Date, seconds: number) => clock.now().getTime() > at.getTime() + seconds * second

  await until(() => inEast.filter(({ number }) => reached.has(number)).length >= 0.1 * inEast.length)
  const closing = nextTime(closes, east, clock.now())
  clock.setTo(new Date(closing.getTime() - 2 * second))
  await until(() => isPast(closing, 3))

  const opening = nextTime(opens, east, clock.now())
  await site.withoutWorkers(() => clock.setTo(new Date(opening.getTime() - second)))
  await until(() => isPast(opening, 3))
  await site.withoutWorkers(() => clock.setTo(new Date(opening.getTime() + 4.1 * 3600 * second)))
  await until(() => stillMs() > stillness)

  const noon = nextTime('12:00', east, new Date(clock.now().getTime() + day))
  await site.withoutWorkers(() => clock.setTo(noon))
  await until(() => remindersSent() > 0, 60 * second)
  await until(() => stillMs() > stillness)
  await site.withoutWorkers(() => clock.setTo(new Date(noon.getTime() + 2 * 3600 * second)))
  await until(() => stillMs() > stillness)
}
