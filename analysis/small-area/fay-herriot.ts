import { AnalysisRefusal } from '../refusal.ts'
import { type AreaState, areaStates } from './area-likelihood.ts'
import { highest, zeroOf } from './search.ts'

export type FayHerriotMethod = 'REML' | 'ML' | 'FH' | 'AREML'

export type FayHerriot = {
  /** Variance between areas that the covariates do not explain, ≥ 0. */
  A: number
  beta: Float64Array
  betaSe: Float64Array
  /** Covariance of beta, row by row. */
  betaCovariance: Float64Array
  /** Variance of A. */
  varianceOfA: number
  /** Weight of the direct estimate, 0 to 1, per area. */
  gamma: Float64Array
  eblup: Float64Array
  synthetic: Float64Array
  g1: Float64Array
  g2: Float64Array
  g3: Float64Array
  /** Mean squared error of the EBLUP. */
  mse: Float64Array
}

/**
 * Fay and Herriot's model: direct estimates y = X·beta + u + e with Var(u) = A and known sampling variances.
 *
 * @param y          direct estimates, one per area
 * @param variances  their sampling variances, above 0
 * @param columns    covariates, one number per area, the intercept among them; independent of each other
 * @param method     `REML`, `ML`, `FH` (moments), or `AREML`: the likelihood times A, so that A is never 0
 * @param at         the states of these data, where several methods share them
 * @throws           AnalysisRefusal for variances that are not above 0, or no more areas than covariates
 * @see              Fay & Herriot (1979), JASA 74, 269–277; Datta & Lahiri (2000), Statistica Sinica 10, 613–627;
 *                   Li & Lahiri (2010), Journal of Multivariate Analysis 101, 882–892 for `AREML`
 */
export function fayHerriot(
  y: Float64Array,
  variances: Float64Array,
  columns: readonly Float64Array[],
  method: FayHerriotMethod,
  at: (A: number) => AreaState = areaStates(y, variances, columns),
): FayHerriot {
  const m = y.length
  const p = columns.length
  if (m <= p) throw new AnalysisRefusal('too-few-groups', `${m} areas are too few for ${p} covariates.`)
  const bad = variances.findIndex((variance) => !(variance > 0 && variance < Infinity))
  if (bad >= 0)
    throw new AnalysisRefusal(
      'bad-answer',
      `The sampling variance of area ${bad + 1} is ${variances[bad]}: it has to be above 0.`,
      { row: bad },
    )
  const A = between(at, y, variances, method, m - p)

  const { inverse, beta, precision, residual, s1, s2, traceOfSecond } = at(A)
  const synthetic = y.map((value, i) => value - residual[i]!)
  const rest = precision.map((each, i) => variances[i]! * each)
  const varianceOfA = method === 'FH' ? (2 * m) / s1 ** 2 : 2 / s2
  const bias = method === 'ML' ? -traceOfSecond / s2 : method === 'FH' ? (2 * (m * s2 - s1 ** 2)) / s1 ** 3 : 0
  const g1 = variances.map((variance, i) => variance * (1 - rest[i]!))
  const g2 = rest.map((b, i) => b * b * leverage(columns, inverse, i))
  const g3 = rest.map((b, i) => b * b * varianceOfA * precision[i]!)
  return {
    A,
    beta,
    betaSe: beta.map((_, i) => Math.sqrt(inverse[i * (p + 1)]!)),
    betaCovariance: inverse,
    varianceOfA,
    gamma: rest.map((b) => 1 - b),
    eblup: synthetic.map((fit, i) => fit + (1 - rest[i]!) * residual[i]!),
    synthetic,
    g1,
    g2,
    g3,
    mse: g1.map((value, i) => value + g2[i]! + 2 * g3[i]! - bias * rest[i]! ** 2),
  }
}

/** Derivative of the criterion by A; at its zero stands the estimate. */
function score(
  { s1, traceOfSecond, squares, weightedSquares }: AreaState,
  A: number,
  method: FayHerriotMethod,
  df: number,
): number {
  switch (method) {
    case 'REML':
      return (weightedSquares - (s1 - traceOfSecond)) / 2
    case 'AREML':
      return (weightedSquares - (s1 - traceOfSecond)) / 2 + 1 / A
    case 'ML':
      return (weightedSquares - s1) / 2
    case 'FH':
      return squares - df
  }
}

function likelihood(
  { squares, logDeterminants: { errors, information } }: AreaState,
  A: number,
  method: FayHerriotMethod,
): number {
  const restricted = method === 'ML' ? 0 : information
  return -(errors + restricted + squares) / 2 + (method === 'AREML' ? Math.log(A) : 0)
}

function between(
  at: (A: number) => AreaState,
  y: Float64Array,
  variances: Float64Array,
  method: FayHerriotMethod,
  df: number,
): number {
  const scoreAt = (A: number) => score(at(A), A, method, df)
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const spread = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (y.length - 1)
  let high = Math.max(spread, [...variances].sort((a, b) => a - b)[Math.floor(variances.length / 2)]!)
  if (method === 'FH') {
    if (scoreAt(0) <= 0) return 0
    while (scoreAt(high) > 0 && high < 1e12) high *= 4
    return zeroOf(scoreAt, 0, high)
  }
  while (scoreAt(high) > 0 && high < 1e12) high *= 4
  // As a function of log A the likelihood is smooth over about 1: steps of half of that see every hill.
  const grid = Array.from({ length: 41 }, (_, i) => high * 1e-8 ** (1 - i / 40))
  return highest(scoreAt, (A) => likelihood(at(A), A, method), method === 'AREML' ? grid : [0, ...grid])
}

function leverage(columns: readonly Float64Array[], inverse: Float64Array, area: number): number {
  const p = columns.length
  return columns.reduce(
    (sum, left, i) => sum + columns.reduce((s, right, j) => s + left[area]! * inverse[i * p + j]! * right[area]!, 0),
    0,
  )
}
