import { rowsByCode } from '../rows-by-code.ts'
import type { Recipe, WeighedSample } from '../weigh-sample.ts'
import { cellsOf } from '../weighting/cells.ts'
import type { Categories } from '../weighting/margin.ts'
import { meetMargins, type Method } from '../weighting/method.ts'
import { sumCategories, sweep, type SweptMargin, sweptMargins } from '../weighting/sweep.ts'
import type { Constraint } from '../weighting/rake.ts'
import { mediansByArea } from '../weighting/trim.ts'

/**
 * What it takes to weigh a sample again and again with other multipliers of its rows. Rows are collapsed twice: into
 * groups that are weighed alike in every replicate (the same cell of the margins, base weight and bounds), and these into
 * the cells of the margins, on which is raked. So a replicate costs one pass over the rows, and the rest is arithmetic on
 * cells. Nothing but numbers and arrays, so that it can be handed to threads.
 */
export type Reraking = {
  constraints: readonly Pick<Constraint, 'variable' | 'labels' | 'codes' | 'shares' | 'complete'>[]
  population: number
  tolerance: number
  maxSweeps: number
  method: Method
  cellOfGroup: Int32Array
  baseOfGroup: Float64Array
  /** Bounds of a weight by group, and how often weights are clipped and raked again; no rounds without trimming. */
  lower: Float64Array
  upper: Float64Array
  maxRounds: number
  /** By cell: what raking multiplied base weights by; replicates start from there and end near it. 1 by other methods. */
  factors: Float64Array
}

/** With the group of each row, in the order of the sample. */
export type PlannedReraking = Reraking & { groupOfRow: Int32Array }

/**
 * Plans the re-raking of a weighed sample, with its margins, the categories merged as they are, and its bounds.
 *
 * @param recipe  how the sample was weighed
 */
export function planReraking(
  { calibration, factors, diagnostics }: Pick<WeighedSample, 'calibration' | 'factors' | 'diagnostics'>,
  areas: Categories,
  { trim, tolerance, maxSweeps, method }: Recipe,
): PlannedReraking {
  const { constraints, baseWeights } = calibration
  const rows = baseWeights.length
  // Bounds go by area, which may not be among the margins.
  const variables = trim === 'none' ? constraints : [...constraints, areas]
  const cells = cellsOf(
    variables.map(({ codes }) => codes),
    variables.map(({ labels }) => labels.length),
    rows,
  )
  const { groupOfRow, firstRow } = groupsAlike(cells.cellOfRow, cells.count, baseWeights)
  const cellOfGroup = Int32Array.from(firstRow, (row) => cells.cellOfRow[row]!)
  const factorOfCell = new Float64Array(cells.count).fill(1)
  for (let row = 0; row < rows && method.kind === 'raking'; row++)
    if (baseWeights[row]! > 0) factorOfCell[cells.cellOfRow[row]!] = factors.calibration[row]!

  const bounds = { lower: new Float64Array(firstRow.length), upper: new Float64Array(firstRow.length).fill(Infinity) }
  if (trim !== 'none') {
    const raked = baseWeights.map((weight, row) => weight * factors.calibration[row]!)
    const medians = mediansByArea(raked, areas, trim.minRespondents)
    firstRow.forEach((row, group) => {
      const median = medians[areas.codes[row]! + 1] ?? medians[0]!
      bounds.lower[group] = trim.lower * median
      bounds.upper[group] = trim.upper * median
    })
  }
  return {
    constraints: constraints.map((constraint, v) => ({ ...constraint, codes: cells.codes[v]! })),
    population: diagnostics.population,
    tolerance,
    maxSweeps,
    method,
    groupOfRow,
    cellOfGroup,
    baseOfGroup: Float64Array.from(firstRow, (row) => baseWeights[row]!),
    ...bounds,
    maxRounds: trim === 'none' ? 0 : trim.maxRounds,
    factors: factorOfCell,
  }
}

/** Numbers the rows that agree in cell and base weight; `firstRow` has one of each. */
function groupsAlike(cellOfRow: Int32Array, cells: number, baseWeights: Float64Array) {
  const { starts, rows } = rowsByCode(cellOfRow, cells)
  const groupOfRow = new Int32Array(cellOfRow.length)
  const firstRow: number[] = []
  for (let cell = 0; cell < cells; cell++) {
    const own = rows.subarray(starts[cell], starts[cell + 1])
    if (!allEqual(own, baseWeights)) own.sort((a, b) => baseWeights[a]! - baseWeights[b]! || a - b)
    for (let place = 0; place < own.length; place++) {
      const row = own[place]!
      if (place === 0 || baseWeights[row] !== baseWeights[own[place - 1]!]) firstRow.push(row)
      groupOfRow[row] = firstRow.length - 1
    }
  }
  return { groupOfRow, firstRow: Int32Array.from(firstRow) }
}

