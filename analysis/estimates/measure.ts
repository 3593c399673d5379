import { checkItem, type Item } from '../discord/item.ts'
import { AnalysisRefusal, checkLength } from '../refusal.ts'
import { type Categories, checkCategories } from '../weighting/margin.ts'

/**
 * What is estimated. `values` hold one number per row, NaN = missing (for a share 0 or 1, for a gap 0 to 1 before any
 * difference by mode is taken off).
 * Support (0 to 1), net support (−1 to 1), the place on the scale (0 least favourable, 1 most) and polarization (0 to 1)
 * are averaged over their items.
 */
export type Measure = { name: string } & (
  | { kind: 'mean' | 'total' | 'share'; values: Float64Array }
  | { kind: 'support' | 'net' | 'place' | 'polarization'; items: readonly Item[] }
  | { kind: 'gap'; values: Float64Array; groups: Categories; minAnswers?: number }
)

/** @throws AnalysisRefusal for columns of another length, values outside their range, and measures without items */
export function checkMeasure(measure: Measure, rows: number): void {
  const { name } = measure
  switch (measure.kind) {
    case 'support':
    case 'net':
    case 'place':
    case 'polarization':
      if (measure.items.length === 0)
        throw new AnalysisRefusal('bad-answer', `"${name}" has no items.`, { variable: name })
      return measure.items.forEach((item) => checkItem(item, rows))
    case 'gap':
      checkCategories(measure.groups, rows)
      // A difference by mode that was taken off is less than 1 either way.
      return checkValues(name, measure.values, rows, (value) => value >= -1 && value <= 2)
    case 'share':
      return checkValues(name, measure.values, rows, (value) => value === 0 || value === 1)
    case 'mean':
    case 'total':
      return checkValues(name, measure.values, rows, Number.isFinite)
  }
}

function checkValues(variable: string, values: Float64Array, rows: number, allowed: (value: number) => boolean): void {
  checkLength(variable, values.length, rows)
  const row = values.findIndex((value) => !Number.isNaN(value) && !allowed(value))
  if (row >= 0)
    throw new AnalysisRefusal('bad-answer', `"${variable}" is ${values[row]} in row ${row}.`, { variable, row })
}

/** The rows of a domain that have anything to say on a measure. */
export function answeredRows(measure: Measure, domain: Int32Array): Int32Array {
  const answered = answeredBy(measure)
  const rows = new Int32Array(domain.length)
  let count = 0
  for (const row of domain) if (answered(row)) rows[count++] = row
  return rows.subarray(0, count)
}

/** Whether a row has anything to say on a measure. */
export function answeredBy(measure: Measure): (row: number) => boolean {
  switch (measure.kind) {
    case 'support':
    case 'net':
    case 'place':
    case 'polarization':
      return (row) => measure.items.some(({ answers }) => answers[row]! >= 1)
    case 'gap':
      return (row) => !Number.isNaN(measure.values[row]!) && measure.groups.codes[row]! >= 0
    case 'mean':
    case 'total':
    case 'share':
      return (row) => !Number.isNaN(measure.values[row]!)
  }
}
