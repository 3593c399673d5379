import { cholesky, inverseOf, solveWith } from '../linear/symmetric.ts'
import { AnalysisRefusal } from '../refusal.ts'
import { lowest } from './search.ts'

/** What the model says of the cells of one area: their places among all cells, means, and covariance (row by row). */
export type AreaPosterior = { cells: number[]; mean: Float64Array; covariance: Float64Array }

export type SubArea = {
  /** Variance between areas, and between the cells of an area. */
  sigma2u: number
  sigma2v: number
  beta: Float64Array
  betaSe: Float64Array
  posterior: AreaPosterior[]
}

/**
 * Cells within areas: y = X·beta + u(area) + v(cell) + e with known sampling variances. The variances are estimated by
 * restricted maximum likelihood, times the cells' variance when `adjusted`, so that it never becomes 0.
 *
 * @param y, psi   direct estimates and sampling variances of the cells, psi above 0
 * @param columns  covariates, one number per cell, the intercept among them
 * @param areas    area of each cell; areas come out in the order in which they first appear
 * @throws         AnalysisRefusal for variances that are not above 0 and covariates that depend on each other
 * @see            Torabi & Rao (2014), Journal of Multivariate Analysis 127, 36–55; Li & Lahiri (2010) for `adjusted`
 */
export function subArea(
  y: Float64Array,
  psi: Float64Array,
  columns: readonly Float64Array[],
  areas: Int32Array,
  adjusted: boolean,
): SubArea {
  const bad = psi.findIndex((variance) => !(variance > 0 && variance < Infinity))
  if (bad >= 0)
    throw new AnalysisRefusal(
      'bad-answer',
      `The sampling variance of cell ${bad + 1} is ${psi[bad]}: it has to be above 0.`,
      { row: bad },
    )
  const groups = [...Map.groupBy(areas.keys(), (cell) => areas[cell]!).values()]
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const spread = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (y.length - 1)
  const criterion = (logs: Float64Array) => {
    const { deviance } = fit(y, psi, columns, groups, Math.exp(logs[0]!), Math.exp(logs[1]!))
    return deviance - (adjusted ? 2 * logs[1]! : 0)
  }
  const [u, v] = lowest(
    criterion,
    Float64Array.of(Math.log(Math.max(spread / 2, 1e-6)), Math.log(Math.max(spread / 4, 1e-6))),
  ).map(Math.exp)
  const { blocks, inverse, beta, residual } = fit(y, psi, columns, groups, u!, v!)
  const posterior = groups.map((cells, g) =>
    posteriorOf(cells, blocks[g]!, u!, v!, { columns, inverse, beta, residual }),
  )
  return {
    sigma2u: u!,
    sigma2v: v!,
    beta,
    betaSe: beta.map((_, i) => Math.sqrt(inverse[i * (beta.length + 1)]!)),
    posterior,
  }
}

function fit(
  y: Float64Array,
  psi: Float64Array,
  columns: readonly Float64Array[],
  groups: readonly number[][],
  u: number,
  v: number,
) {
  const p = columns.length
  const information = new Float64Array(p * p)
  const scores = new Float64Array(p)
  let deviance = 0
  const blocks = groups.map((cells) => {
    const size = cells.length
    const block = Float64Array.from({ length: size * size }, (_, place) => {
      const [i, j] = [Math.floor(place / size), place % size]
      return u + (i === j ? v + psi[cells[i]!]! : 0)
    })
    const l = cholesky(block, size)
    for (let i = 0; i < size; i++) deviance += 2 * Math.log(l[i * size + i]!)
    const own = columns.map((column) => Float64Array.from(cells, (cell) => column[cell]!))
    const solved = own.map((column) => solveWith(l, size, column))
    for (let a = 0; a < p; a++) {
      cells.forEach((cell, i) => (scores[a]! += solved[a]![i]! * y[cell]!))
      for (let b = 0; b < p; b++) own[b]!.forEach((value, i) => (information[a * p + b]! += solved[a]![i]! * value))
    }
    return l
  })
  const l = cholesky(information, p)
  const inverse = inverseOf(information, p)
  const beta = solveWith(l, p, scores)
  const residual = y.map((value, cell) => value - columns.reduce((sum, column, c) => sum + column[cell]! * beta[c]!, 0))
  for (let i = 0; i < p; i++) deviance += 2 * Math.log(l[i * p + i]!)
  groups.forEach((cells, g) => {
    const own = Float64Array.from(cells, (cell) => residual[cell]!)
    solveWith(blocks[g]!, cells.length, own).forEach((value, i) => (deviance += value * own[i]!))
  })
  return { deviance, blocks, inverse, beta, residual }
}

type Rest = { columns: readonly Float64Array[]; inverse: Float64Array; beta: Float64Array; residual: Float64Array }

/** Mean and covariance of an area's cells given the data, with the uncertainty of beta. */
function posteriorOf(
  cells: number[],
  l: Float64Array,
  u: number,
  v: number,
  { columns, inverse, beta, residual }: Rest,
): AreaPosterior {
  const size = cells.length
  const p = beta.length
  const signal = (i: number, j: number) => u + (i === j ? v : 0)
  // K = Σ V⁻¹; its rows, since both are symmetric.
  const k = cells.map((_, i) =>
    solveWith(
      l,
      size,
      Float64Array.from(cells, (_, j) => signal(i, j)),
    ),
  )
  const d = columns.map((column) =>
    cells.map((cell, i) => column[cell]! - cells.reduce((sum, other, j) => sum + k[i]![j]! * column[other]!, 0)),
  )
  const mean = Float64Array.from(
    cells,
    (cell, i) =>
      columns.reduce((sum, column, c) => sum + column[cell]! * beta[c]!, 0) +
      cells.reduce((sum, other, j) => sum + k[i]![j]! * residual[other]!, 0),
  )
  const covariance = Float64Array.from({ length: size * size }, (_, place) => {
    const [i, j] = [Math.floor(place / size), place % size]
    let value = signal(i, j)
    for (let a = 0; a < size; a++) value -= k[i]![a]! * signal(a, j)
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) value += d[a]![i]! * inverse[a * p + b]! * d[b]![j]!
    return value
  })
  return { cells, mean, covariance }
}