function allEqual(rows: Int32Array, values: Float64Array): boolean {
  for (const row of rows) if (values[row] !== values[rows[0]!]) return false
  return true
}

/** Weighs one replicate after another: returns the weight of one row of each group, before its multiplier. */
export type Reweigh = (drawn: Float64Array) => Float64Array | undefined

/**
 * Rakes replicates. A category that nobody in the replicate has is left out of its margin there, and the others keep
 * their proportions. Weights are clipped at the bounds of the whole sample and raked again, as in the sample itself.
 *
 * @returns  a function of the multipliers' sum in each group; its result is overwritten by the next call, and undefined
 *           when the margins cannot be met in that replicate
 */
export function reweigher(plan: Reraking): Reweigh {
  const { cellOfGroup, baseOfGroup, lower, upper, maxRounds, factors } = plan
  const rakeGroups = groupRaking(plan)
  const unit = new Float64Array(baseOfGroup.length)

  const isOutside = (drawn: Float64Array): boolean => {
    for (let group = 0; group < unit.length; group++) {
      const weight = unit[group]!
      if (weight === 0 || !(drawn[group]! > 0)) continue
      if (weight > 1.01 * upper[group]! || weight < 0.99 * lower[group]!) return true
    }
    return false
  }
  return (drawn) => {
    for (let group = 0; group < unit.length; group++) unit[group] = baseOfGroup[group]! * factors[cellOfGroup[group]!]!
    if (!rakeGroups(drawn, unit)) return undefined
    for (let round = 0; round < maxRounds && isOutside(drawn); round++) {
      for (let group = 0; group < unit.length; group++)
        if (baseOfGroup[group]! > 0) unit[group] = Math.min(Math.max(unit[group]!, lower[group]!), upper[group]!)
      if (!rakeGroups(drawn, unit)) return undefined
    }
    return unit
  }
}

/** Calibrates the weights of groups in place; false when the margins cannot be met. */
function groupRaking(plan: Reraking) {
  const { constraints, cellOfGroup, factors, method } = plan
  const prepared = sweptMargins(constraints)
  const start = new Float64Array(factors.length)
  const weights = new Float64Array(factors.length)
  return (drawn: Float64Array, unit: Float64Array): boolean => {
    start.fill(0)
    for (let group = 0; group < unit.length; group++) start[cellOfGroup[group]!]! += drawn[group]! * unit[group]!
    weights.set(start)
    const margins = prepared.map((margin) => {
      sumCategories(margin, weights)
      return { ...margin, shares: sharesOfThePresent(margin.shares, margin.factors) }
    })
    const isMet = method.kind === 'raking' ? rakeCells(plan, margins, weights) : meetOtherwise(plan, margins, weights)
    for (let group = 0; group < unit.length; group++) {
      const cell = cellOfGroup[group]!
      if (start[cell]! > 0) unit[group]! *= weights[cell]! / start[cell]!
    }
    return isMet
  }
}

type Limits = Pick<Reraking, 'population' | 'tolerance' | 'maxSweeps'>

/** Rakes until as many margins in a row as there are had no error left to speak of. */
function rakeCells(
  { population, tolerance, maxSweeps }: Limits,
  margins: readonly SweptMargin[],
  weights: Float64Array,
) {
  let [inARow, error, before, slowSweeps] = [0, 0, Infinity, 0]
  sweep(margins, weights, population, (own, met) => {
    inARow = own <= tolerance ? inARow + 1 : 0
    error = Math.max(error, own)
    if (met % margins.length === 0) {
      slowSweeps = error > 0.999 * before ? slowSweeps + 1 : 0
      before = error
      error = 0
    }
    return inARow < margins.length && slowSweeps < 50 && met < maxSweeps * margins.length
  })
  return inARow >= margins.length
}

/** Calibrates by the method of the sample, from scratch. */
function meetOtherwise(plan: Reraking, margins: readonly SweptMargin[], weights: Float64Array): boolean {
  const { constraints, population, method, tolerance, maxSweeps } = plan
  const present = constraints.map((constraint, v) => ({ ...constraint, shares: margins[v]!.shares }))
  const met = meetMargins(weights, present, population, { method, tolerance, maxSweeps })
  for (let cell = 0; cell < weights.length; cell++) weights[cell]! *= met.factors[cell]!
  return met.converged
}

/** The shares as they are, or where a category has no weight, those of the other categories among themselves. */
function sharesOfThePresent(shares: Float64Array, sums: Float64Array): Float64Array {
  if (shares.every((share, c) => share === 0 || sums[c]! > 0)) return shares
  const present = shares.map((share, c) => (sums[c]! > 0 ? share : 0))
  const total = present.reduce((sum, share) => sum + share, 0)
  return total > 0 ? present.map((share) => share / total) : present
}
