import { tQuantile } from '../../distributions/quantiles.ts'
import { normalTail } from '../../distributions/tails.ts'
import { tOf } from '../../estimates/interval.ts'
import { splineThrough } from './spline.ts'

/** A share on the logit scale as R's regression finds it, with the figures its profile needs. */
export type ShareModel = {
  logit: number
  n: number
  dispersion: number
  /** Information on the logit, as the step before the last had it. */
  information: number
}

const expit = (x: number): number => 1 / (1 + Math.exp(-x))
const devianceAt = (mu: number, p: number): number => -2 * (p * Math.log(mu) + (1 - p) * Math.log(1 - mu))

/**
 * A logistic regression on nothing but an intercept, stopped where R's `glm` stops by default (a relative change of 1e-8),
 * so that R's figures are met to the last digit that it gives.
 *
 * @param answers  0 or 1, with their weights
 */
export function shareModel(answers: readonly { y: number; weight: number }[]): ShareModel {
  const n = answers.length
  const total = answers.reduce((sum, { weight }) => sum + weight, 0)
  const scaled = answers.map(({ y, weight }) => ({ y, weight: (weight * n) / total }))
  const p = scaled.reduce((sum, { y, weight }) => sum + weight * y, 0) / n
  const starts = scaled.map(({ y, weight }) => (weight * y + 0.5) / (weight + 1))
  let [above, below, last] = [0, 0, 0]
  scaled.forEach(({ y, weight }, i) => {
    const mu = starts[i]!
    const slope = mu * (1 - mu)
    above += weight * slope * (Math.log(mu / (1 - mu)) + (y - mu) / slope)
    below += weight * slope
    last += weight * devianceAt(mu, y)
  })
  let logit = above / below
  let information = below
  for (let round = 0; round < 25; round++) {
    const mu = expit(logit)
    const deviance = n * devianceAt(mu, p)
    if (Math.abs(deviance - last) / (Math.abs(deviance) + 0.1) < 1e-8) break
    last = deviance
    information = n * mu * (1 - mu)
    logit += (p - mu) / (mu * (1 - mu))
  }
  // Pearson's residuals have the variance p (1 − p) / (μ (1 − μ)) = 1 at the fit, times n / (n − 1).
  return { logit, n, dispersion: n / (n - 1), information }
}

/**
 * The interval of the likelihood with Rao and Scott's scale, as R's survey package has it: the profile is taken at a few
 * points and joined by a spline, which is good to three digits.
 *
 * @param variance  of the share, by the design
 */
export function profileInterval(
  { logit, n, dispersion, information }: ShareModel,
  variance: number,
  df: number,
  level: number,
): number[] {
  const mu = expit(logit)
  const slope = mu * (1 - mu)
  const se = Math.sqrt(variance) / slope
  const reach = (tOf(level, df) * Math.sqrt(variance * information)) / slope
  const farthest = tQuantile(1 - normalTail(reach) / 4, n - 1)
  const points = [{ place: logit, z: 0 }]
  for (const sign of [-1, 1]) {
    let z = 0
    for (let step = 1; step < 10 && Math.abs(z) < farthest; step++) {
      const place = logit + (sign * step * farthest * se) / 5
      const rise = (n * (devianceAt(expit(place), mu) - devianceAt(mu, mu))) / dispersion
      z = sign * Math.sqrt(Math.max(rise, 0))
      points.push({ place, z })
    }
  }
  points.sort((a, b) => a.z - b.z)
  const spline = splineThrough(
    points.map(({ place }) => place),
    points.map(({ z }) => z),
  )
  const [low, high] = [points[0]!.place, points.at(-1)!.place]
  const count = 3 * points.length
  const grid = Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1))
  const heights = grid.map(spline)
  const placeOf = (z: number) => {
    const i = heights.findIndex((height, place) => height <= z && (heights[place + 1] ?? -Infinity) >= z)
    if (i < 0) return NaN
    return grid[i]! + ((grid[i + 1]! - grid[i]!) * (z - heights[i]!)) / (heights[i + 1]! - heights[i]!)
  }
  return [expit(placeOf(-reach)), expit(placeOf(reach))]
}
