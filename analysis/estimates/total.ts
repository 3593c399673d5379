import type { Linearized } from './linearized.ts'

/**
 * Weighted total of a variable over the rows that have it.
 *
 * @param rows    rows of the domain, in the order of the variance frame
 * @param values  one per row of the sample; NaN = missing
 * @returns       0 with n = 0 when no row has a value
 */
export function total(rows: Int32Array, weights: Float64Array, values: Float64Array): Linearized {
  let [n, weight, value] = [0, 0, 0]
  const influence = new Float64Array(rows.length)
  rows.forEach((row, place) => {
    const x = values[row]!
    if (Number.isNaN(x)) return
    n++
    weight += weights[row]!
    value += weights[row]! * x
    influence[place] = x
  })
  return { value, influence, n, weight }
}
