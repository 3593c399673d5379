import { cholesky, inverseWith, solveWith } from '../linear/symmetric.ts'

/** What Fay and Herriot's model says of the data when the variance between areas is A. */
export type AreaState = {
  /** 1 / (A + sampling variance), per area. */
  precision: Float64Array
  /** (X'V⁻¹X)⁻¹, row by row. */
  inverse: Float64Array
  beta: Float64Array
  /** y − X·beta. */
  residual: Float64Array
  /** tr (X'V⁻¹X)⁻¹ X'V⁻²X, Σ V⁻¹, Σ V⁻². */
  traceOfSecond: number
  s1: number
  s2: number
  /** Σ residual² V⁻¹ and Σ residual² V⁻². */
  squares: number
  weightedSquares: number
  /** log |V| and log |X'V⁻¹X|. */
  logDeterminants: { errors: number; information: number }
}

/**
 * The state of the model at one A after another. This is where a model's time goes, so it is plain loops, and what was
 * computed is remembered: several searches over the same data look at the same places.
 *
 * @param columns  covariates, one number per area
 * @returns        a function of A, 0 or more
 */
export function areaStates(
  y: Float64Array,
  variances: Float64Array,
  columns: readonly Float64Array[],
): (A: number) => AreaState {
  const at = statesOf(y, variances, columns)
  const known = new Map<number, AreaState>()
  return (A) => {
    const found = known.get(A) ?? at(A)
    known.set(A, found)
    return found
  }
}

function statesOf(
  y: Float64Array,
  variances: Float64Array,
  columns: readonly Float64Array[],
): (A: number) => AreaState {
  const [m, p] = [y.length, columns.length]
  const rows = new Float64Array(m * p)
  columns.forEach((column, c) => column.forEach((x, i) => (rows[i * p + c] = x)))
  return (A) => {
    const precision = new Float64Array(m)
    const information = new Float64Array(p * p)
    const second = new Float64Array(p * p)
    const scores = new Float64Array(p)
    let [s1, s2, product, errors] = [0, 0, 1, 0]
    for (let i = 0; i < m; i++) {
      const variance = A + variances[i]!
      const weight = 1 / variance
      precision[i] = weight
      s1 += weight
      s2 += weight * weight
      product *= variance // few logarithms: each takes as long as a covariate
      if (product < 1e-200 || product > 1e200) {
        errors += Math.log(product)
        product = 1
      }
      for (let a = 0; a < p; a++) {
        const x = weight * rows[i * p + a]!
        scores[a]! += x * y[i]!
        for (let b = 0; b <= a; b++) {
          const both = x * rows[i * p + b]!
          information[a * p + b]! += both
          second[a * p + b]! += weight * both
        }
      }
    }
    errors += Math.log(product)
    for (let a = 0; a < p; a++)
      for (let b = 0; b < a; b++) {
        information[b * p + a] = information[a * p + b]!
        second[b * p + a] = second[a * p + b]!
      }
    const l = cholesky(information, p)
    const inverse = inverseWith(l, p)
    const beta = solveWith(l, p, scores)
    let [traceOfSecond, logInformation, squares, weightedSquares] = [0, 0, 0, 0]
    for (let a = 0; a < p; a++) {
      logInformation += 2 * Math.log(l[a * p + a]!)
      for (let b = 0; b < p; b++) traceOfSecond += inverse[a * p + b]! * second[b * p + a]!
    }
    const residual = new Float64Array(m)
    for (let i = 0; i < m; i++) {
      let rest = y[i]!
      for (let a = 0; a < p; a++) rest -= rows[i * p + a]! * beta[a]!
      residual[i] = rest
      const weighted = rest * precision[i]!
      squares += rest * weighted
      weightedSquares += weighted * weighted
    }
    const logDeterminants = { errors, information: logInformation }
    return { precision, inverse, beta, residual, traceOfSecond, s1, s2, squares, weightedSquares, logDeterminants }
  }
}
