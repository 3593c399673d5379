import { average, type Linearized } from '../estimates/linearized.ts'
import { covarianceOf } from '../variance/covariance.ts'
import type { VarianceFrame } from '../variance/frame.ts'
import { type AnswerShares, type Item, placeOf, score } from './item.ts'

export type Polarization = Linearized & {
  /** By linearization, as R's survey package has it. */
  variance: number
  /** The same with each row's influence taken by leaving it out: larger where answers are few. */
  smallSampleVariance: number
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
  const covariance = covarianceOf(frame, rows, [spread.influence, leftOut, ...means.map(({ influence }) => influence)])
  const size = means.length + 2
  const correction = means.reduce((sum, _, i) => sum + 4 * covariance[(i + 2) * (size + 1)]!, 0) / means.length
  const scale = spread.value > 0 ? (spread.value + correction) / spread.value : 1
  return {
    ...spread,
    value: Math.min(1, spread.value + correction),
    variance: covariance[0]!,
    smallSampleVariance: covariance[size + 1]! * scale ** 2,
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
    let variance = 0
    for (const row of rows) {
      if (answers[row]! >= 1) variance += (weights[row]! / weight) * (placeOf(answers[row]!, options) - value) ** 2
    }
    rows.forEach((row, place) => {
      const share = weights[row]! / weight
      if (answers[row]! < 1 || share === 1) return
      const away = (placeOf(answers[row]!, options) - value) ** 2
      influence[place]! += (4 / items.length) * ((away / (1 - share) - variance) / (1 - share) / weight)
    })
  })
  return influence
}
