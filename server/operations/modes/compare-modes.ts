import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import { tOf } from '#analysis/estimates/interval.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { adjustAreas } from '#analysis/modes/adjust-areas.ts'
import type { ModeEffect } from '#analysis/modes/mode-effect.ts'
import { modeEffects } from '#analysis/modes/mode-effects.ts'
import type { SurveyDesign } from '#analysis/variance/design.ts'
import type { WeighedSample } from '#analysis/weigh-sample.ts'
import type { Categories } from '#analysis/weighting/margin.ts'

/** What the comparison of modes needs to know beside the measures. */
export type ByMode = {
  /** By which modes the answers of some measures, named by their places, came. */
  groups: readonly { modes: Categories; places: readonly number[] }[]
  /** Places of the measures to be tested. */
  compared: readonly number[]
  /** Modes that people fill in by themselves. */
  reference: readonly string[]
  /** Demographics; the area is always beside them. */
  covariates: readonly Categories[]
}

/** How a measure, by its place, differs between modes; or why that cannot be said. */
export type TestedMode = { place: number } & (
  | {
      effect: Pick<ModeEffect, 'F' | 'df' | 'ddf' | 'p' | 'adjust'> & {
        modes: { mode: string; difference: number; se: number; low: number; high: number }[]
      }
    }
  | { reason: string }
)

/** Estimates as they would be had everybody answered by themselves; those that cannot be adjusted are left out. */
export type Adjusted = { adjusted: { place: number; estimates: MeasureEstimates }[] }

type Compared = { areas: Categories; measures: readonly Measure[]; byMode: ByMode }

/** Tests the measures of `compared`. */
export function testModes(input: Compared, weighed: WeighedSample, design: SurveyDesign): TestedMode[] {
  const { areas, measures, byMode } = input
  const compared = new Set(byMode.compared)
  const asked = byMode.groups.flatMap(({ modes, places }) =>
    places.flatMap((place) => {
      const measure = measures[place]
      return measure && compared.has(place) ? [{ place, measure, model: { ...modelOf(input), modes } }] : []
    }),
  )
  const found = modeEffects(weighed, areas, asked, { design })
  return asked.flatMap(({ place }, i): TestedMode[] => {
    const one = found[i]
    if (!one) return []
    if ('refused' in one) return [{ place, reason: one.refused.message }]
    const { modes, delta, se, F, df, ddf, p, adjust } = one.effect
    const t = tOf(0.95, ddf)
    const differences = modes.map((mode, m) => {
      const [difference = 0, error = 0] = [delta[m], se[m]]
      return { mode, difference, se: error, low: difference - t * error, high: difference + t * error }
    })
    return [{ place, effect: { modes: differences, F, df, ddf, p, adjust } }]
  })
}

/** Adjusts the measures of `compared` whose modes can be compared. */
export function adjustedEstimates(input: Compared, weighed: WeighedSample, design: SurveyDesign): Adjusted['adjusted'] {
  const { areas, measures, byMode } = input
  const canBe = new Set(testModes(input, weighed, design).flatMap((one) => ('effect' in one ? [one.place] : [])))
  return byMode.groups.flatMap(({ modes, places }) => {
    const own = places.filter((place) => canBe.has(place) && measures[place])
    const some = own.flatMap((place) => measures[place] ?? [])
    const found = some.length > 0 ? adjustAreas(weighed, areas, some, { ...modelOf(input), modes }, { design }) : []
    return found.flatMap(({ estimates }, i) => {
      const place = own[i]
      return place === undefined ? [] : [{ place, estimates }]
    })
  })
}

function modelOf({ areas, byMode: { reference, covariates } }: Compared) {
  return { reference, covariates: [areas, ...covariates] }
}
