import { average, type Linearized } from '../estimates/linearized.ts'
import type { VarianceFrame } from '../variance/frame.ts'
import { varianceOf } from '../variance/variance.ts'
import { type AnswerShares, type Item, placeOf, score } from './item.ts'

export type Polarization = Linearized & {
  /** By linearization, as R's survey package has it. */
  variance: number
  /** The same with each row's influence taken by leaving it out: larger where answers are few. */
  smallSampleVariance: number
  /** What the correction for small samples multiplies the spread by. */
  scale: number
}

/**
 * Polarization P = 4·Var(x), averaged over items: 0 when all give the same answer, 1 when half stand at each extreme.
 *
 * The variance in a sample is too small by the variance of its mean, under any design; 4·v̂(x̄) repairs that, item by
 * item. The average is taken of the items' polarizations, never the polarization of averaged answers, which would hide
 * conflict.
 *
 * The linearized variance takes the mean as known and is about a tenth too small with 50 answers; the second variance
 * takes the mean from the other rows, and scales with the correction. Over invented cities its intervals hold the truth
 * as often as they say (test/bench/coverage.ts).
 *
 * @param found  the answers to each item in these rows
 * @returns      the estimate, at most 1, with the influence of the uncorrected score
 * @see          statistics.md, section 9; Yung & Rao (1996), Survey Methodology 22, 23–31, for leaving rows out
 */
export function polarization(
  frame: VarianceFrame,
  rows: Int32Array,
  items: readonly Item[],
  found: readonly AnswerShares[],
): Polarization {
  const spread = average(items.map((item, i) => score(rows, item, found[i]!, 'spread')))
  const means = items.map((item, i) => score(rows, item, found[i]!, 'mean'))
  const leftOut = influenceLeftOut(rows, frame.weights, items, means)
  const correction =
    means.reduce((sum, { influence }) => sum + 4 * varianceOf(frame, rows, influence), 0) / means.length
  const scale = spread.value > 0 ? (spread.value + correction) / spread.value : 1
  return {
    ...spread,
    value: Math.min(1, spread.value + correction),
    variance: varianceOf(frame, rows, spread.influence),
    smallSampleVariance: varianceOf(frame, rows, leftOut) * scale ** 2,
    scale,
  }
}

/**
 * What leaving a row out takes from the average spread, per unit of its weight. With p the row's share of the weight
 * and e its distance from the mean, the variance V becomes V / (1 − p) − p e² / (1 − p)².
 */
function influenceLeftOut(
  rows: Int32Array,
  weights: Float64Array,
  items: readonly Item[],
  means: readonly Linearized[],
): Float64Array {
  const influence = new Float64Array(rows.length)
  items.forEach(({ options, answers }, i) => {
    const { value, weight } = means[i]!
    const squares = Float64Array.from({ length: options + 1 }, (_, answer) => (placeOf(answer, options) - value) ** 2)
    let variance = 0
    for (const row of rows) {
      if (answers[row]! >= 1) variance += (weights[row]! / weight) * squares[answers[row]!]!
    }
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place]!
      const share = weights[row]! / weight
      if (answers[row]! < 1 || share === 1) continue
      influence[place]! +=
        (4 / items.length) * ((squares[answers[row]!]! / (1 - share) - variance) / (1 - share) / weight)
    }
  })
  return influence
}
