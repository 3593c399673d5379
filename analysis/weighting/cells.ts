/** Rows that agree in every variable, seen as one. */
export type Cells = {
  count: number
  /** Cell of each row. */
  cellOfRow: Int32Array
  /** For each variable, the code of each cell; −1 for any code below zero. */
  codes: Int32Array[]
}

/**
 * Collapses rows to the cells of a cross-classification, so that raking costs cells × margins instead of rows × margins.
 * Cells are numbered as they first appear, hence the same for the same row order.
 *
 * @param variables  codes per row, one array per variable
 * @param sizes      number of categories of each variable
 */
export function cellsOf(variables: readonly Int32Array[], sizes: readonly number[], rows: number): Cells {
  let cellOfRow = new Int32Array(rows)
  let count = 1
  let codes: Int32Array[] = []
  variables.forEach((column, v) => {
    const radix = (sizes[v] ?? 0) + 1
    // count ≤ rows, so the table stays below rows × radix, and in practice far below.
    const cellAt = new Int32Array(count * radix).fill(-1)
    const keys: number[] = []
    const next = new Int32Array(rows)
    for (let row = 0; row < rows; row++) {
      const code = column[row]!
      const key = cellOfRow[row]! * radix + (code < 0 ? 0 : code + 1)
      let cell = cellAt[key]!
      if (cell < 0) {
        cell = keys.push(key) - 1
        cellAt[key] = cell
      }
      next[row] = cell
    }
    const own = new Int32Array(keys.length)
    const parents = new Int32Array(keys.length)
    keys.forEach((key, cell) => {
      parents[cell] = Math.floor(key / radix)
      own[cell] = (key % radix) - 1
    })
    codes = [...codes.map((previous) => parents.map((parent) => previous[parent]!)), own]
    cellOfRow = next
    count = keys.length
  })
  return { count, cellOfRow, codes }
}

/** Sum of `values` in each cell. */
export function sumByCell(values: Float64Array, { cellOfRow, count }: Cells): Float64Array {
  const sums = new Float64Array(count)
  for (let row = 0; row < values.length; row++) {
    const cell = cellOfRow[row]!
    sums[cell]! += values[row]!
  }
  return sums
}
