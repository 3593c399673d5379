import type { Calibration } from '../weigh-sample.ts'
import type { Constraint } from '../weighting/rake.ts'
import type { SurveyDesign } from './design.ts'
import { generalizedInverse, product } from './generalized-inverse.ts'
import { type Persons, personsOf } from './persons.ts'
import type { Stage } from './stage.ts'

/**
 * Everything about weights, design and calibration that does not depend on what is estimated, computed once.
 *
 * The residual of the calibration is e = z − x'B with B = (Σ d x x')⁻ Σ d x z: x the dummies of all margins, d the
 * weights before the calibration. Because the x are sparse, the sums over units that involve them only (`cross`) are
 * taken here, and an estimate touches the units of its own domain alone (statistics.md, section 7, "fast form").
 */
export type VarianceFrame = {
  weights: Float64Array
  design: SurveyDesign
  projection: Projection | undefined
  /** The rows collapsed, where they are the units. */
  persons: Persons | undefined
}

export type Projection = {
  baseWeights: Float64Array
  /** Per margin: the category of each row, and the column of its first category. */
  codes: readonly Int32Array[]
  offsets: readonly number[]
  columns: number
  /** columns × columns: Σ d x z, in dummies, times this is B, in dummies. */
  inverse: Float64Array
  /** columns × columns: the design's quadratic form of the weighted dummies, Σ_stages. */
  cross: Float64Array
  /** Per stage: weighted dummies summed by stratum, strata × columns. */
  stratumSums: Float64Array[]
}

/**
 * @param weights      final weights
 * @param calibration  how they were calibrated; none for weights that were not
 */
export function varianceFrame(weights: Float64Array, design: SurveyDesign, calibration?: Calibration): VarianceFrame {
  const constraints = calibration?.constraints ?? []
  if (!calibration || constraints.length === 0)
    return { weights, design, projection: undefined, persons: personsOf(design, undefined) }

  const codes = constraints.map((constraint) => constraint.codes)
  const offsets = constraints.map((_, v) => constraints.slice(0, v).reduce((sum, { labels }) => sum + labels.length, 0))
  const columns = constraints.reduce((sum, { labels }) => sum + labels.length, 0)
  const { baseWeights } = calibration
  const dummies = { weights, codes, offsets, columns }
  const inverse = constrainedInverse(crossProducts({ ...dummies, weights: baseWeights }), constraints, columns)
  const stratumSums = design.stages.map((stage) => sumsByStratum(stage, dummies))
  const cross = new Float64Array(columns * columns)
  design.stages.forEach((stage, s) => addQuadraticForm(cross, stage, design, dummies, stratumSums[s]!))
  const projection = { baseWeights, codes, offsets, columns, inverse, cross, stratumSums }
  return { weights, design, projection, persons: personsOf(design, projection) }
}

type Dummies = Pick<Projection, 'codes' | 'offsets' | 'columns'> & { weights: Float64Array }

/** Σ d x x' over the rows, x being plain dummies. */
function crossProducts({ weights, codes, offsets, columns }: Dummies): Float64Array {
  const sums = new Float64Array(columns * columns)
  codes.forEach((left, a) => {
    codes.forEach((right, b) => {
      const corner = offsets[a]! * columns + offsets[b]!
      for (let row = 0; row < weights.length; row++) {
        const i = left[row]!
        const j = right[row]!
        if (i >= 0 && j >= 0) sums[corner + i * columns + j]! += weights[row]!
      }
    })
  })
  return sums
}

/**
 * An incomplete margin constrains x_c = 1[category = c] − share_c · 1[category known], that is x = M · dummies with
 * M = I − shares · 1'. The inverse is taken for x and handed back for the dummies: M'(M A M')⁻M.
 */
function constrainedInverse(dummies: Float64Array, constraints: readonly Constraint[], columns: number): Float64Array {
  if (constraints.every(({ complete }) => complete)) return generalizedInverse(dummies, columns)
  const m = new Float64Array(columns * columns)
  let offset = 0
  for (const { shares, complete } of constraints) {
    shares.forEach((share, c) => {
      const row = (offset + c) * columns
      if (!complete) m.fill(-share, row + offset, row + offset + shares.length)
      m[row + offset + c]! += 1
    })
    offset += shares.length
  }
  const mt = m.map((_, place) => m[(place % columns) * columns + Math.floor(place / columns)]!)
  const inverse = generalizedInverse(product(product(m, dummies, columns), mt, columns), columns)
  return product(product(mt, inverse, columns), m, columns)
}

function sumsByStratum(
  { unitOfRow, stratumOfUnit, drawn }: Stage,
  { weights, codes, offsets, columns }: Dummies,
): Float64Array {
  const sums = new Float64Array(drawn.length * columns)
  codes.forEach((column, margin) => {
    const offset = offsets[margin]!
    for (let row = 0; row < column.length; row++) {
      const code = column[row]!
      if (code >= 0) sums[stratumOfUnit[unitOfRow[row]!]! * columns + offset + code]! += weights[row]!
    }
  })
  return sums
}

/** Adds Σ_strata factor · Σ_units (t − mean)(t − mean)' with t a unit's weighted sum of dummies. */
function addQuadraticForm(
  cross: Float64Array,
  { unitStarts, stratumOfUnit, drawn, factors, centred }: Stage,
  { order }: SurveyDesign,
  { weights, codes, offsets, columns }: Dummies,
  stratumSums: Float64Array,
): void {
  const units = stratumOfUnit.length
  const sum = new Float64Array(columns)
  const touched: number[] = []
  const lonely = { factor: 0, sum: new Float64Array(columns) }
  for (let unit = 0; unit < units; unit++) {
    const stratum = stratumOfUnit[unit]!
    const factor = factors[stratum]!
    if (factor === 0) continue
    touched.length = 0
    for (let position = unitStarts[unit]!; position < unitStarts[unit + 1]!; position++) {
      const row = order[position]!
      for (let margin = 0; margin < codes.length; margin++) {
        const code = codes[margin]![row]!
        if (code < 0 || weights[row] === 0) continue
        const column = offsets[margin]! + code
        if (sum[column] === 0) touched.push(column)
        sum[column]! += weights[row]!
      }
    }
    for (const i of touched) for (const j of touched) cross[i * columns + j]! += factor * sum[i]! * sum[j]!
    if (centred[stratum]) {
      lonely.factor += factor
      for (const i of touched) lonely.sum[i]! += factor * sum[i]!
    }
    for (const i of touched) sum[i] = 0
  }
  const total = new Float64Array(columns)
  for (let stratum = 0; stratum < drawn.length; stratum++) {
    const own = stratumSums.subarray(stratum * columns, (stratum + 1) * columns)
    own.forEach((value, i) => (total[i]! += value))
    if (!centred[stratum]) addOuter(cross, -factors[stratum]! / drawn[stratum]!, own, own)
  }
  if (lonely.factor > 0) {
    addOuter(cross, -1 / units, total, lonely.sum)
    addOuter(cross, -1 / units, lonely.sum, total)
    addOuter(cross, lonely.factor / units ** 2, total, total)
  }
}

function addOuter(matrix: Float64Array, factor: number, left: Float64Array, right: Float64Array): void {
  if (factor === 0) return
  left.forEach((value, i) => {
    if (value !== 0) for (let j = 0; j < right.length; j++) matrix[i * right.length + j]! += factor * value * right[j]!
  })
}
