import type { Linearized } from '../estimates/linearized.ts'
import { AnalysisRefusal, checkLength } from '../refusal.ts'

/** An ordinal question: answers 1 (least favourable) to `options` (most favourable), or `MISSING`. */
export type Item = { name: string; options: number; answers: Int8Array | Int32Array }

/** How the answers to an item are spread in a domain; index 0 of the arrays is unused. */
export type AnswerShares = { shares: Float64Array; counts: Int32Array; n: number; weight: number }

/** support = P(x > ½), oppose = P(x < ½), net = support − oppose, spread = 4·Var(x), with x in [0, 1]. */
export type ScoreKind = 'mean' | 'support' | 'oppose' | 'net' | 'spread'

/** @throws AnalysisRefusal for another length than the sample's, fewer than 2 options, or an answer beyond them */
export function checkItem({ name, options, answers }: Item, rows: number): void {
  checkLength(name, answers.length, rows)
  if (!(options >= 2)) throw new AnalysisRefusal('bad-answer', `"${name}" has ${options} options.`, { variable: name })
  const row = answers.findIndex((answer) => answer !== -1 && !(answer >= 1 && answer <= options))
  if (row >= 0)
    throw new AnalysisRefusal('bad-answer', `"${name}" has the answer ${answers[row]} in row ${row}.`, {
      variable: name,
      row,
    })
}

/** Weighted shares and counts of each answer; undefined when nobody answered. */
export function answerShares(
  rows: Int32Array,
  weights: Float64Array,
  { options, answers }: Item,
): AnswerShares | undefined {
  const shares = new Float64Array(options + 1)
  const counts = new Int32Array(options + 1)
  let [n, weight] = [0, 0]
  for (const row of rows) {
    const answer = answers[row]!
    if (answer < 1) continue
    n++
    weight += weights[row]!
    shares[answer]! += weights[row]!
    counts[answer]!++
  }
  if (n === 0) return undefined
  return { shares: shares.map((share) => share / weight), counts, n, weight }
}

/** The answer's place between 0 (least favourable) and 1. */
export const placeOf = (answer: number, options: number): number => (answer - 1) / (options - 1)

/**
 * A score of one item with its influence.
 *
 * @param rows   rows of the domain, in the order of the variance frame
 * @param found  the answers of those rows
 * @returns      0 to 1, net −1 to 1; `spread` is polarization without its small-sample correction
 * @see          statistics.md, section 9
 */
export function score(rows: Int32Array, { options, answers }: Item, found: AnswerShares, kind: ScoreKind): Linearized {
  const { shares, n, weight } = found
  const meanOf = (valueOf: (answer: number) => number) =>
    shares.reduce((sum, share, answer) => (answer > 0 ? sum + share * valueOf(answer) : 0), 0)
  const center = meanOf((answer) => placeOf(answer, options))
  const valueOf = (answer: number): number => {
    const x = placeOf(answer, options)
    switch (kind) {
      case 'mean':
        return x
      case 'support':
        return x > 0.5 ? 1 : 0
      case 'oppose':
        return x < 0.5 ? 1 : 0
      case 'net':
        return Math.sign(x - 0.5)
      case 'spread':
        return 4 * (x - center) ** 2
    }
  }
  const value = meanOf(valueOf)
  // The influence depends on the answer alone: one value per answer, 0 for none.
  const table = Float64Array.from(shares, (_, answer) => (answer > 0 ? (valueOf(answer) - value) / weight : 0))
  const influence = new Float64Array(rows.length)
  for (let place = 0; place < rows.length; place++) influence[place] = table[Math.max(answers[rows[place]!]!, 0)]!
  return { value, influence, n, weight }
}
