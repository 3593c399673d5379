import { AnalysisRefusal, checkLength } from '../refusal.ts'

/** How alike the answers within one interviewer's interviews are. */
export type InterviewerCorrelation = {
  /** Intraclass correlation: the share of the variance that lies between interviewers. Below zero is as good as none. */
  correlation: number
  se: number
  interviewers: number
  interviews: number
  /** By how much interviewers multiply the variance of a mean: 1 + (average size − 1) · correlation, at least 1. */
  designEffect: number
}

/**
 * Intraclass correlation of an item by interviewer, from the analysis of variance with unequal sizes. It also holds
 * what differs between the interviewers' areas, unless cases were assigned at random.
 *
 * @param values        one per row; NaN where there is no answer
 * @param interviewers  code of each row's interviewer; below zero for rows without one
 * @param leastEach     interviewers with fewer answers are left out
 * @throws              AnalysisRefusal (`too-few-groups`) with fewer than two interviewers, or when no answers differ
 * @see                 Kish (1962), Journal of the American Statistical Association 57, 92–115; the standard error is
 *                      that of Swiger, Harvey, Everson & Gregory (1964), Biometrics 20(4), 818–826
 */
export function interviewerCorrelation(
  values: Float64Array,
  interviewers: Int32Array,
  leastEach = 2,
): InterviewerCorrelation {
  checkLength('interviewer', interviewers.length, values.length)
  const groups = sumsByInterviewer(values, interviewers).filter(({ n }) => n >= leastEach)
  const interviews = groups.reduce((sum, { n }) => sum + n, 0)
  const k = groups.length
  if (k < 2 || interviews <= k)
    throw new AnalysisRefusal('too-few-groups', `There are ${k} interviewers with ${leastEach} answers: too few.`, {
      variable: 'interviewer',
    })
  const grand = groups.reduce((sum, { total }) => sum + total, 0) / interviews
  const between = groups.reduce((sum, { n, total }) => sum + n * (total / n - grand) ** 2, 0) / (k - 1)
  const within = groups.reduce((sum, { around }) => sum + around, 0) / (interviews - k)
  const squares = groups.reduce((sum, { n }) => sum + n * n, 0)
  const size = (interviews - squares / interviews) / (k - 1)
  const whole = between + (size - 1) * within
  if (!(whole > 0))
    throw new AnalysisRefusal('too-few-groups', 'All answers are the same.', { variable: 'interviewer' })
  const correlation = (between - within) / whole
  const se = Math.sqrt(
    (2 * (interviews - 1) * (1 - correlation) ** 2 * (1 + (size - 1) * correlation) ** 2) /
      (size ** 2 * (interviews - k) * (k - 1)),
  )
  const designEffect = Math.max(1, 1 + (squares / interviews - 1) * correlation)
  return { correlation, se, interviewers: k, interviews, designEffect }
}

type Sums = { n: number; total: number; around: number }

/** Count, sum, and squares around the own mean of each interviewer with an answer. */
function sumsByInterviewer(values: Float64Array, interviewers: Int32Array): Sums[] {
  const byCode = new Map<number, Sums>()
  const each = (visit: (sums: Sums, value: number) => void) => {
    for (let row = 0; row < values.length; row++) {
      const [code, value] = [interviewers[row]!, values[row]!]
      if (code < 0 || Number.isNaN(value)) continue
      const sums = byCode.get(code) ?? { n: 0, total: 0, around: 0 }
      byCode.set(code, sums)
      visit(sums, value)
    }
  }
  each((sums, value) => {
    sums.n++
    sums.total += value
  })
  each((sums, value) => {
    sums.around += (value - sums.total / sums.n) ** 2
  })
  return [...byCode.values()]
}
