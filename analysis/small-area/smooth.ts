import type { MeasureEstimates } from '../estimate-areas.ts'
import { areaStates } from './area-likelihood.ts'

/** What smoothing needs to know of a direct estimate; `variance` may be 0, as it is where all answers agree. */
export type Noisy = { estimate: number; variance: number; nKish: number; df: number }

export type Smoothed = {
  /** Above 0, one per estimate. */
  variances: Float64Array
  /** How many times the variance of equal answers by chance alone the design and the calibration make of it. */
  factor: number
}

/**
 * Sampling variances without the noise of their own estimation: ψ = c · shape / n, where n is Kish's effective sample,
 * the shape is p(1 − p) of a share between the direct one and the regression's, and c is what the estimated variances
 * come to on average (weighted by their degrees of freedom). Never 0, whatever the answers.
 *
 * @param columns  covariates, one number per estimate, the intercept among them
 * @see            statistics.md, section 11
 */
export function smoothedVariances(
  kind: MeasureEstimates['kind'],
  direct: readonly Noisy[],
  columns: readonly Float64Array[],
): Smoothed {
  const y = Float64Array.from(direct, ({ estimate }) => estimate)
  const { residual } = areaStates(
    y,
    Float64Array.from(direct, ({ nKish }) => 1 / nKish),
    columns,
  )(0)
  const unit = Float64Array.from(direct, ({ nKish }, i) => shapeOf(kind, y[i]! - residual[i]! / 2) / nKish)
  let [sum, weights] = [0, 0]
  direct.forEach(({ variance, df }, i) => {
    sum += df * (variance / unit[i]!)
    weights += df
  })
  // Where all agree everywhere, nothing is known but that persons are asked.
  const factor = sum > 0 ? sum / weights : 1
  return { variances: unit.map((value) => factor * value), factor }
}

/** The variance of one answer, but for a factor, where the estimate is `value`. */
function shapeOf(kind: MeasureEstimates['kind'], value: number): number {
  switch (kind) {
    case 'share':
    case 'support':
    case 'place': {
      const share = Math.min(0.95, Math.max(0.05, value))
      return share * (1 - share)
    }
    case 'net':
      return Math.max(0.2, 1 - value ** 2)
    case 'polarization': {
      // Of 4 (x − x̄)²: for even answers, two camps, U shapes and bells on five options within a fifth of the same multiple.
      const spread = Math.min(0.95, Math.max(0.05, value))
      return spread * (1 - spread ** 2)
    }
    default:
      return 1
  }
}
