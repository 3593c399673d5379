import type { Linearized } from '../estimates/linearized.ts'
import { average } from '../estimates/linearized.ts'
import { covarianceOf } from '../variance/covariance.ts'
import type { VarianceFrame } from '../variance/frame.ts'
import { type AnswerShares, type Item, score } from './item.ts'

/**
 * Polarization P = 4·Var(x), averaged over items: 0 when all give the same answer, 1 when half stand at each extreme.
 *
 * The variance in a sample is too small by the variance of its mean, under any design; 4·v̂(x̄) repairs that, item by
 * item. The average is taken of the items' polarizations, never the polarization of averaged answers, which would hide
 * conflict.
 *
 * @param found  the answers to each item in these rows
 * @returns      the estimate, within [0, 1], with the influence of the uncorrected score, and its variance
 * @see          statistics.md, section 9
 */
export function polarization(
  frame: VarianceFrame,
  rows: Int32Array,
  items: readonly Item[],
  found: readonly AnswerShares[],
): Linearized & { variance: number } {
  const spread = average(items.map((item, i) => score(rows, item, found[i]!, 'spread')))
  const means = items.map((item, i) => score(rows, item, found[i]!, 'mean'))
  const covariance = covarianceOf(
    frame,
    rows,
    [spread, ...means].map(({ influence }) => influence),
  )
  const size = means.length + 1
  const correction = means.reduce((sum, _, i) => sum + 4 * covariance[(i + 1) * (size + 1)]!, 0) / means.length
  return { ...spread, value: Math.min(1, spread.value + correction), variance: covariance[0]! }
}
