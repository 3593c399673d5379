import { cholesky } from '../linear/symmetric.ts'
import type { Columns } from './covariates.ts'
import { type FayHerriot, fayHerriot } from './fay-herriot.ts'
import { intervalOfA } from './variance-interval.ts'

/** Up to so many of its own standard errors from 0, the variance between areas counts as near it. */
const nearZero = 3

/**
 * By restricted likelihood; by the adjusted one where the variance between areas is 0 or near it. There the restricted one
 * is often too small, and every interval with it; farther off the two differ by a tenth at most.
 */
export function fitted(y: Float64Array, variances: Float64Array, columns: readonly Float64Array[]) {
  const reml = fayHerriot(y, variances, columns, 'REML')
  const interval = intervalOfA(reml.A, y, variances, columns)
  if (reml.A > nearZero * Math.sqrt(reml.varianceOfA)) return { fit: reml, method: 'REML' as const, interval }
  const fit = fayHerriot(y, variances, columns, 'AREML')
  return { fit, method: 'AREML' as const, interval: { ...interval, high: Math.max(interval.high, fit.A) } }
}

/** What the model says of an area, before any benchmark. */
export type Predicted = {
  /** Its position among all areas. */
  place: number
  /** Whether it has a direct estimate. */
  direct: boolean
  eblup: number
  mse: number
  synthetic: number
  gamma: number
  residual: number
  samplingVariance: number
  /** The error that comes with beta, in as many independent parts as there are columns. */
  shared: number[]
}

/**
 * Estimates of all areas that are modelled, by what was fitted on those with answers.
 *
 * @param columns  covariates of all areas
 */
export function predicted(
  { A, beta, betaCovariance, gamma, eblup, synthetic, mse }: FayHerriot,
  { values: columns }: Columns,
  included: readonly number[],
  answered: readonly number[],
  { y, variances }: { y: Float64Array; variances: Float64Array },
): Predicted[] {
  const p = columns.length
  const root = rootOfCovariance(betaCovariance, p)
  const position = new Map(answered.map((area, i) => [area, i]))
  return included.map((place) => {
    const x = columns.map((column) => column[place]!)
    const errors = root.map((column) => column.reduce((sum, value, c) => sum + value * x[c]!, 0))
    const ofBeta = errors.reduce((sum, value) => sum + value ** 2, 0)
    const i = position.get(place)
    if (i === undefined) {
      const fit = x.reduce((sum, value, c) => sum + value * beta[c]!, 0)
      const only = { eblup: fit, synthetic: fit, gamma: 0, mse: A + ofBeta, residual: 0, samplingVariance: 0 }
      return { place, direct: false, ...only, shared: errors }
    }
    const residual = (y[i]! - synthetic[i]!) / Math.sqrt(Math.max(1e-300, A + variances[i]! - ofBeta))
    const shared = errors.map((error) => (1 - gamma[i]!) * error)
    const found = { eblup: eblup[i]!, synthetic: synthetic[i]!, gamma: gamma[i]!, mse: mse[i]! }
    return { place, direct: true, ...found, residual, samplingVariance: variances[i]!, shared }
  })
}

/** Columns whose outer products sum to a covariance (Cholesky's). */
function rootOfCovariance(covariance: Float64Array, size: number): number[][] {
  const l = cholesky(covariance, size)
  return Array.from({ length: size }, (_, column) => Array.from({ length: size }, (_row, i) => l[i * size + column]!))
}

/** Share of the variance between areas that the covariates explain: that of the synthetic estimates in it and A. */
export function explained(A: number, areas: readonly Predicted[]): number {
  const mean = areas.reduce((sum, { synthetic }) => sum + synthetic, 0) / areas.length
  const variance = areas.reduce((sum, { synthetic }) => sum + (synthetic - mean) ** 2, 0) / areas.length
  return variance > 1e-20 ? variance / (A + variance) : 0
}
