import { rowsByCode } from '../rows-by-code.ts'
import type { Merge } from './collapse.ts'
import { concernLimits } from './concern-limits.ts'
import { designEffect, effectiveSize } from './design-effect.ts'
import { type Categories, type Margin, MISSING, NOT_IN_UNIVERSE, sumOf } from './margin.ts'
import { categorySums, type Constraint, type MarginError } from './rake.ts'
import type { Trimmed } from './trim.ts'

/** One category of a margin; shares are among the rows that have a category. */
export type MarginRow = {
  category: string
  respondents: number
  target: number
  before: number
  after: number
  error: number
}

export type MarginReport = {
  variable: string
  /** The area whose people the margin counts; none: the whole population. */
  area?: string
  rows: MarginRow[]
  missing: number
  notInUniverse: number
}

/** Respondents, Kish's design effect and effective size of one area; a place without respondents has 0, 1, 0. */
export type AreaSpread = { area: string; respondents: number; designEffect: number; nEffective: number }

export type WeightingDiagnostics = {
  population: number
  respondents: number
  sweeps: number
  /** The category that is farthest from its target with the final weights. */
  worst: MarginError
  margins: MarginReport[]
  designEffect: number
  nEffective: number
  areas: AreaSpread[]
  /** Areas with neither people nor respondents. */
  unpopulated: string[]
  /** Calibration factors relative to their mean, and the share of respondents whose factor is outside [1/3, 3]. */
  minG: number
  maxG: number
  shareOfGOutside: number
  trimmed: Omit<Trimmed, 'weights'>
  collapsed: Merge[]
  warnings: string[]
}

type Weighing = {
  weights: Float64Array
  factors: { base: Float64Array; calibration: Float64Array }
  areas: Categories
  margins: readonly Margin[]
  constraints: readonly Constraint[]
  respondents: readonly Float64Array[]
  merges: Merge[]
  population: number
  trimmed: Trimmed
  sweeps: number
}

/** Everything that a reader needs to judge a weighting, computed from its final weights. */
export function diagnose(weighing: Weighing): WeightingDiagnostics {
  const { weights, factors, areas, margins, constraints, merges, population, sweeps } = weighing
  const reports = constraints.map((constraint, v) => reportOf(constraint, weighing, v, margins[v]))
  const errors = reports.flatMap(({ variable, area, rows }) =>
    rows.map(
      ({ category, error }): MarginError => ({ variable, category, error, ...(area !== undefined && { area }) }),
    ),
  )
  const spread = areaSpread(weights, areas)
  const { weights: _, ...trimmed } = weighing.trimmed
  const kish = designEffect(weights)
  const respondents = weights.reduce((n, weight) => n + (weight > 0 ? 1 : 0), 0)
  const counted = margins.find(({ variable }) => variable === areas.variable)
  return {
    population,
    respondents,
    sweeps,
    worst: errors.reduce((worst, error) => (error.error > worst.error ? error : worst), {
      variable: '',
      category: '',
      error: 0,
    }),
    margins: reports,
    designEffect: kish,
    nEffective: respondents / kish,
    areas: spread,
    unpopulated: counted ? counted.labels.filter((_label, area) => counted.targets[area] === 0) : [],
    ...spreadOfG(factors, population),
    trimmed,
    collapsed: merges,
    warnings: warningsOf(reports, trimmed, kish),
  }
}

function reportOf(constraint: Constraint, weighing: Weighing, v: number, margin: Margin | undefined): MarginReport {
  const { variable, labels, codes, shares, complete, area } = constraint
  const before = categorySums(weighing.factors.base, codes, labels.length)
  const after = categorySums(weighing.weights, codes, labels.length)
  const level = complete ? weighing.population : sumOf(after)
  const baseLevel = sumOf(before)
  const shareOfRows = (wanted: number) => (margin ? countOf(margin.codes, wanted) / codes.length : 0)
  const rows = labels.map((category, c): MarginRow => {
    const target = shares[c]!
    const share = after[c]! / level
    return {
      category,
      respondents: weighing.respondents[v]?.[c] ?? 0,
      target,
      before: before[c]! / baseLevel,
      after: share,
      error: target > 0 ? Math.abs(share / target - 1) : 0,
    }
  })
  const untold = { missing: shareOfRows(MISSING), notInUniverse: shareOfRows(NOT_IN_UNIVERSE) }
  return { variable, ...(area !== undefined && { area }), rows, ...untold }
}

function countOf(codes: Int32Array, wanted: number): number {
  let count = 0
  for (let row = 0; row < codes.length; row++) if (codes[row] === wanted) count++
  return count
}

function areaSpread(weights: Float64Array, { codes, labels }: Categories): AreaSpread[] {
  const { starts, rows } = rowsByCode(codes, labels.length, (row) => weights[row]! > 0)
  return labels.map((area, a) => {
    const own = rows.subarray(starts[a], starts[a + 1])
    const kish = own.length > 0 ? own.length / effectiveSize(weights, own) : 1
    return { area, respondents: own.length, designEffect: kish, nEffective: own.length / kish }
  })
}

function spreadOfG({ base, calibration }: Weighing['factors'], population: number) {
  const mean = population / sumOf(base)
  let [minG, maxG, outside, n] = [Infinity, 0, 0, 0]
  for (let row = 0; row < base.length; row++) {
    if (base[row] === 0) continue
    const g = calibration[row]! / mean
    minG = Math.min(minG, g)
    maxG = Math.max(maxG, g)
    if (g < 1 / 3 || g > 3) outside++
    n++
  }
  return { minG, maxG, shareOfGOutside: outside / n }
}

function warningsOf(reports: readonly MarginReport[], trimmed: Omit<Trimmed, 'weights'>, kish: number): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  const warnings = reports
    .filter(({ missing }) => missing > concernLimits.missing)
    .map(({ variable, missing }) => `"${variable}" is missing for ${percent(missing)} of the respondents.`)
  if (trimmed.shareOfRows > concernLimits.trimmedRows)
    warnings.push(`${percent(trimmed.shareOfRows)} of the weights were trimmed.`)
  if (trimmed.shareOfWeight > concernLimits.trimmedWeight)
    warnings.push(`Trimming took ${percent(trimmed.shareOfWeight)} of the weight.`)
  if (!trimmed.settled)
    warnings.push(`Some weights are still outside their bounds after ${trimmed.rounds} rounds of trimming.`)
  if (kish > concernLimits.designEffect)
    warnings.push(`Unequal weights cost half of the sample or more: the design effect is ${kish.toFixed(2)}.`)
  return warnings
}
