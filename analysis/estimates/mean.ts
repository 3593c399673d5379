import type { Linearized } from './linearized.ts'

/**
 * Weighted mean of a variable among the rows that have it; of 0 and 1 it is a share.
 *
 * @param rows    rows of the domain, in the order of the variance frame
 * @param values  one per row of the sample; NaN = missing
 * @returns       undefined when no row has a value
 */
export function mean(rows: Int32Array, weights: Float64Array, values: Float64Array): Linearized | undefined {
  let [n, weight, sum] = [0, 0, 0]
  for (const row of rows) {
    const value = values[row]!
    if (Number.isNaN(value)) continue
    n++
    weight += weights[row]!
    sum += weights[row]! * value
  }
  if (n === 0) return undefined
  const value = sum / weight
  const influence = new Float64Array(rows.length)
  for (let place = 0; place < rows.length; place++) {
    const x = values[rows[place]!]!
    if (!Number.isNaN(x)) influence[place] = (x - value) / weight
  }
  return { value, influence, n, weight }
}
