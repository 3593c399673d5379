import { fTail } from '../distributions/tails.ts'
import type { Linearized, Precision } from '../estimates/linearized.ts'
import { inverseForm } from '../linear/symmetric.ts'
import { AnalysisRefusal } from '../refusal.ts'
import { type ModeDifferences, modeDifferences, type ModeModel, rowsWithMode } from './mode-differences.ts'

/** How much higher answers are in other modes than where people fill in by themselves, with the test that they are not. */
export type ModeEffect = {
  reference: readonly string[]
  modes: string[]
  /** One per mode, in the unit of the outcome, with standard errors and covariance (modes × modes, row by row). */
  delta: Float64Array
  se: Float64Array
  covariance: Float64Array
  /** Wald's test that no mode differs, on (df, ddf) degrees of freedom. */
  F: number
  df: number
  ddf: number
  p: number
  /** Whether to adjust: p below 1 %, or a mode that differs by more than 3 points. */
  adjust: boolean
}

/** statistics.md, section 8. */
const usualRule = { p: 0.01, difference: 0.03 }

/**
 * Wald's test that all of some estimates are 0, in its F form.
 *
 * @throws AnalysisRefusal when some of them depend on others
 */
export function waldOf(values: Float64Array, covariance: Float64Array, ddf: number): { F: number; p: number } {
  const F = inverseForm(covariance, values) / values.length
  return { F, p: fTail(F, values.length, ddf) }
}

/**
 * Tests whether the mode changes the answer, at the same area and demographics.
 *
 * @param precision  final weights, and the covariance that the design gives
 * @param rows       rows of the domain, in the order that the covariance needs; those without outcome or mode stay out
 * @param values     the outcome per row of the sample: a share as 0 and 1, or any other number; NaN = missing
 * @param df         the design's degrees of freedom among those rows
 * @throws           AnalysisRefusal for a reference without a mode of the sample, and for a mode that the covariates
 *                   tell as well, naming it
 * @see              statistics.md, section 8
 */
export function modeEffect(
  precision: Precision,
  rows: Int32Array,
  values: Float64Array,
  model: ModeModel,
  df: number,
): ModeEffect {
  const taken = rowsWithMode(rows, values, model.modes)
  return effectOf(precision, taken, modeDifferences(taken, precision.weights, values, model), model, df)
}

/**
 * The test of differences that were found.
 *
 * @param rows  those that the influences of the differences belong to
 */
export function effectOf(
  { covariance }: Pick<Precision, 'covariance'>,
  rows: Int32Array,
  { modes, differences, parameters }: ModeDifferences,
  { reference, modes: { variable } }: ModeModel,
  df: number,
): ModeEffect {
  const lost = differences.findIndex(({ value }) => Number.isNaN(value))
  if (lost >= 0)
    throw new AnalysisRefusal('singular', `The mode "${modes[lost]}" cannot be told apart from the covariates.`, {
      variable,
      category: modes[lost] ?? '',
    })
  const delta = Float64Array.from(differences, ({ value }) => value)
  if (delta.length === 0)
    throw new AnalysisRefusal('bad-option', `Every answer is in a mode of the reference: nothing can be compared.`, {
      variable,
    })
  const influences = differences.map(({ influence }) => influence)
  const found = covariance(rows, influences)
  const ddf = Math.max(1, df + 1 - parameters)
  // Answers that area and demographics tell exactly leave no error, and nothing to the modes.
  const { F, p } = found.every((value) => value === 0) ? { F: 0, p: 1 } : waldOf(delta, found, ddf)
  return {
    reference,
    modes,
    delta,
    se: delta.map((_, i) => Math.sqrt(found[i * (delta.length + 1)]!)),
    covariance: found,
    F,
    df: delta.length,
    ddf,
    p,
    adjust: p < usualRule.p || delta.some((value) => Math.abs(value) > usualRule.difference),
  }
}

/**
 * Differences of a measure of several items: the average of its items', over the union of their rows. A mode that did
 * not ask an item does not change it.
 *
 * @param rows   the union
 * @param items  differences with the rows of each
 */
export function averageDifferences(
  rows: Int32Array,
  items: readonly { rows: Int32Array; found: ModeDifferences }[],
): ModeDifferences {
  const codes = [...new Set(items.flatMap(({ found }) => found.codes))].sort((a, b) => a - b)
  const labels = new Map(items.flatMap(({ found }) => found.codes.map((code, m) => [code, found.modes[m]!])))
  const place = new Map<number, number>()
  rows.forEach((row, i) => place.set(row, i))
  const averaged = (code: number): Linearized => {
    const result = { value: 0, influence: new Float64Array(rows.length), n: rows.length, weight: 0 }
    for (const { rows: own, found } of items) {
      const one = found.differences[found.codes.indexOf(code)]
      if (!one) continue
      result.value += one.value / items.length
      result.weight = Math.max(result.weight, one.weight)
      own.forEach((row, i) => (result.influence[place.get(row)!]! += one.influence[i]! / items.length))
    }
    return result
  }
  return {
    modes: codes.map((code) => labels.get(code)!),
    codes,
    differences: codes.map(averaged),
    parameters: Math.max(...items.map(({ found }) => found.parameters)),
  }
}
