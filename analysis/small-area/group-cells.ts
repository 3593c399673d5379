import type { Categories } from '../weighting/margin.ts'

/** Answers of one group in one area. */
export type Cell = { n: number; weight: number; nKish: number; mean: number }

/**
 * Means of all groups in all areas, areas × groups, from the rows with a weight and an answer; a cell without any has
 * n = 0 and says nothing.
 *
 * @param values  one number per row; NaN = missing
 */
export function groupCells(weights: Float64Array, areas: Categories, groups: Categories, values: Float64Array): Cell[] {
  const width = groups.labels.length
  const size = areas.labels.length * width
  const n = new Int32Array(size)
  const [weight, squares, sums] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  for (let row = 0; row < weights.length; row++) {
    const [area, group, value] = [areas.codes[row]!, groups.codes[row]!, values[row]!]
    if (area < 0 || group < 0 || Number.isNaN(value) || weights[row] === 0) continue
    const cell = area * width + group
    n[cell]!++
    weight[cell]! += weights[row]!
    squares[cell]! += weights[row]! ** 2
    sums[cell]! += weights[row]! * value
  }
  return Array.from(n, (count, cell) => ({
    n: count,
    weight: weight[cell]!,
    nKish: count > 0 ? weight[cell]! ** 2 / squares[cell]! : 0,
    mean: count > 0 ? sums[cell]! / weight[cell]! : 0,
  }))
}
