import { incompleteBeta } from './incomplete-beta.ts'
import { logGamma } from './log-gamma.ts'

/** Upper tail of the normal distribution, with its digits far out too. */
export function normalTail(z: number): number {
  const outer = upperGamma(0.5, (z * z) / 2) / 2
  return z >= 0 ? outer : 1 - outer
}

/**
 * Upper tail of the chi-square distribution.
 *
 * @param x   any number; below 0 the tail is everything
 * @param df  above 0
 */
export const chiSquareTail = (x: number, df: number): number => (x <= 0 ? 1 : upperGamma(df / 2, x / 2))

/**
 * Upper tail of the F distribution.
 *
 * @param x         any number; below 0 the tail is everything
 * @param df1, df2  above 0, not necessarily whole
 */
export const fTail = (x: number, df1: number, df2: number): number =>
  x <= 0 ? 1 : incompleteBeta(df2 / (df2 + df1 * x), df2 / 2, df1 / 2)

/**
 * Regularised upper incomplete gamma function, to about 13 digits of itself.
 *
 * @see Press et al. (2007), Numerical Recipes, section 6.2
 */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 10_000 && Math.abs(term / sum) > 1e-17; n++) {
      term *= x / (a + n)
      sum += term
    }
    return 1 - front * sum
  }
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let i = 1; i < 10_000; i++) {
    const factor = -i * (i - a)
    b += 2
    d = 1 / (factor * d + b || 1e-300)
    c = b + factor / c || 1e-300
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return front * value
}
