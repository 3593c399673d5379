/** What a campaign takes until its last text has left, by its pace and its hours: nobody answers or says stop in it. */
export type Forecast = {
  readonly begins: Date | undefined
  readonly ends: Date | undefined
  /** Days on which texts leave. */
  readonly days: number
}

const dayMs = 86_400_000

/**
 * @param dues        when each text may leave at the earliest
 * @param perSecond   texts
 * @param perDay      texts
 * @param dailyHours  hours of a day in which texts may leave
 */
export function forecast(
  dues: readonly Date[],
  { perSecond, perDay, dailyHours }: { perSecond: number; perDay: number; dailyHours: number },
): Forecast {
  if (dues.length === 0) return { begins: undefined, ends: undefined, days: 0 }
  const aDay = Math.max(1, Math.min(perDay, Math.floor(perSecond * dailyHours * 3600)))
  const days = Math.ceil(dues.length / aDay)
  const [first, last] = dues.reduce(
    ([least, most], due) => [Math.min(least, +due), Math.max(most, +due)],
    [Infinity, 0],
  )
  const atPace = first + (days - 1) * dayMs + ((dues.length - (days - 1) * aDay) / perSecond) * 1000
  return { begins: new Date(first), ends: new Date(Math.max(atPace, last)), days }
}
