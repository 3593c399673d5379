import { normalDraws } from '../distributions/normal-draws.ts'
import { AnalysisRefusal, checkLength } from '../refusal.ts'

/** Errors of several estimates: each one's own variance, and what is common to them: covariance = diag(own) + Σ s s'. */
export type JointErrors = { own: Float64Array; shared: readonly Float64Array[] }

/** @throws AnalysisRefusal for another length than the estimates', and variances that are negative or not numbers */
export function checkErrors({ own, shared }: JointErrors, estimates: Float64Array): void {
  checkLength('errors', own.length, estimates.length)
  for (const part of shared) checkLength('shared errors', part.length, estimates.length)
  const bad = own.findIndex((variance) => !(variance >= 0 && variance < Infinity))
  if (bad >= 0) throw new AnalysisRefusal('bad-option', `The variance of estimate ${bad} is ${own[bad]}.`, { row: bad })
}

/** Variance of the difference of two estimates: what they share only counts where it differs. */
export function varianceOfDifference({ own, shared }: JointErrors, a: number, b: number): number {
  let variance = own[a]! + own[b]!
  for (const part of shared) variance += (part[a]! - part[b]!) ** 2
  return variance
}

/**
 * Draws of all errors together.
 *
 * @returns  draws × estimates, draw by draw
 */
export function drawErrors({ own, shared }: JointErrors, draws: number, seed: number): Float64Array {
  const [m, parts] = [own.length, shared.length]
  const normals = normalDraws(seed, draws * (m + parts))
  const roots = own.map(Math.sqrt)
  const result = new Float64Array(draws * m)
  let at = 0
  for (let draw = 0; draw < draws; draw++) {
    const first = draw * m
    for (let i = 0; i < m; i++) result[first + i] = roots[i]! * normals[at++]!
    for (const part of shared) {
      const common = normals[at++]!
      for (let i = 0; i < m; i++) result[first + i]! += common * part[i]!
    }
  }
  return result
}
