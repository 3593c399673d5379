import { medianSorted } from 'simple-statistics'
import { checkLength } from '../refusal.ts'
import { type Categories, checkCategories } from '../weighting/margin.ts'

/** How long each row took for a question, in seconds; NaN where it was not timed. */
export type Timing = { question: string; seconds: Float64Array }

export type SpeedRule = {
  /** With fewer timed questions nothing is said. */
  leastQuestions: number
  /** A question timed fewer times in a mode has no median worth comparing with. */
  leastTimes: number
  /** Times of a mode whose median question takes less (seconds) are not those of people: nobody is judged by them. */
  leastMedian: number
  /** Faster than this fraction of the others' pace is worth a look. */
  pace: number
}

/**
 * Half the median is the usual mark of a speeder (Leiner 2019), but quick readers reach it honestly: with paces that
 * spread by a third (log standard deviation 0.3), 1 in 100 does, and 1 in 1,000 reaches 0.4.
 */
export const usualSpeedRule: SpeedRule = { leastQuestions: 8, leastTimes: 20, leastMedian: 1, pace: 0.4 }

/** Why an interview is worth a look: it went much faster than others in its mode, question by question. */
export type Speeding = {
  kind: 'speeding'
  /** The median over questions of its seconds divided by the mode's median: 0.25 is four times as fast. */
  pace: number
  /** How many questions were timed. */
  timed: number
}

export type Speeds = {
  /** Rows with enough timed questions, and the pace of each (1: as the others, less: faster). */
  judged: Int32Array
  pace: Float64Array
  /** Of each mode: the median over questions of their median seconds; absent where nothing was timed often enough. */
  modes: { mode: string; medianSeconds: number | undefined; judged: number; isHuman: boolean }[]
  flagged: { row: number; reason: Speeding }[]
}

/**
 * The pace of interviews: each question's time is held against the median of that question in the same mode, and the
 * median of these ratios is the interview's. So neither a long pause nor a question that was skipped decides.
 *
 * @param modes  of each row; rows without one are not judged
 * @throws       AnalysisRefusal for columns of another length than the modes
 * @see          Greszki, Meyer & Schoen (2015), Public Opinion Quarterly 79(2), 471–503, on page times against the
 *               median; Leiner (2019), Survey Research Methods 13(3), 229–248, on the relative speed index
 */
export function speeding(timings: readonly Timing[], modes: Categories, rule: SpeedRule = usualSpeedRule): Speeds {
  const rows = modes.codes.length
  checkCategories(modes, rows)
  for (const { question, seconds } of timings) checkLength(question, seconds.length, rows)
  const medians = timings.map(({ seconds }) => mediansByMode(seconds, modes, rule.leastTimes))
  const typical = modes.labels.map((_, mode) => {
    const own = medians.map((ofModes) => ofModes[mode]).filter((median) => median !== undefined)
    return own.length > 0 ? middle(own) : undefined
  })
  const isHuman = typical.map((median) => median !== undefined && median >= rule.leastMedian)

  const judged: number[] = []
  const paces: number[] = []
  const flagged: Speeds['flagged'] = []
  const perMode = new Int32Array(modes.labels.length)
  for (let row = 0; row < rows; row++) {
    const mode = modes.codes[row]!
    if (mode < 0 || !isHuman[mode]) continue
    const ratios = timings.flatMap(({ seconds }, q) => {
      const median = medians[q]![mode]
      return Number.isNaN(seconds[row]!) || !median ? [] : [seconds[row]! / median]
    })
    if (ratios.length < rule.leastQuestions) continue
    const pace = middle(ratios)
    judged.push(row)
    paces.push(pace)
    perMode[mode]! += 1
    if (pace < rule.pace) flagged.push({ row, reason: { kind: 'speeding', pace, timed: ratios.length } })
  }
  return {
    judged: Int32Array.from(judged),
    pace: Float64Array.from(paces),
    modes: modes.labels.map((mode, m) => ({
      mode,
      medianSeconds: typical[m],
      judged: perMode[m]!,
      isHuman: isHuman[m]!,
    })),
    flagged,
  }
}

function mediansByMode(seconds: Float64Array, { codes, labels }: Categories, least: number): (number | undefined)[] {
  const times = labels.map((): number[] => [])
  for (let row = 0; row < seconds.length; row++)
    if (codes[row]! >= 0 && !Number.isNaN(seconds[row]!)) times[codes[row]!]!.push(seconds[row]!)
  return times.map((own) => (own.length >= least ? middle(own) : undefined))
}

/** Middle value; sorts its argument. */
function middle(values: number[]): number {
  return medianSorted(values.sort((a, b) => a - b))
}
