import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The clock of a run: this machine's, set ahead. */
export type Clock = {
  readonly now: () => Date
  /** Sets it on; it is never set back. */
  readonly setTo: (at: Date) => void
  /** The environment of processes that live by it. */
  readonly env: Readonly<Record<string, string>>
}

const preload = pathToFileURL(join(import.meta.dirname, 'clock-ahead.ts')).href
const minute = 60_000

/** A clock that all processes of a run share, by a file of this folder. */
export function settableClock(folder: string): Clock {
  const file = join(folder, 'clock')
  let aheadMs = 0
  const tell = () => {
    writeFileSync(`${file}.new`, String(aheadMs))
    renameSync(`${file}.new`, file)
  }
  tell()
  return {
    now: () => new Date(Date.now() + aheadMs),
    setTo(at) {
      aheadMs = Math.max(aheadMs, at.getTime() - Date.now())
      tell()
    },
    env: { NODE_OPTIONS: `--import=${preload}`, CLOCK_FILE: file },
  }
}

/** The first full minute from a moment on at which the clocks of a zone show a time of day, such as '20:29'. */
export function nextTime(timeOfDay: string, zone: string, from: Date): Date {
  for (let at = Math.ceil(from.getTime() / minute) * minute; ; at += minute)
    if (timeOfDayIn(zone, new Date(at)) === timeOfDay) return new Date(at)
}

export function timeOfDayIn(zone: string, at: Date): string {
  return at.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
}
