import type { Projection, VarianceFrame } from './frame.ts'
import { times } from './generalized-inverse.ts'
import type { Stage } from './stage.ts'

/**
 * Design-based covariance of linear estimates: Taylor linearization with the residuals of the calibration.
 *
 * v = Σ_h n_h/(n_h−1) (1−f_h) Σ_j (u_j − ū_h)(u_j − ū_h)', u_j = Σ_{rows of unit j} w e. All units of a stratum count,
 * also those without a row in the domain. Several stages add up.
 *
 * @param rows        rows where an influence may be different from 0, in the frame's order (see `rowsOf` in domains.ts)
 * @param influences  what each of those rows adds to each estimate per unit of weight (`Linearized.influence`)
 * @returns           k × k, row by row; never negative on the diagonal
 * @see               Deville & Särndal (1992), JASA 87, 376–382; Lumley (2010), Complex Surveys, chapter 2
 */
export function covarianceOf(
  frame: VarianceFrame,
  rows: Int32Array,
  influences: readonly Float64Array[],
): Float64Array {
  const k = influences.length
  const { projection } = frame
  const outcome = new Float64Array(k * k)
  const mixed = new Float64Array(k * (projection?.columns ?? 0))
  const scale = new Float64Array(k)
  frame.design.stages.forEach((stage, s) => addStage(frame, stage, s, rows, influences, { outcome, mixed, scale }))

  if (projection) {
    const { columns, cross } = projection
    const slopes = influences.map((influence) => slopesOf(projection, rows, influence))
    const crossed = slopes.map((slope) => times(cross, slope, columns))
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) {
        let change = 0
        for (let c = 0; c < columns; c++) {
          change +=
            slopes[a]![c]! * (crossed[b]![c]! - mixed[b * columns + c]!) - slopes[b]![c]! * mixed[a * columns + c]!
        }
        outcome[a * k + b]! += change
      }
    }
  }
  // Where strata or calibration explain everything, what is left is rounding.
  for (let a = 0; a < k; a++) if (outcome[a * k + a]! < 1e-13 * scale[a]!) outcome[a * k + a] = 0
  return outcome
}

/** Σ u u' (k × k) and Σ u t' (k × columns) about the strata's means, and Σ u² (k) about 0. */
type Sums = { outcome: Float64Array; mixed: Float64Array; scale: Float64Array }

/** Adds one stage to the sums. */
function addStage(
  { weights, design: { order }, projection }: VarianceFrame,
  stage: Stage,
  stageNumber: number,
  rows: Int32Array,
  influences: readonly Float64Array[],
  { outcome, mixed, scale }: Sums,
): void {
  const { unitOfRow, unitStarts, stratumOfUnit, drawn, factors, centred } = stage
  const k = influences.length
  const { columns, codes, offsets } = projection ?? { columns: 0, codes: [], offsets: [] }
  const units = stratumOfUnit.length
  const unitSum = new Float64Array(k)
  const stratumSum = new Float64Array(k)
  const total = new Float64Array(k)
  const lonely = { sum: new Float64Array(k), ...lonelyDummies(stage, stageNumber, projection) }

  const closeUnit = (unit: number) => {
    const stratum = stratumOfUnit[unit]!
    const factor = factors[stratum]!
    for (let a = 0; a < k; a++) {
      stratumSum[a]! += unitSum[a]!
      scale[a]! += factor * unitSum[a]! ** 2
      if (centred[stratum]) lonely.sum[a]! += factor * unitSum[a]!
      for (let b = 0; b < k; b++) outcome[a * k + b]! += factor * unitSum[a]! * unitSum[b]!
    }
    if (codes.length > 0 && factor !== 0) {
      for (let position = unitStarts[unit]!; position < unitStarts[unit + 1]!; position++) {
        const row = order[position]!
        const weight = factor * weights[row]!
        for (let margin = 0; margin < codes.length; margin++) {
          const code = codes[margin]![row]!
          if (code < 0) continue
          const column = offsets[margin]! + code
          for (let a = 0; a < k; a++) mixed[a * columns + column]! += weight * unitSum[a]!
        }
      }
    }
    unitSum.fill(0)
  }
  const closeStratum = (stratum: number) => {
    for (let a = 0; a < k; a++) total[a]! += stratumSum[a]!
    if (!centred[stratum]) {
      const sums = projection?.stratumSums[stageNumber]?.subarray(stratum * columns, (stratum + 1) * columns)
      addProducts(outcome, mixed, -factors[stratum]! / drawn[stratum]!, stratumSum, stratumSum, sums)
    }
    stratumSum.fill(0)
  }

  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!
    const unit = unitOfRow[row]!
    for (let a = 0; a < k; a++) unitSum[a]! += weights[row]! * influences[a]![place]!
    const next = place + 1 < rows.length ? unitOfRow[rows[place + 1]!]! : -1
    if (next === unit) continue
    closeUnit(unit)
    if (next < 0 || stratumOfUnit[next] !== stratumOfUnit[unit]) closeStratum(stratumOfUnit[unit]!)
  }
  if (lonely.factor > 0) {
    addProducts(outcome, mixed, -1 / units, total, lonely.sum, lonely.dummies)
    addProducts(outcome, mixed, -1 / units, lonely.sum, total, lonely.total)
    addProducts(outcome, mixed, lonely.factor / units ** 2, total, total, lonely.total)
  }
}

/** outcome += factor · left right', mixed += factor · left dummies'. */
function addProducts(
  outcome: Float64Array,
  mixed: Float64Array,
  factor: number,
  left: Float64Array,
  right: Float64Array,
  dummies: Float64Array | undefined,
): void {
  if (factor === 0) return
  const k = left.length
  for (let a = 0; a < k; a++) {
    const scaled = factor * left[a]!
    if (scaled === 0) continue
    for (let b = 0; b < k; b++) outcome[a * k + b]! += scaled * right[b]!
    if (dummies) for (let c = 0; c < dummies.length; c++) mixed[a * dummies.length + c]! += scaled * dummies[c]!
  }
}

/** The calibration's slopes B of one influence, in dummies. */
export function slopesOf(
  { baseWeights, codes, offsets, columns, inverse }: Projection,
  rows: Int32Array,
  influence: Float64Array,
): Float64Array {
  const sums = new Float64Array(columns)
  codes.forEach((column, margin) => {
    const offset = offsets[margin]!
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place]!
      const code = column[row]!
      if (code >= 0) sums[offset + code]! += baseWeights[row]! * influence[place]!
    }
  })
  return times(inverse, sums, columns)
}

/** Under the rule `centre`: the lonely strata's total factor, their weighted dummies, and those of all units. */
function lonelyDummies({ centred, factors }: Stage, stageNumber: number, projection: Projection | undefined) {
  const columns = projection?.columns ?? 0
  const dummies = new Float64Array(columns)
  const total = new Float64Array(columns)
  let factor = 0
  centred.forEach((alone, stratum) => {
    if (alone) factor += factors[stratum]!
    for (let c = 0; c < columns; c++) {
      const sum = projection!.stratumSums[stageNumber]![stratum * columns + c]! // there are columns only with a projection
      total[c]! += sum
      if (alone) dummies[c]! += factors[stratum]! * sum
    }
  })
  return { factor, dummies, total }
}
