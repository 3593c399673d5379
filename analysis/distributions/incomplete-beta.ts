import { logGamma } from './log-gamma.ts'

/**
 * Regularised incomplete beta function: the probability that a beta(a, b) variable is at most x.
 *
 * @param x     0 to 1
 * @param a, b  above 0
 * @returns     0 to 1, to about 13 digits
 * @see         Press et al. (2007), Numerical Recipes, section 6.4: Lentz's continued fraction
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`The beta distribution is asked for a = ${a}, b = ${b}.`)
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges quickly only on this side of the mean.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  return (Math.exp(logBetaTerm(x, a, b)) * continuedFraction(x, a, b)) / a
}

const logBetaTerm = (x: number, a: number, b: number): number =>
  logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)

function continuedFraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) return value
  }
  return value
}

/** Density of the beta distribution at x. */
export const betaDensity = (x: number, a: number, b: number): number => Math.exp(logBetaTerm(x, a, b)) / (x * (1 - x))
