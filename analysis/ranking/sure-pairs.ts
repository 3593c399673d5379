import { normalTail } from '../distributions/tails.ts'
import { type JointErrors, varianceOfDifference } from './joint-errors.ts'

/** How the differences of all pairs are judged together. */
export type PairMethod = 'max-t' | 'holm'

/**
 * Which estimates surely differ: the intervals of all differences hold together at the level.
 *
 * `max-t` takes the largest standardised difference in each of the draws, and knows what the
 * estimates share; its time goes with the square of their number. `holm` takes p-values step by step.
 *
 * @param drawn  joint draws of the errors (`drawErrors`)
 * @param level  of all differences together
 * @returns      for estimate a and b, 1 at a · m + b where a is surely the higher one, else 0
 * @see          Klein, Wright & Wieczorek (2020), JRSS A 183, 589–606; Holm (1979), Scandinavian Journal of Statistics 6, 65–70
 */
export function surelyHigher(
  estimates: Float64Array,
  errors: JointErrors,
  drawn: Float64Array,
  { method, level }: { method: PairMethod; level: number },
): Uint8Array {
  const m = estimates.length
  const inverse = new Float64Array(m * m)
  for (let a = 0; a < m; a++)
    for (let b = 0; b < a; b++) inverse[a * m + b] = 1 / Math.sqrt(Math.max(1e-300, varianceOfDifference(errors, a, b)))
  const isSure = method === 'max-t' ? beyond(largestOf(drawn, inverse, m), level) : holm(estimates, inverse, level)
  const result = new Uint8Array(m * m)
  for (let a = 0; a < m; a++)
    for (let b = 0; b < a; b++) {
      const difference = estimates[a]! - estimates[b]!
      if (!isSure(Math.abs(difference) * inverse[a * m + b]!)) continue
      result[difference > 0 ? a * m + b : b * m + a] = 1
    }
  return result
}

/** The largest standardised difference of each draw. */
function largestOf(draws: Float64Array, inverse: Float64Array, m: number): Float64Array {
  const result = new Float64Array(draws.length / m)
  for (let draw = 0; draw < result.length; draw++) {
    const first = draw * m
    let largest = 0
    for (let a = 1; a < m; a++) {
      const error = draws[first + a]!
      for (let b = 0; b < a; b++) {
        const z = Math.abs(error - draws[first + b]!) * inverse[a * m + b]!
        if (z > largest) largest = z
      }
    }
    result[draw] = largest
  }
  return result
}

/** Whether a difference is beyond what `level` of the draws stay within. */
function beyond(largest: Float64Array, level: number): (z: number) => boolean {
  const critical = largest.toSorted()[Math.min(largest.length - 1, Math.ceil(level * (largest.length + 1)) - 1)]!
  return (z) => z > critical
}

/** The smallest p-value is multiplied by the number of pairs, the next by one less, until one is too large. */
function holm(estimates: Float64Array, inverse: Float64Array, level: number): (z: number) => boolean {
  const m = estimates.length
  const all = new Float64Array((m * (m - 1)) / 2)
  let at = 0
  for (let a = 0; a < m; a++)
    for (let b = 0; b < a; b++) all[at++] = Math.abs(estimates[a]! - estimates[b]!) * inverse[a * m + b]!
  const falling = all.sort().reverse()
  let critical = Infinity
  for (let i = 0; i < falling.length; i++) {
    if (2 * normalTail(falling[i]!) * (falling.length - i) > 1 - level) break
    critical = falling[i]!
  }
  return (z) => z >= critical
}
