/** When we may begin to text somebody, on their own clock. */
export type ContactHours = {
  /** Times of day, '09:00'. */
  readonly from: string
  readonly until: string
  /** 0 is Sunday. */
  readonly blockedWeekdays: readonly number[]
  /** '2026-12-25'. */
  readonly blockedDates: readonly string[]
}

/** A time in which a text may leave: from `opens`, and before `closes`. */
export type Opening = { readonly opens: Date; readonly closes: Date }

/** A text needs a moment to leave, so the last minute of the hours is not used. */
const lastMinute = 60_000

const day = 86_400_000

/** Looked at in turn before it is said that there is no such hour: more than a year of days, in zones far apart. */
const mostSteps = 1000

/**
 * Makes the rule by which texts wait for the recipient's hours. Where it is not known in which of several zones
 * somebody lives, the hours must hold in all of them.
 *
 * @returns  gives the first time, not before `from`, at which a text may leave, and until when it may. Throws a
 *           RangeError where no zone is named, one is not known, or there is no such hour within a year
 */
export function contactHours(hours: ContactHours): (from: Date, zones: readonly string[]) => Opening {
  const [opensAt, closesAt] = [millisOf(hours.from), millisOf(hours.until) - lastMinute]
  const clocks = new Map<string, LocalClock>()
  const clockOf = (zone: string) => {
    const clock = clocks.get(zone) ?? localClock(zone)
    clocks.set(zone, clock)
    return clock
  }
  const isBlocked = (date: number) =>
    hours.blockedWeekdays.includes(new Date(date).getUTCDay()) ||
    hours.blockedDates.includes(new Date(date).toISOString().slice(0, 10))

  /** The next opening in one zone: today's, where it is not over, or that of a later day. */
  const inZone = (from: number, clock: LocalClock) => {
    let date = Math.floor(clock.toLocal(from) / day) * day
    for (let step = 0; step < mostSteps; step++, date += day) {
      const closes = clock.toInstant(date + closesAt)
      if (!isBlocked(date) && from < closes) return { opens: Math.max(from, clock.toInstant(date + opensAt)), closes }
    }
    throw new RangeError('There is no day on which a text may leave')
  }

  return (from, zones) => {
    if (zones.length === 0) throw new RangeError('Contact hours need a time zone')
    let at = from.getTime()
    for (let step = 0; step < mostSteps; step++) {
      const openings = zones.map((zone) => inZone(at, clockOf(zone)))
      const latest = Math.max(...openings.map(({ opens }) => opens))
      if (latest === at)
        return { opens: new Date(at), closes: new Date(Math.min(...openings.map(({ closes }) => closes))) }
      at = latest
    }
    throw new RangeError(`There is no hour that suits ${zones.join(' and ')}`)
  }
}

/** Texts that waited for the morning leave within this time after it opens, each at its own moment. */
const spread = 60 * 60_000

/**
 * When a text leaves that is due at `due`: then, if that is within the hours, else some time after they open again.
 *
 * @param jitter  0 to 1, the text's own: not all leave at one minute
 */
export function leavingAt(
  openingAfter: ReturnType<typeof contactHours>,
  due: Date,
  zones: readonly string[],
  jitter: number,
): { readonly notBefore: Date; readonly notAfter: Date } {
  const { opens, closes } = openingAfter(due, zones)
  const waited = opens.getTime() > due.getTime()
  const late = waited ? jitter * Math.min(spread, (closes.getTime() - opens.getTime()) / 2) : 0
  return { notBefore: new Date(opens.getTime() + late), notAfter: closes }
}

function millisOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}

/** Local times are told as milliseconds, as if the zone were UTC. */
type LocalClock = { readonly toLocal: (instant: number) => number; readonly toInstant: (local: number) => number }

/** @throws RangeError for a zone that the IANA database does not have */
function localClock(timeZone: string): LocalClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const toLocal = (instant: number) => {
    const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = format
      .format(instant)
      .split(/\D+/)
      .map(Number)
    return Date.UTC(year, month - 1, date, hour, minute, second, ((instant % 1000) + 1000) % 1000)
  }
  return {
    toLocal,
    toInstant(local) {
      // The offset of a first guess may be that of the other side of a change of clocks: look again from there.
      const guess = local - (toLocal(local) - local)
      return local - (toLocal(guess) - guess)
    },
  }
}
