import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Categories, MISSING } from '#analysis/weighting/margin.ts'

/** A CSV file of a reference case: columns as text, '' = missing. */
export type Table = { rows: number; column: (name: string) => string[] }

export function readTable(path: string): Table {
  const records: Record<string, string>[] = parse(readFileSync(path), { columns: true })
  return { rows: records.length, column: (name) => records.map((record) => record[name] ?? '') }
}

/** A numeric column; NaN = missing. */
export const numbers = (table: Table, name: string): Float64Array =>
  Float64Array.from(table.column(name), (text) => (text === '' ? NaN : Number(text)))

/** A categorical column or the combinations of several, with labels in byte order unless given. */
export function categories(table: Table, names: readonly string[], labels?: readonly string[]): Categories {
  const columns = names.map((name) => table.column(name))
  const values = Array.from({ length: table.rows }, (_, row) => columns.map((column) => column[row]!).join('|'))
  const known = labels ?? [...new Set(values.filter((value) => value !== ''))].sort()
  const codes = new Map(known.map((label, code) => [label, code]))
  return {
    variable: names.join('|'),
    labels: known,
    codes: Int32Array.from(values, (value) => codes.get(value) ?? MISSING),
  }
}

export const isNumeric = (table: Table, name: string): boolean =>
  table.column(name).every((text) => text === '' || Number.isFinite(Number(text)))
