import { cholesky } from '../linear/symmetric.ts'

/**
 * What is believed of a gap: its mean, standard deviation, limits, and how likely it is above a value; and of each group
 * its mean and standard deviation.
 */
export type GapBelief = {
  estimate: number
  se: number
  low: number
  high: number
  above: number
  means: Float64Array
  ses: Float64Array
}

/** One of several things to believe of group means: how likely it is, and then their mean and covariance. */
export type MeansBelief = { weight: number; mean: Float64Array; covariance: Float64Array }

/**
 * The gap 2·√Σ share (mean − overall)² of an area whose group means are known up to a normal error: over draws of the
 * means, since the gap of the expected means is too small.
 *
 * @param beliefs  draws are shared out among them by their weights, which sum to 1
 * @param shares   of the groups; they sum to 1
 * @param normals  standard normal numbers, as many for each draw as there are groups (or more, of which the first are
 *                 used); each draw is taken with both signs
 * @param stride   how many numbers a draw has
 * @param level    of the limits
 * @param limit    for `above`
 * @param meanOf   a group's mean from what is believed of it, where that is on another scale
 */
export function gapBelief(
  beliefs: readonly MeansBelief[],
  shares: Float64Array,
  { normals, stride }: { normals: Float64Array; stride: number },
  { level, limit, meanOf = (value) => value }: { level: number; limit: number; meanOf?: (value: number) => number },
): GapBelief {
  const k = shares.length
  const draws = Math.floor(normals.length / stride)
  const gaps = new Float64Array(2 * draws)
  const error = new Float64Array(k)
  const [sums, squaredSums] = [new Float64Array(k), new Float64Array(k)]
  const gapWith = (center: Float64Array, sign: number): number => {
    let [overall, squares] = [0, 0]
    for (let i = 0; i < k; i++) {
      const value = meanOf(center[i]! + sign * error[i]!)
      sums[i]! += value
      squaredSums[i]! += value * value
      overall += shares[i]! * value
      squares += shares[i]! * value * value
    }
    return 2 * Math.sqrt(Math.max(0, squares - overall * overall))
  }
  let [draw, reached] = [0, 0]
  beliefs.forEach(({ weight, mean, covariance }, b) => {
    reached += weight
    const until = b === beliefs.length - 1 ? draws : Math.round(reached * draws)
    if (draw >= until) return
    const root = cholesky(covariance, k)
    for (; draw < until; draw++) {
      for (let i = 0; i < k; i++) {
        let sum = 0
        for (let j = 0; j <= i; j++) sum += root[i * k + j]! * normals[draw * stride + j]!
        error[i] = sum
      }
      gaps[2 * draw] = gapWith(mean, 1)
      gaps[2 * draw + 1] = gapWith(mean, -1)
    }
  })
  gaps.sort()
  const count = gaps.length
  const estimate = gaps.reduce((sum, gap) => sum + gap, 0) / count
  const variance = gaps.reduce((sum, gap) => sum + (gap - estimate) ** 2, 0) / (count - 1)
  const means = sums.map((sum) => sum / count)
  return {
    estimate,
    se: Math.sqrt(variance),
    low: gaps[Math.floor(((1 - level) / 2) * count)]!,
    high: gaps[Math.ceil(((1 + level) / 2) * count) - 1]!,
    above: gaps.reduce((n, gap) => n + Number(gap > limit), 0) / count,
    means,
    ses: means.map((mean, i) => Math.sqrt(Math.max(0, squaredSums[i]! / count - mean * mean))),
  }
}
