import { betaDensity, incompleteBeta } from './incomplete-beta.ts'

/**
 * Quantile of the beta distribution.
 *
 * @param p     probability, 0 to 1
 * @param a, b  above 0
 * @returns     0 to 1, to about 12 digits
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile is asked for the probability ${p}.`)
  if (p === 0 || p === 1) return p
  let [low, high] = [0, 1]
  let x = a / (a + b)
  // Newton's step, or a bisection whenever it would leave the bracket.
  for (let i = 0; i < 200; i++) {
    const miss = incompleteBeta(x, a, b) - p
    if (miss > 0) high = x
    else low = x
    const density = x > 0 && x < 1 ? betaDensity(x, a, b) : 0
    const step = x - miss / density
    const next = step > low && step < high ? step : (low + high) / 2
    if (Math.abs(next - x) <= 1e-15 * x) return next
    x = next
  }
  return x
}

/**
 * Upper quantile of Student's t: the value t with P(T ≤ t) = p.
 *
 * @param p   probability, above 0 and below 1
 * @param df  degrees of freedom, above 0 and finite
 */
export function tQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A quantile is asked for the probability ${p}.`)
  if (!(df > 0 && df < Infinity)) throw new RangeError(`Student's t is asked for ${df} degrees of freedom.`)
  if (p < 0.5) return -tQuantile(1 - p, df)
  if (p === 0.5) return 0
  // T² / (df + T²) is beta(1/2, df/2); its complement keeps the digits where t is large.
  const tail = 2 * (1 - p)
  if (tail < 0.5) {
    const y = betaQuantile(tail, df / 2, 0.5)
    return Math.sqrt((df * (1 - y)) / y)
  }
  const x = betaQuantile(1 - tail, 0.5, df / 2)
  return Math.sqrt((df * x) / (1 - x))
}
