import type { Linearized } from '../estimates/linearized.ts'
import { AnalysisRefusal } from '../refusal.ts'
import { generalizedInverse } from '../variance/generalized-inverse.ts'
import type { Categories } from '../weighting/margin.ts'

/** By what answers may differ between modes, and what explains such a difference without any mode. */
export type ModeModel = {
  /** The mode that answered, per row; `MISSING` rows do not take part. */
  modes: Categories
  /** Modes that people fill in by themselves: the others are compared with all of them together. */
  reference: readonly string[]
  /** Area and demographics. Rows that have no category of one are a category of their own. */
  covariates: readonly Categories[]
  /**
   * How far a mode can move the answer of each row, relative to others: 1 on average, less where hardly anybody is left
   * to be moved. None: everywhere alike.
   */
  reach?: Float64Array
}

export type ModeDifferences = {
  /** The modes that are compared, those of the rows that are not in the reference, and their codes. */
  modes: string[]
  codes: number[]
  /** One per mode: how much higher its answers are; the value is NaN where covariates tell the mode as well. */
  differences: Linearized[]
  /** Coefficients of the regression, the intercept among them. */
  parameters: number
}

/** @throws AnalysisRefusal for an empty reference, and for one with a mode that `modes` does not have */
export function checkReference({ modes: { variable, labels }, reference }: ModeModel): void {
  const unknown = reference.find((label) => !labels.includes(label))
  if (unknown === undefined && reference.length > 0) return
  throw new AnalysisRefusal(
    'unknown-code',
    `"${variable}" has no mode "${unknown ?? 'web'}": name the reference in "reference".`,
    { variable, category: unknown ?? '' },
  )
}

/** Rows of those given that have an outcome and a mode. */
export const rowsWithMode = (rows: Int32Array, values: Float64Array, { codes }: Categories): Int32Array =>
  rows.filter((row) => codes[row]! >= 0 && !Number.isNaN(values[row]!))

/**
 * How much higher answers are by mode than where people fill in by themselves, at the same covariates: coefficients of
 * a weighted regression of the outcome on dummies of mode and covariates.
 *
 * Dummies are kept as codes, so that a row costs the square of the number of variables and not of categories.
 *
 * @param rows     rows with an outcome and a mode (`rowsWithMode`), in the order that the covariance needs
 * @param weights  final weights of the sample, ≥ 0
 * @param values   the outcome per row of the sample, any number
 * @throws         AnalysisRefusal for a reference that is empty or unknown
 * @see            statistics.md, section 8; Binder (1983), International Statistical Review 51, 279–292, for influences
 */
