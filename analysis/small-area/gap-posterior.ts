import { cholesky } from '../linear/symmetric.ts'

/** What is believed of a gap: its mean, standard deviation, limits, and how likely it is above a value. */
export type GapBelief = { estimate: number; se: number; low: number; high: number; above: number }

/**
 * The gap 2·√Σ share (mean − overall)² of an area whose group means are known up to a normal error: over draws of the
 * means, since the gap of the expected means is too small.
 *
 * @param shares   of the groups; they sum to 1
 * @param normals  standard normal numbers, as many for each draw as there are groups (or more, of which the first are
 *                 used); each draw is taken with both signs
 * @param stride   how many numbers a draw has
 * @param level    of the limits
 * @param limit    for `above`
 */
export function gapBelief(
  mean: Float64Array,
  covariance: Float64Array,
  shares: Float64Array,
  { normals, stride }: { normals: Float64Array; stride: number },
  { level, limit }: { level: number; limit: number },
): GapBelief {
  const k = mean.length
  const root = cholesky(covariance, k)
  const draws = Math.floor(normals.length / stride)
  const gaps = new Float64Array(2 * draws)
  const error = new Float64Array(k)
  const gapWith = (sign: number): number => {
    let [overall, squares] = [0, 0]
    for (let i = 0; i < k; i++) {
      const value = mean[i]! + sign * error[i]!
      overall += shares[i]! * value
      squares += shares[i]! * value * value
    }
    return 2 * Math.sqrt(Math.max(0, squares - overall * overall))
  }
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < k; i++) {
      let sum = 0
      for (let j = 0; j <= i; j++) sum += root[i * k + j]! * normals[draw * stride + j]!
      error[i] = sum
    }
    gaps[2 * draw] = gapWith(1)
    gaps[2 * draw + 1] = gapWith(-1)
  }
  gaps.sort()
  const estimate = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const variance = gaps.reduce((sum, gap) => sum + (gap - estimate) ** 2, 0) / (gaps.length - 1)
  return {
    estimate,
    se: Math.sqrt(variance),
    low: gaps[Math.floor(((1 - level) / 2) * gaps.length)]!,
    high: gaps[Math.ceil(((1 + level) / 2) * gaps.length) - 1]!,
    above: gaps.reduce((count, gap) => count + Number(gap > limit), 0) / gaps.length,
  }
}
