import type { Linearized, Precision } from '../estimates/linearized.ts'
import { cumulative } from './frequency-scores.ts'
import type { AnswerShares, Item } from './item.ts'

/**
 * Ordinal dispersion 4/(K−1) · Σ F(1−F) over the cumulative shares F: polarization that uses only the order of the
 * answers, not their distances. For the technical file, as a check on `polarization`.
 *
 * @returns  the estimate corrected for its small-sample bias, its influence, and its variance
 * @see      Blair & Lacy (2000), Sociological Methods & Research 28, 251–280; statistics.md, section 9
 */
export function ordinalDispersion(
  { covariance: covarianceOf }: Pick<Precision, 'covariance'>,
  rows: Int32Array,
  { options, answers }: Item,
  { shares, n, weight }: AnswerShares,
): Linearized & { variance: number } {
  const scale = 4 / (options - 1)
  const below = cumulative(shares.subarray(1))
  const steps = Array.from(below, (f, k) =>
    Float64Array.from(rows, (row) => (answers[row]! < 1 ? 0 : ((answers[row]! <= k + 1 ? 1 : 0) - f) / weight)),
  )
  const influence = Float64Array.from(rows, (_, place) =>
    steps.reduce((sum, step, k) => sum + scale * (1 - 2 * below[k]!) * step[place]!, 0),
  )
  const covariance = covarianceOf(rows, [influence, ...steps])
  const size = steps.length + 1
  const correction = steps.reduce((sum, _, k) => sum + scale * covariance[(k + 1) * (size + 1)]!, 0)
  const raw = scale * below.reduce((sum, f) => sum + f * (1 - f), 0)
  return { value: Math.min(1, raw + correction), influence, n, weight, variance: covariance[0]! }
}
