/** Rows sorted by a code: those with code c are `rows.subarray(starts[c], starts[c + 1])`, in their former order. */
export type RowsByCode = { starts: Int32Array; rows: Int32Array }

/**
 * Groups rows by a code, in one pass.
 *
 * @param codes  one per row; rows with a code below zero are left out
 * @param size   number of codes
 * @param keep   which rows take part (default: all)
 * @param order  the rows in the order they shall have inside a group (default: 0, 1, 2 …)
 */
export function rowsByCode(
  codes: Int32Array,
  size: number,
  keep: (row: number) => boolean = () => true,
  order?: Int32Array,
): RowsByCode {
  const starts = new Int32Array(size + 1)
  const taken = (row: number) => codes[row]! >= 0 && keep(row)
  for (let row = 0; row < codes.length; row++) {
    if (taken(row)) starts[codes[row]! + 1]!++
  }
  for (let code = 0; code < size; code++) starts[code + 1]! += starts[code]!
  const rows = new Int32Array(starts[size]!)
  const next = starts.slice()
  for (let position = 0; position < codes.length; position++) {
    const row = order ? order[position]! : position
    if (!taken(row)) continue
    const code = codes[row]!
    const place = next[code]!
    rows[place] = row
    next[code] = place + 1
  }
  return { starts, rows }
}
