import { type Basis, basisOf, residualOf } from '../linear/orthonormal.ts'
import type { Linearized } from '../estimates/linearized.ts'
import { AnalysisRefusal } from '../refusal.ts'
import { covarianceOf } from '../variance/covariance.ts'
import type { SurveyDesign } from '../variance/design.ts'
import { replicateCovariance, type Replicates } from '../variance/replicates.ts'
import type { Table } from './table.ts'

/** One calibration as the variance sees it: an orthonormal basis of √d·x, √d, and the weights it led to. */
export type Projection = { basis: Basis; root: Float64Array; after: Float64Array }

/** How precise estimates are is told by strata and units, or by replicates of the weights. */
export type Spread =
  | { kind: 'design'; design: SurveyDesign; strata: Int32Array; units: Int32Array; calibrations: Projection[] }
  | ({ kind: 'replicates'; degrees: number | undefined } & Replicates)

/** A sample on its way through the steps of a recipe. */
export type Survey = {
  table: Table
  /** 0 for rows that were left out of the domain or never counted. */
  weights: Float64Array
  kept: Uint8Array
  spread: Spread
}

/** Rows that count, in the order of the data. */
export const rowsOf = ({ kept }: Survey): Int32Array =>
  Int32Array.from([...kept.keys()].filter((row) => kept[row] === 1))

/** What a calibration does to residuals later: they are taken on `columns`, weighted by the weights before. */
export function projectionOf(columns: readonly Float64Array[], before: Float64Array, after: Float64Array): Projection {
  const root = before.map((weight) => Math.sqrt(Math.max(weight, 0)))
  return { basis: basisOf(columns.map((column) => column.map((value, row) => value * root[row]!))), root, after }
}

/**
 * Several estimates of the same rows with their covariance (k × k, row by row).
 *
 * @param statistic  the estimates under some weights, with the influence of each of `rows`
 */
export function estimate(
  survey: Survey,
  rows: Int32Array,
  statistic: (weights: Float64Array) => readonly Linearized[],
): { found: readonly Linearized[]; covariance: Float64Array } {
  const found = statistic(survey.weights)
  const { spread } = survey
  if (spread.kind === 'replicates') {
    const values = (weights: Float64Array) => Float64Array.from(statistic(weights), ({ value }) => value)
    return {
      found,
      covariance: replicateCovariance(
        spread,
        Float64Array.from(found, ({ value }) => value),
        values,
      ),
    }
  }
  return {
    found,
    covariance: covarianceOfInfluences(
      survey,
      rows,
      found.map(({ influence }) => influence),
    ),
  }
}

/** Covariance of linear estimates whose influences are known; with replicates, of their linear part. */
export function covarianceOfInfluences(
  survey: Survey,
  rows: Int32Array,
  influences: readonly Float64Array[],
): Float64Array {
  const { spread, weights } = survey
  if (spread.kind === 'replicates') {
    const totals = (own: Float64Array) =>
      Float64Array.from(influences, (influence) =>
        rows.reduce((sum, row, place) => sum + own[row]! * influence[place]!, 0),
      )
    return replicateCovariance(spread, totals(weights), totals)
  }
  const { design, calibrations } = spread
  const contributions = influences.map((influence) => {
    const all = new Float64Array(weights.length)
    rows.forEach((row, place) => (all[row] = weights[row]! * influence[place]!))
    const rest = calibrations.reduce(withoutExplained, all)
    return Float64Array.from(design.order, (row) => rest[row]!)
  })
  const ones = new Float64Array(design.rows).fill(1)
  return covarianceOf({ weights: ones, design, projection: undefined, persons: undefined }, design.order, contributions)
}

function withoutExplained(contribution: Float64Array, { basis, root, after }: Projection): Float64Array {
  const scaled = contribution.map((value, row) => (after[row] === 0 ? 0 : (value / after[row]!) * root[row]!))
  const rest = residualOf(basis, scaled)
  return rest.map((value, row) => (root[row] === 0 ? 0 : (value / root[row]!) * after[row]!))
}

/**
 * Degrees of freedom: units minus strata among rows that count; with replicates their rank minus 1.
 *
 * @param only  these rows (default: all that count)
 */
export function degreesOfFreedom({ spread, kept }: Survey, only?: Int32Array): number {
  if (spread.kind === 'replicates') {
    return spread.degrees ?? rankOf(spread.weights) - 1
  }
  const units = new Set<number>()
  const strata = new Set<number>()
  const rows = only ?? [...kept.keys()].filter((row) => kept[row] === 1)
  for (const row of rows) {
    units.add(spread.units[row]!)
    strata.add(spread.strata[row]!)
  }
  return units.size - strata.size
}

/** How many replicates are independent of those before them. */
export const rankOf = (replicates: readonly Float64Array[]): number => basisOf(replicates, 1e-5).vectors.length

/** @throws AnalysisRefusal when no row is left */
export function checkNotEmpty(rows: Int32Array): void {
  if (rows.length === 0) throw new AnalysisRefusal('no-rows', 'No row is left to estimate from.')
}
