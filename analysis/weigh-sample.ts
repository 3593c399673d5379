import { AnalysisRefusal } from './refusal.ts'
import { cellsOf, sumByCell } from './weighting/cells.ts'
import { constrain } from './weighting/constraints.ts'
import { diagnose, type WeightingDiagnostics } from './weighting/diagnostics.ts'
import { type Categories, checkCategories, type Margin, populationOf, sumOf } from './weighting/margin.ts'
import { meetMargins, type Method, refuseNegative } from './weighting/method.ts'
import type { Constraint, MarginError, Raked } from './weighting/rake.ts'
import { trim, type Trimmed, type TrimRule, usualTrim } from './weighting/trim.ts'

export type Sample = {
  /** One per row, ≥ 0, on any scale; a row with weight 0 stays at 0 and is not a respondent. */
  baseWeights: Float64Array
  areas: Categories
}

export type Recipe = {
  /** Rows without a category of a margin keep what the other margins give them, or stop everything. */
  missing: 'neutral' | 'refuse'
  /** Largest relative error of any margin. */
  tolerance: number
  maxSweeps: number
  /** How weights move; every trimming calibrates again in the same way. */
  method: Method
  trim: TrimRule | 'none'
}

/** statistics.md, sections 4 to 6. */
export const usualRecipe: Recipe = {
  missing: 'neutral',
  tolerance: 1e-8,
  maxSweeps: 500,
  method: { kind: 'raking' },
  trim: usualTrim,
}

/** What the variance has to know of the calibration: its constraints, by row, and the weights before it. */
export type Calibration = { constraints: readonly Constraint[]; baseWeights: Float64Array }

export type WeighedSample = {
  weights: Float64Array
  /** weight = base · calibration · trim, row by row. */
  factors: { base: Float64Array; calibration: Float64Array; trim: Float64Array }
  calibration: Calibration
  diagnostics: WeightingDiagnostics
}

/**
 * Weighs a sample to its population: calibrates the base weights to all margins together (by raking unless the recipe
 * says otherwise), trims extreme weights and calibrates again, so that the result meets every margin. Deterministic, blind to answers, and no row is dropped.
 *
 * @param margins  city-wide margins and area totals; see `Margin`
 * @returns        weights that sum to the population, their factors, and everything a reader needs to judge them
 * @throws         AnalysisRefusal for bad weights, codes or targets, totals that disagree, a population category without
 *                 respondents, margins that cannot be met together (`not-converged`, with the worst category), and
 *                 weights of 0 or less (`bad-weight`, with linear calibration)
 */
export function weighSample(sample: Sample, margins: readonly Margin[], recipe: Partial<Recipe> = {}): WeighedSample {
  const { missing, trim: trimRule, ...limits } = { ...usualRecipe, ...recipe }
  const { baseWeights, areas } = sample
  checkBaseWeights(baseWeights)
  checkCategories(areas, baseWeights.length)

  const { constraints, merges, respondents } = constrain(margins, baseWeights, missing)
  const population = populationOf(margins, sumOf(baseWeights))
  const variables = constraints.map(({ codes }) => codes)
  const cells = cellsOf(
    variables,
    constraints.map(({ labels }) => labels.length),
    baseWeights.length,
  )
  const byCell = constraints.map((constraint, v) => ({ ...constraint, codes: cells.codes[v] ?? constraint.codes }))

  let raking: Raked | undefined
  const rakeRows = (start: Float64Array): Float64Array => {
    const inCells = sumByCell(start, cells)
    const raked = meetMargins(inCells, byCell, population, limits)
    if (!raked.converged) refuseNotConverged(raked, limits.method)
    refuseNegative(inCells, raked, byCell)
    raking ??= raked
    const weights = new Float64Array(start.length)
    for (let row = 0; row < start.length; row++) weights[row] = start[row]! * raked.factors[cells.cellOfRow[row]!]!
    return weights
  }
  const raked = rakeRows(baseWeights)
  const trimmed = trimRule === 'none' ? untrimmed(raked) : trim(raked, areas, trimRule, rakeRows)

  const { weights } = trimmed
  const factors = { base: baseWeights, calibration: quotient(raked, baseWeights), trim: quotient(weights, raked) }
  return {
    weights,
    factors,
    calibration: { constraints, baseWeights },
    diagnostics: diagnose({
      weights,
      factors,
      areas,
      margins,
      constraints,
      respondents,
      merges,
      population,
      trimmed,
      sweeps: raking?.sweeps ?? 0,
    }),
  }
}

/**
 * @param variable  what the weights are called where they come from
 * @throws          AnalysisRefusal for no rows, a weight that is negative or not a number, or no positive one
 */
export function checkBaseWeights(weights: Float64Array, variable = 'base weight'): void {
  if (weights.length === 0) throw new AnalysisRefusal('no-rows', 'The sample has no rows.')
  const row = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity))
  if (row >= 0)
    throw new AnalysisRefusal('bad-weight', `"${variable}" is ${weights[row]} in row ${row}.`, { variable, row })
  if (!weights.some((weight) => weight > 0))
    throw new AnalysisRefusal('no-weight', `"${variable}" is 0 in every row.`, { variable })
}

function refuseNotConverged({ sweeps, worst: [first, second] }: Raked, method: Method): never {
  const name = ({ variable, category, area, error }: MarginError) =>
    `"${variable}" = "${category}"${area === undefined ? '' : ` of area "${area}"`} (off by ${Number((100 * error).toPrecision(2))} %)`
  const farthest = [first, second].flatMap((error) => (error && error.error > 0 ? [name(error)] : []))
  const bounds = 'bounds' in method ? ` with factors between ${method.bounds.join(' and ')}` : ''
  const { variable = '', category = '', area } = first ?? {}
  throw new AnalysisRefusal(
    'not-converged',
    `The margins cannot be met together${bounds}: after ${sweeps} sweeps the farthest are ${farthest.join(' and ')}.`,
    { variable, category, ...(area !== undefined && { area }) },
  )
}

const untrimmed = (weights: Float64Array): Trimmed => ({
  weights,
  rounds: 0,
  settled: true,
  shareOfRows: 0,
  shareOfWeight: 0,
})

function quotient(above: Float64Array, below: Float64Array): Float64Array {
  const quotients = new Float64Array(above.length)
  for (let row = 0; row < above.length; row++) quotients[row] = below[row] === 0 ? 1 : above[row]! / below[row]!
  return quotients
}
