import { rowsByCode } from '../rows-by-code.ts'
import type { Categories } from '../weighting/margin.ts'
import type { VarianceFrame } from './frame.ts'

/** The rows with a positive weight of each domain, in the order that `covarianceOf` needs. */
export function rowsOf({ design, weights }: VarianceFrame, { codes, labels }: Categories): Int32Array[] {
  const { starts, rows } = rowsByCode(codes, labels.length, (row) => weights[row]! > 0, design.order)
  return labels.map((_, domain) => rows.subarray(starts[domain], starts[domain + 1]))
}

/** All rows with a positive weight, in the same order. */
export const allRows = ({ design, weights }: VarianceFrame): Int32Array =>
  design.order.filter((row) => weights[row]! > 0)

/**
 * Degrees of freedom of an estimate from these rows: first-stage units minus strata, at least 1.
 *
 * @param rows  rows that took part, in the frame's order
 */
export function degreesOfFreedom({ design }: VarianceFrame, rows: Int32Array): number {
  const { unitOfRow, stratumOfUnit } = design.stages[0]!
  let [units, strata] = [0, 0]
  let [unit, stratum] = [-1, -1]
  for (const row of rows) {
    if (unitOfRow[row] === unit) continue
    unit = unitOfRow[row]!
    units++
    if (stratumOfUnit[unit] === stratum) continue
    stratum = stratumOfUnit[unit]!
    strata++
  }
  return Math.max(1, units - strata)
}
