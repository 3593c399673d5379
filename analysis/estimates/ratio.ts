import type { Linearized } from './linearized.ts'
import { total } from './total.ts'

/**
 * Ratio of two weighted totals, over the rows that have both values.
 *
 * @param rows  rows of the domain, in the order of the variance frame
 * @returns     undefined when no row has both, or the denominator's total is 0
 */
export function ratio(
  rows: Int32Array,
  weights: Float64Array,
  numerator: Float64Array,
  denominator: Float64Array,
): Linearized | undefined {
  const both = (values: Float64Array) =>
    values.map((value, row) => (Number.isNaN(numerator[row]! + denominator[row]!) ? NaN : value))
  const above = total(rows, weights, both(numerator))
  const below = total(rows, weights, both(denominator))
  if (below.n === 0 || below.value === 0) return undefined
  const value = above.value / below.value
  const influence = above.influence.map((x, place) => (x - value * below.influence[place]!) / below.value)
  return { value, influence, n: below.n, weight: below.weight }
}
