import { cholesky, inverseWith, solveWith } from '../linear/symmetric.ts'

/** What the model of cells within areas says of the data at given variances between areas (u) and cells (v). */
export type CellState = {
  /** 1 / (v + sampling variance) per cell; 0 where nobody answered. */
  precision: Float64Array
  /** Per area: Σ precision, and Σ precision · covariates (areas × columns). */
  areaPrecision: Float64Array
  areaColumns: Float64Array
  /** (X'V⁻¹X)⁻¹, row by row. */
  inverse: Float64Array
  beta: Float64Array
  /** y − X·beta; 0 where nobody answered. */
  residual: Float64Array
  /** −2 times the restricted log-likelihood, but for a constant. */
  deviance: number
}

/**
 * The state of the model at one pair of variances after another. The covariance of an area's cells is a diagonal plus a
 * constant, so that its inverse needs sums only.
 *
 * @param psi      sampling variances; Infinity for cells without answers, whose y does not matter
 * @param columns  covariates, one number per cell
 * @param areas    the area of each cell, 0 to `count` − 1
 */
export function cellStates(
  y: Float64Array,
  psi: Float64Array,
  columns: readonly Float64Array[],
  areas: Int32Array,
  count: number,
): (u: number, v: number) => CellState {
  const [cells, p] = [y.length, columns.length]
  const rows = new Float64Array(cells * p)
  columns.forEach((column, c) => column.forEach((x, i) => (rows[i * p + c] = x)))

  return (u, v) => {
    const precision = new Float64Array(cells)
    const areaPrecision = new Float64Array(count)
    const areaColumns = new Float64Array(count * p)
    const areaScores = new Float64Array(count)
    const information = new Float64Array(p * p)
    const scores = new Float64Array(p)
    let [deviance, product] = [0, 1]
    for (let i = 0; i < cells; i++) {
      const variance = v + psi[i]!
      if (variance === Infinity) continue
      const weight = 1 / variance
      const first = areas[i]! * p
      precision[i] = weight
      areaPrecision[areas[i]!]! += weight
      areaScores[areas[i]!]! += weight * y[i]!
      product *= variance // few logarithms
      if (product < 1e-200 || product > 1e200) {
        deviance += Math.log(product)
        product = 1
      }
      for (let a = 0; a < p; a++) {
        const x = weight * rows[i * p + a]!
        if (x === 0) continue
        areaColumns[first + a]! += x
        scores[a]! += x * y[i]!
        for (let b = 0; b <= a; b++) information[a * p + b]! += x * rows[i * p + b]!
      }
    }
    deviance += Math.log(product)
    for (let area = 0; area < count; area++) {
      const scale = 1 + u * areaPrecision[area]!
      const shrink = u / scale
      deviance += Math.log(scale)
      for (let a = 0; a < p; a++) {
        const x = shrink * areaColumns[area * p + a]!
        scores[a]! -= x * areaScores[area]!
        for (let b = 0; b <= a; b++) information[a * p + b]! -= x * areaColumns[area * p + b]!
      }
    }
    for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) information[b * p + a] = information[a * p + b]!

    const l = cholesky(information, p)
    const beta = solveWith(l, p, scores)
    for (let a = 0; a < p; a++) deviance += 2 * Math.log(l[a * p + a]!)
    const residual = new Float64Array(cells)
    const areaResiduals = new Float64Array(count)
    for (let i = 0; i < cells; i++) {
      if (precision[i] === 0) continue
      let rest = y[i]!
      for (let a = 0; a < p; a++) rest -= rows[i * p + a]! * beta[a]!
      residual[i] = rest
      areaResiduals[areas[i]!]! += precision[i]! * rest
      deviance += precision[i]! * rest * rest
    }
    for (let area = 0; area < count; area++)
      deviance -= (u / (1 + u * areaPrecision[area]!)) * areaResiduals[area]! ** 2
    return { precision, areaPrecision, areaColumns, inverse: inverseWith(l, p), beta, residual, deviance }
  }
}
