import { rowsByCode } from '../rows-by-code.ts'

export type DenseCodes = { codes: Int32Array; size: number }

/** The same grouping with codes 0, 1, 2 … in the order of the former codes. */
export function denseCodes(codes: Int32Array): DenseCodes {
  const distinct = [...new Set(codes)].sort((a, b) => a - b)
  if (distinct.every((code, i) => code === i)) return { codes, size: distinct.length }
  const dense = new Map(distinct.map((code, i) => [code, i]))
  return { codes: codes.map((code) => dense.get(code)!), size: distinct.length }
}

/** Row numbers sorted by the first key, then the second, and so on; equal rows keep their order. */
export function sortedBy(keys: readonly DenseCodes[], rows: number): Int32Array {
  let order: Int32Array = Int32Array.from({ length: rows }, (_, row) => row)
  for (const { codes, size } of [...keys].reverse()) {
    if (size > 1) order = rowsByCode(codes, size, undefined, order).rows
  }
  return order
}
