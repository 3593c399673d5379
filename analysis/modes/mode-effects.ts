import type { AreaOptions } from '../estimate-areas.ts'
import { checkMeasure, type Measure } from '../estimates/measure.ts'
import { AnalysisRefusal } from '../refusal.ts'
import { covarianceOf } from '../variance/covariance.ts'
import { surveyDesign } from '../variance/design.ts'
import { allRows, degreesOfFreedom } from '../variance/domains.ts'
import { varianceFrame } from '../variance/frame.ts'
import type { WeighedSample } from '../weigh-sample.ts'
import { type Categories, checkCategories } from '../weighting/margin.ts'
import type { ModeDifferences, ModeModel } from './mode-differences.ts'
import { averageDifferences, effectOf, type ModeEffect } from './mode-effect.ts'
import { modeShifts } from './mode-shift.ts'

/** A measure, and by which modes its answers came. */
export type AskedOfModes = { measure: Measure; model: ModeModel }

/** How much the modes differ in a measure, or why that cannot be said. */
export type FoundEffect = { effect: ModeEffect } | { refused: AnalysisRefusal }

/**
 * Tests for several measures whether the mode changes the answer, over the whole sample; `adjustAreas` takes such a
 * difference off. A measure whose modes cannot be compared does not keep the others from it.
 *
 * @throws AnalysisRefusal for columns of another length and values out of range, naming the variable
 * @see    statistics.md, section 8
 */
export function modeEffects(
  weighed: Pick<WeighedSample, 'weights' | 'calibration'>,
  areas: Categories,
  asked: readonly AskedOfModes[],
  { design }: Pick<AreaOptions, 'design'> = {},
): FoundEffect[] {
  const size = weighed.weights.length
  checkCategories(areas, size)
  for (const { measure, model } of asked) {
    checkMeasure(measure, size)
    for (const each of [model.modes, ...model.covariates]) checkCategories(each, size)
  }
  const frame = varianceFrame(weighed.weights, design ?? surveyDesign({ rows: size }), weighed.calibration)
  const everyone = allRows(frame)
  const df = degreesOfFreedom(frame, everyone)
  const covariance = (rows: Int32Array, influences: readonly Float64Array[]) => covarianceOf(frame, rows, influences)
  return asked.map(({ measure, model }): FoundEffect => {
    try {
      const shifts = modeShifts({ everyone, weights: frame.weights, areas, model }, measure)
      const test = (found: ModeDifferences) => effectOf({ covariance }, everyone, found, model, df)
      const effect = test(averageDifferences(everyone, shifts))
      // A spread is to be adjusted where the level is: people at two levels are no discord.
      const before = shifts.flatMap((shift) => shift.before ?? [])
      const adjust = effect.adjust || (before.length > 0 && test(averageDifferences(everyone, before)).adjust)
      return { effect: { ...effect, adjust } }
    } catch (error) {
      if (error instanceof AnalysisRefusal) return { refused: error }
      throw error
    }
  })
}
