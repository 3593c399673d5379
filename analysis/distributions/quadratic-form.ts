import { rootOf } from './root.ts'
import { chiSquareTail, fTail, normalTail } from './tails.ts'

/**
 * Upper tail of Σ λ χ²(1) / (χ²(df) / df), the distribution of Rao and Scott's statistic, by the saddlepoint
 * approximation; where that has no digits (near the mean), Satterthwaite's.
 *
 * @param lambdas  above 0
 * @param df       of the denominator; Infinity for none
 * @see            Kuonen (1999), Biometrika 86, 929–935
 */
export function formTail(x: number, lambdas: readonly number[], df: number): number {
  const mean = lambdas.reduce((sum, value) => sum + value, 0) / lambdas.length
  const square = lambdas.reduce((sum, value) => sum + value * value, 0) / lambdas.length / mean ** 2
  const numerator = lambdas.length / square
  if (df === Infinity) return saddlepoint(lambdas, x) ?? chiSquareTail(x / (mean * square), numerator)
  const whole = Array.from({ length: Math.floor(df) }, () => -x / df)
  return saddlepoint([...lambdas, ...whole], 0) ?? fTail(x / numerator / (mean * square), numerator, df)
}

/** P(Σ λ χ²(1) > x); undefined near the mean. */
function saddlepoint(lambdas: readonly number[], x: number): number | undefined {
  const largest = Math.max(...lambdas)
  const scaled = lambdas.map((value) => value / largest)
  const at = x / largest
  const slope = (zeta: number) => scaled.reduce((sum, value) => sum + value / (1 - 2 * zeta * value), -at)
  const poles = (sign: number) => scaled.filter((value) => value * sign > 0).map((value) => 1 / (2 * value))
  const sum = scaled.reduce((total, value) => total + value, 0)
  const open = at > sum ? -0.01 : -scaled.length / (2 * at)
  const low = poles(-1).length > 0 ? Math.max(...poles(-1)) * 0.99999 : open
  const high = Math.min(...poles(1)) * 0.99999
  if (!(slope(low) < 0 && slope(high) > 0)) return undefined
  const zeta = rootOf(slope, low, high, 1e-8)
  if (Math.abs(zeta) < 1e-4) return undefined
  const cumulant = scaled.reduce((total, value) => total - Math.log(1 - 2 * zeta * value), 0) / 2
  const curvature = 2 * scaled.reduce((total, value) => total + (value / (1 - 2 * zeta * value)) ** 2, 0)
  const w = Math.sign(zeta) * Math.sqrt(2 * (zeta * at - cumulant))
  const v = zeta * Math.sqrt(curvature)
  return normalTail(w + Math.log(v / w) / w)
}
