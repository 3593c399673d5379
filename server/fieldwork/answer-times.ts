/** What the log says happened when, as far as it tells how long questions took. */
export type Moment = {
  readonly type: string
  readonly question: string | null
  /** The device's clock, in seconds. */
  readonly at: number
}

/** Longer than this nobody thinks about one question: they were away. */
const pauseSeconds = 30 * 60

/** What ends a question, and begins the next. */
const replies: ReadonlySet<string> = new Set(['answered', 'skipped', 'refused', 'dont-know'])
/** What the next question's time begins at. */
const beginnings: ReadonlySet<string> = new Set(['begun', 'reopened', 'mode-switched', 'went-back'])

/**
 * Seconds that each first answer took: since the reply before it, or since the question was asked where that came later.
 * Questions that are passed over take no time that says anything; a pause, or a clock that was set back, takes none.
 *
 * @param log  the moments of one interview in the server's order
 */
export function answerTimes(log: readonly Moment[]): Map<string, number> {
  const seconds = new Map<string, number>()
  const asked = new Map<string, number>()
  const seen = new Set<string>()
  let before: number | undefined
  for (const { type, question, at } of log) {
    if (beginnings.has(type)) before = at
    if (question === null) continue
    if (type === 'asked' && !asked.has(question)) asked.set(question, at)
    if (!replies.has(type)) continue
    const since = latest(before, asked.get(question))
    if (type === 'answered' && !seen.has(question) && since !== undefined) {
      const took = at - since
      if (took >= 0 && took <= pauseSeconds) seconds.set(question, took)
    }
    seen.add(question)
    before = at
  }
  return seconds
}

function latest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return Math.max(one, other)
}
