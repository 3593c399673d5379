import type { AreaOptions, MeasureEstimates } from '../estimate-areas.ts'
import { type Empty, type Estimate, estimateIn, type Found } from '../estimates/estimate.ts'
import { checkMeasure, type Measure } from '../estimates/measure.ts'
import { covarianceOf } from '../variance/covariance.ts'
import { covarianceWith } from '../variance/covariance-with.ts'
import { surveyDesign } from '../variance/design.ts'
import { allRows, degreesOfFreedom, rowsOf } from '../variance/domains.ts'
import { type VarianceFrame, varianceFrame } from '../variance/frame.ts'
import { varianceOf } from '../variance/variance.ts'
import type { WeighedSample } from '../weigh-sample.ts'
import { type Categories, checkCategories } from '../weighting/margin.ts'
import type { ModeDifferences, ModeModel } from './mode-differences.ts'
import { averageDifferences, effectOf, type ModeEffect } from './mode-effect.ts'
import { type ModeShift, modeShifts } from './mode-shift.ts'

/** One measure as it would be had everybody filled in by themselves, and how much the modes differ. */
export type AdjustedEstimates = {
  /**
   * Of polarization: how much wider answers of an area lie apart in a mode once its level is taken off. Its `adjust` also
   * says yes where the level differs, since people at two levels are no discord.
   */
  effect: ModeEffect
  estimates: MeasureEstimates
  /**
   * Variance that the unknown difference by mode adds, in the order of the estimates. It is part of their standard
   * errors, and nearly the same error everywhere: take it off to compare areas with each other, or to model them.
   */
  shared: { city: number; areas: Float64Array; parents: Float64Array }
  /** Of shares, means and gaps: the answers less the difference of their mode, per row. */
  values?: Float64Array
}

/**
 * Estimates measures for the city and its areas with the difference by mode taken off: what `estimateAreas` says, less
 * the weighted share of each mode times its difference. Whether that is worth it says `effect.adjust`.
 *
 * Standard errors hold the error of the differences, and how it goes together with that of the estimate. Of a gap the
 * differences count as known: they move all groups alike.
 *
 * @param model    the areas belong to its covariates
 * @throws         AnalysisRefusal as `estimateAreas` and `modeEffect` do, and for totals
 * @see            statistics.md, section 8
 */
export function adjustAreas(
  weighed: Pick<WeighedSample, 'weights' | 'calibration'>,
  areas: Categories,
  measures: readonly Measure[],
  model: ModeModel,
  { design, parents, level = 0.95 }: AreaOptions = {},
): AdjustedEstimates[] {
  const size = weighed.weights.length
  for (const each of [areas, model.modes, ...model.covariates]) checkCategories(each, size)
  if (parents) checkCategories(parents, areas.labels.length)
  for (const measure of measures) checkMeasure(measure, size)
  const frame = varianceFrame(weighed.weights, design ?? surveyDesign({ rows: size }), weighed.calibration)
  const everyone = allRows(frame)
  const byArea = rowsOf(frame, areas)
  const parentOfRow = areas.codes.map((area) => (area < 0 ? area : (parents?.codes[area] ?? -1)))
  const byParent = parents ? rowsOf(frame, { ...parents, codes: parentOfRow }) : []
  const precision = {
    weights: frame.weights,
    covariance: (rows: Int32Array, influences: readonly Float64Array[]) => covarianceOf(frame, rows, influences),
  }

  return measures.map((given) => {
    const shifts = modeShifts({ everyone, weights: frame.weights, areas, model }, given)
    const found = averageDifferences(everyone, shifts)
    const df = degreesOfFreedom(frame, everyone)
    const test = (differences: ModeDifferences) => effectOf(precision, everyone, differences, model, df)
    const own = test(found)
    const before = shifts.flatMap((shift) => shift.before ?? [])
    const adjust = own.adjust || (before.length > 0 && test(averageDifferences(everyone, before)).adjust)
    const effect = { ...own, adjust }
    const measure = given.kind === 'gap' ? { ...given, values: shifts[0]!.adjusted! } : given // a gap has one shift
    const correct = correctionOf(frame, everyone, shifts, found, effect, rangeOf(given.kind))
    const estimate = (domain: Int32Array, fallbackDesignEffect: number) =>
      estimateIn(frame, domain, measure, { level, fallbackDesignEffect, correct })
    const city = estimate(everyone, 1)
    const ofParents = byParent.map((domain) => estimate(domain, designEffectOf(city)))
    const ofAreas = byArea.map((domain, area) =>
      estimate(domain, designEffectOf(ofParents[parents?.codes[area] ?? -1] ?? city)),
    )
    const shared = (domain: Int32Array) => (given.kind === 'gap' ? 0 : sharedVariance(domain, shifts, found, effect))
    const { adjusted } = shifts[0]! // of one item at least
    return {
      effect,
      ...('values' in given && adjusted && { values: adjusted }),
      estimates: { name: given.name, kind: given.kind, level, city, areas: ofAreas, parents: ofParents },
      shared: {
        city: shared(everyone),
        areas: Float64Array.from(byArea, shared),
        parents: Float64Array.from(byParent, shared),
      },
    }
  })
}

/** Takes the shifts off an estimate, and puts the error of the differences into its variance. */
function correctionOf(
  frame: VarianceFrame,
  everyone: Int32Array,
  shifts: readonly ModeShift[],
  { codes, differences }: ModeDifferences,
  { covariance }: ModeEffect,
  [least, most]: readonly [number, number],
) {
  const withDifferences = covarianceWith(
    frame,
    everyone,
    differences.map(({ influence }) => influence),
  )
  return (rows: Int32Array, direct: Found): Pick<Found, 'value' | 'errorVariance'> => {
    const moves = shifts.map(({ move }) => move(rows))
    const average = (of: (move: (typeof moves)[number]) => number) =>
      moves.reduce((sum, move) => sum + of(move), 0) / moves.length
    const influence = direct.influence.map((value, place) => value + average((move) => move.influence[place]!))
    const shares = codes.map((code) => average((move) => move.shares[code]!))
    const together = withDifferences(rows, influence)
    const added =
      varianceOf(frame, rows, influence) -
      direct.variance +
      quadraticForm(shares, covariance) -
      2 * shares.reduce((sum, share, m) => sum + share * together[m]!, 0)
    const value = direct.value + average(({ shift }) => shift)
    return { value: Math.min(most, Math.max(least, value)), errorVariance: Math.max(0, direct.errorVariance + added) }
  }
}

/** s'Vs: s the weighted shares of the modes in the domain, V the covariance of their differences. */
function sharedVariance(
  rows: Int32Array,
  shifts: readonly ModeShift[],
  { codes }: ModeDifferences,
  { covariance }: ModeEffect,
): number {
  if (rows.length === 0) return 0
  const moves = shifts.map(({ move }) => move(rows).shares)
  const shares = codes.map((code) => moves.reduce((sum, own) => sum + own[code]!, 0) / moves.length)
  return quadraticForm(shares, covariance)
}

const quadraticForm = (x: readonly number[], matrix: Float64Array): number =>
  x.reduce((sum, a, i) => sum + x.reduce((s, b, j) => s + a * b * matrix[i * x.length + j]!, 0), 0)

/** Taking a difference off must not lead out of what a measure can be. */
function rangeOf(kind: Measure['kind']): [number, number] {
  if (kind === 'mean' || kind === 'total') return [-Infinity, Infinity]
  return [kind === 'net' ? -1 : 0, 1]
}

const designEffectOf = (estimate: Estimate | Empty): number =>
  estimate.status === 'estimated' ? estimate.designEffect : 1
