import type { Empty, Estimate } from './estimates/estimate.ts'
import type { AreaModel } from './model-areas.ts'

/** The normal quantile of a 95 % interval: forecasts are of samples that are no longer small. */
const z = 1.959963984540054

/**
 * What one answer more or less stands for: the variance of an area's direct estimate times its answers, smoothed where
 * there is a model; the middle one of all areas where nobody has answered.
 *
 * @returns  one per area, above 0 unless all answers agree everywhere
 */
export function perAnswer(areas: readonly (Estimate | Empty)[], model: AreaModel | undefined): Float64Array {
  const own = areas.map((estimate, a) => {
    const area = model?.areas[a]
    if (area && area.status === 'modelled') return area.samplingVariance * area.n
    return estimate.status === 'estimated' && estimate.n > 1 ? estimate.se ** 2 * estimate.n : 0
  })
  const known = own.filter((value) => value > 0).sort((a, b) => a - b)
  const middle = known[Math.floor(known.length / 2)] ?? 0
  return Float64Array.from(own, (value) => (value > 0 ? value : middle))
}

/**
 * Answers that a direct estimate lacks until its 95 % interval has a half-width: n grows as the variance has to shrink.
 *
 * @param variance   of the estimate times its answers (`perAnswer`)
 * @param halfWidth  in the measure's units, above 0
 * @returns          at least 1: it is asked where the interval is too wide
 */
export function answersFor({ n, variance, halfWidth }: { n: number; variance: number; halfWidth: number }): number {
  return Math.max(1, Math.ceil((variance * z ** 2) / halfWidth ** 2 - n))
}

/**
 * The same for an area of Fay and Herriot's model, whose error is Aψ/(A + ψ) and what comes from estimating the model.
 * The latter is taken to shrink as ψ does, since answers come in everywhere.
 *
 * @param between  the variance between areas, A, ≥ 0
 * @param mse      the error now
 * @param gamma    weight of the direct estimate now
 * @returns        at least 1
 */
export function answersForModel({
  n,
  mse,
  gamma,
  variance,
  halfWidth,
  between,
}: {
  n: number
  mse: number
  gamma: number
  variance: number
  halfWidth: number
  between: number
}): number {
  const wanted = (halfWidth / z) ** 2
  const ofModel = n > 0 ? Math.max(0, mse / (variance / n) - gamma) : 0
  // Aψ/(A + ψ) + ofModel · ψ = wanted, or ofModel · ψ² + linear · ψ = wanted · A
  const linear = between * (1 + ofModel) - wanted
  const root = Math.sqrt(linear ** 2 + 4 * ofModel * wanted * between)
  // The form that loses no digits and holds with ofModel = 0 as well; infinite where the model alone would do.
  const psi = linear + root > 0 ? (2 * wanted * between) / (linear + root) : Infinity
  return Math.max(1, Math.ceil(variance / psi - n))
}
