import { AnalysisRefusal } from '../refusal.ts'
import { lowest } from './search.ts'
import { type CellState, cellStates } from './sub-area-likelihood.ts'

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
 * @param y, psi   direct estimates and sampling variances of the cells, psi above 0. Infinity stands for a cell without
 *                 answers: it gets what the covariates and the area's other cells say
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
  const bad = psi.findIndex((variance) => !(variance > 0))
  if (bad >= 0)
    throw new AnalysisRefusal(
      'bad-answer',
      `The sampling variance of cell ${bad + 1} is ${psi[bad]}: it has to be above 0.`,
      { row: bad },
    )
  const { at, posteriorAt } = cellsOfAreas(y, psi, columns, areas)
  const spread = spreadOf(y.filter((_, cell) => psi[cell]! < Infinity))
  const criterion = (logs: Float64Array) =>
    at(Math.exp(logs[0]!), Math.exp(logs[1]!)).deviance - (adjusted ? 2 * logs[1]! : 0)
  const [u, v] = lowest(
    criterion,
    Float64Array.of(Math.log(Math.max(spread / 2, 1e-6)), Math.log(Math.max(spread / 4, 1e-6))),
  ).map(Math.exp)
  const { beta, inverse } = at(u!, v!)
  return {
    sigma2u: u!,
    sigma2v: v!,
    beta,
    betaSe: beta.map((_, i) => Math.sqrt(inverse[i * (beta.length + 1)]!)),
    posterior: posteriorAt(u!, v!),
  }
}

/** The model at any variances between areas (u) and cells (v): its state, and what it then says of each area. */
export function cellsOfAreas(
  y: Float64Array,
  psi: Float64Array,
  columns: readonly Float64Array[],
  areas: Int32Array,
): { at: (u: number, v: number) => CellState; posteriorAt: (u: number, v: number) => AreaPosterior[] } {
  const groups = [...Map.groupBy(areas.keys(), (cell) => areas[cell]!).values()]
  const position = new Int32Array(y.length)
  groups.forEach((cells, area) => cells.forEach((cell) => (position[cell] = area)))
  const at = cellStates(y, psi, columns, position, groups.length)
  const posteriorAt = (u: number, v: number) => {
    const state = at(u, v)
    return groups.map((cells, area) => posteriorOf(cells, area, u, v, state, columns))
  }
  return { at, posteriorAt }
}

function spreadOf(y: Float64Array): number {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  return y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (y.length - 1)
}

/**
 * Mean and covariance of an area's cells given the data, with the uncertainty of beta. A cell is drawn from its own
 * answers by v · precision, and where it has few, goes with the area.
 */
function posteriorOf(
  cells: number[],
  area: number,
  u: number,
  v: number,
  { precision, areaPrecision, areaColumns, inverse, beta, residual }: CellState,
  columns: readonly Float64Array[],
): AreaPosterior {
  const [size, p] = [cells.length, beta.length]
  const variance = u / (1 + u * areaPrecision[area]!) // of the area's own part, given all its cells
  const level = variance * cells.reduce((sum, cell) => sum + precision[cell]! * residual[cell]!, 0)
  const open = Float64Array.from(cells, (cell) => 1 - v * precision[cell]!)
  // How each cell's error goes with that of beta.
  const loads = columns.map((column, c) =>
    Float64Array.from(cells, (cell, i) => open[i]! * (column[cell]! - variance * areaColumns[area * p + c]!)),
  )
  const mean = Float64Array.from(cells, (cell, i) => {
    let value = (1 - open[i]!) * residual[cell]! + open[i]! * level
    for (let c = 0; c < p; c++) value += columns[c]![cell]! * beta[c]!
    return value
  })
  const covariance = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let value = open[i]! * open[j]! * variance + (i === j ? v * open[i]! : 0)
      for (let a = 0; a < p; a++)
        for (let b = 0; b < p; b++) value += loads[a]![i]! * inverse[a * p + b]! * loads[b]![j]!
      covariance[i * size + j] = value
    }
  return { cells, mean, covariance }
}