export function modeDifferences(
  rows: Int32Array,
  weights: Float64Array,
  values: Float64Array,
  model: ModeModel,
): ModeDifferences {
  checkReference(model)
  const { modes, reference } = model
  const used = new Set(rows.map((row) => modes.codes[row]!))
  const compared = modes.labels.flatMap((label, code) =>
    used.has(code) && !reference.includes(label) ? [{ label, code }] : [],
  )
  const variables = [...model.covariates.map((each) => columnsOf(rows, each)), modeColumns(rows, modes, compared)]
  const size = 1 + variables.reduce((sum, { count }) => sum + count, 0)
  // Column of each row in each variable; −1 where the row is in a category that has none.
  let first = 1
  const columns = variables.map(({ count, column }) => {
    const start = first
    first += count
    return column.map((each) => (each < 0 ? -1 : start + each))
  })
  const ofModes = size - compared.length
  const valueAt = (column: number, row: number) => (column < ofModes || !model.reach ? 1 : model.reach[row]!)
  const { information, scores } = crossProducts(rows, weights, values, { columns, size, valueAt })
  // What comes later and depends on what came before is left out: modes stand last, so that covariates explain first.
  const inverse = generalizedInverse(information, size)
  const isTold = model.reach
    ? toldApart(crossProducts(rows, weights, values, { columns, size, valueAt: () => 1 }), size)
    : () => true
  // The constant and the row's columns, summed over a vector that starts at `from`.
  const sumAt = (vector: Float64Array, from: number, row: number, place: number): number => {
    let sum = vector[from]!
    for (const column of columns) {
      const own = column[place]!
      if (own >= 0) sum += vector[from + own]! * valueAt(own, row)
    }
    return sum
  }
  const beta = Float64Array.from({ length: size }, (_, i) =>
    scores.reduce((sum, score, j) => sum + inverse[i * size + j]! * score, 0),
  )
  const scale = rows.reduce((most, row) => Math.max(most, Math.abs(values[row]!)), 0)
  const residuals = Float64Array.from(rows, (row, place) => {
    const residual = values[row]! - sumAt(beta, 0, row, place)
    return Math.abs(residual) < 1e-12 * scale ? 0 : residual // rounding, where covariates explain everything
  })
  const weight = rows.reduce((sum, row) => sum + weights[row]!, 0)
  let parameters = 0
  for (let i = 0; i < size; i++) if (inverse[i * (size + 1)]! > 0) parameters++
  const differences = compared.map((_, m): Linearized => {
    const own = size - compared.length + m
    const influence = residuals.map((residual, place) => residual * sumAt(inverse, own * size, rows[place]!, place))
    return {
      value: inverse[own * (size + 1)]! > 0 && isTold(own) ? beta[own]! : NaN,
      influence,
      n: rows.length,
      weight,
    }
  })
  return { modes: compared.map(({ label }) => label), codes: compared.map(({ code }) => code), differences, parameters }
}

/**
 * Which columns the others do not tell. Where a mode goes with a covariate, only how far it reaches would set the two
 * apart: that is no comparison.
 */
function toldApart({ information }: { information: Float64Array }, size: number): (column: number) => boolean {
  const inverse = generalizedInverse(information, size)
  return (column) => inverse[column * (size + 1)]! > 0
}

type Columns = { count: number; column: Int32Array }

/** A dummy for each category that has rows, but the first; negative codes are categories too. */
function columnsOf(rows: Int32Array, { codes }: Categories): Columns {
  const place = new Map<number, number>()
  const sorted = [...new Set(rows.map((row) => codes[row]!))].sort((a, b) => a - b)
  // A category that has a label goes first, so that dummies mean differences from people who told theirs.
  const known = [...sorted.filter((code) => code >= 0), ...sorted.filter((code) => code < 0)]
  known.forEach((code, i) => place.set(code, i - 1))
  return { count: Math.max(0, known.length - 1), column: Int32Array.from(rows, (row) => place.get(codes[row]!)!) }
}

function modeColumns(rows: Int32Array, { codes }: Categories, compared: readonly { code: number }[]): Columns {
  const place = new Map(compared.map(({ code }, m) => [code, m]))
  return { count: compared.length, column: Int32Array.from(rows, (row) => place.get(codes[row]!) ?? -1) }
}

type Design = { columns: readonly Int32Array[]; size: number; valueAt: (column: number, row: number) => number }

function crossProducts(
  rows: Int32Array,
  weights: Float64Array,
  values: Float64Array,
  { columns, size, valueAt }: Design,
) {
  const information = new Float64Array(size * size)
  const scores = new Float64Array(size)
  const own = new Int32Array(columns.length + 1)
  const worth = new Float64Array(columns.length + 1).fill(1)
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!
    let count = 1 // place 0 is the constant
    for (const column of columns) {
      if (column[place]! < 0) continue
      own[count] = column[place]!
      worth[count++] = valueAt(column[place]!, row)
    }
    for (let a = 0; a < count; a++) {
      const weighted = weights[row]! * worth[a]!
      scores[own[a]!]! += weighted * values[row]!
      for (let b = 0; b < count; b++) information[own[a]! * size + own[b]!]! += weighted * worth[b]!
    }
  }
  return { information, scores }
}
