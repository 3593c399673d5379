import { AnalysisRefusal } from '../refusal.ts'
import { type Categories, MISSING } from '../weighting/margin.ts'

/** A column as it stands in the file. Missing values are '' in `text` and NaN in `numbers`. */
export type Column = { text: readonly string[]; numbers: Float64Array | undefined }

/** A CSV file: columns by name, all of the same length. */
export type Table = { rows: number; columns: ReadonlyMap<string, Column> }

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Recognises columns of numbers: those in which everything but the missing values ('' and NA) is one. */
export function tableOf(columns: ReadonlyMap<string, readonly string[]>): Table {
  let rows = 0
  const read = new Map<string, Column>()
  for (const [name, given] of columns) {
    const text = given.map((value) => (value === 'NA' ? '' : value))
    rows = text.length
    const numeric = text.every((value) => value === '' || number.test(value))
    read.set(name, {
      text,
      numbers: numeric ? Float64Array.from(text, (v) => (v === '' ? NaN : Number(v))) : undefined,
    })
  }
  return { rows, columns: read }
}

/** @throws AnalysisRefusal when the data have no such column */
export function columnOf({ columns }: Table, name: string): Column {
  const column = columns.get(name)
  if (!column) throw new AnalysisRefusal('unknown-variable', `The data have no column "${name}".`, { variable: name })
  return column
}

/** A column of numbers, NaN = missing. @throws AnalysisRefusal when there is a word in it */
export function numbersOf(table: Table, name: string): Float64Array {
  const { numbers, text } = columnOf(table, name)
  if (numbers) return numbers
  const row = text.findIndex((value) => value !== '' && !number.test(value))
  throw new AnalysisRefusal('bad-answer', `"${name}" has to be a number, but is "${text[row]}" in row ${row}.`, {
    variable: name,
    row,
  })
}

/** A column as categories: numbers by size, words in byte order. */
export function categoriesOf(table: Table, name: string): Categories {
  const { text, numbers } = columnOf(table, name)
  if (!numbers) {
    const labels = [...new Set(text.filter((value) => value !== ''))].sort()
    const codes = new Map(labels.map((label, code) => [label, code]))
    return { variable: name, labels, codes: Int32Array.from(text, (value) => codes.get(value) ?? MISSING) }
  }
  const values = [...new Set(numbers)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  const codes = new Map(values.map((value, code) => [value, code]))
  return {
    variable: name,
    labels: values.map((value) => text[numbers.indexOf(value)]!),
    codes: Int32Array.from(numbers, (value) => codes.get(value) ?? MISSING),
  }
}

/** The code of a category as a recipe writes it: 1 and "1.0" are one number. */
export function codeOf(table: Table, { variable, labels }: Categories, value: string | number): number {
  return columnOf(table, variable).numbers
    ? labels.findIndex((label) => Number(label) === Number(value))
    : labels.indexOf(String(value))
}

/**
 * The combinations of several categorical variables, the first one changing fastest; a row that misses one of them is in
 * none.
 */
export function crossed(variables: readonly Categories[]): Categories & { parts: number[][] } {
  const rows = variables[0]?.codes.length ?? 0
  const sizes = variables.map(({ labels }) => labels.length)
  const key = (row: number) => {
    let place = 0
    for (let v = variables.length - 1; v >= 0; v--) {
      const code = variables[v]!.codes[row]!
      if (code < 0) return -1
      place = place * sizes[v]! + code
    }
    return place
  }
  const keys = Int32Array.from({ length: rows }, (_, row) => key(row))
  const found = [...new Set(keys)].filter((place) => place >= 0).sort((a, b) => a - b)
  const codes = new Map(found.map((place, code) => [place, code]))
  const parts = found.map((place) => {
    let rest = place
    return sizes.map((size) => {
      const code = rest % size
      rest = Math.floor(rest / size)
      return code
    })
  })
  return {
    variable: variables.map(({ variable }) => variable).join(' × '),
    labels: parts.map((codes) => codes.map((code, v) => variables[v]!.labels[code]).join(' × ')),
    codes: keys.map((place) => codes.get(place) ?? MISSING),
    parts,
  }
}
