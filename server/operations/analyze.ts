import { estimateAreas, type MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import type { AreaModel } from '#analysis/model-areas.ts'
import { type GapMeasure, type GapModel, modelGaps } from '#analysis/model-gaps.ts'
import { type GapReasons, gapReasons } from '#analysis/quality/gap-publication.ts'
import { type PublicationLimits, publishAll, type PublishedMeasure } from '#analysis/quality/publication.ts'
import type { Parts } from '#analysis/quality/singled-out.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { type Recipe, type WeighedSample, weighSample } from '#analysis/weigh-sample.ts'
import type { Categories, Margin } from '#analysis/weighting/margin.ts'
import { describeShown, modelEach, type Ranked, type Stated } from './model-estimates.ts'

/** What a wave's weights are made of. */
export type Weighing = {
  baseWeights: Float64Array
  areas: Categories
  margins: Margin[]
  recipe: Partial<Recipe>
}

/** What its estimates are made of: the same, and what to estimate. */
export type Estimating = Weighing & {
  /** Stratum of each respondent; respondents are the sampling units. */
  strata: Int32Array
  measures: Measure[]
  sums: readonly Parts[]
  /** People per area; without them no area counts as unpopulated. */
  populations?: Float64Array
  limits: Partial<PublicationLimits>
  /** What to model; without it there are direct estimates only. */
  modelling?: Modelling
}

export type Modelling = {
  /** Of all draws. */
  seed: number
  /** The parent of each area. */
  parents?: Categories
  gaps: readonly PlannedGapMeasure[]
  /** Measures to rank areas by, and pairs to class them by, by position. */
  ranked: readonly number[]
  classed: readonly { net: number; polarization: number; options: number }[]
}

/** A gap, and the measure that is support of the same questions. */
export type PlannedGapMeasure = { measure: GapMeasure; support: number }

/** Models, ranks and classes by measure (classes stand with net support), gaps as planned; undefined where there is none. */
export type Modelled = {
  models: (AreaModel | undefined)[]
  ranks: (Ranked | undefined)[]
  statements: (Stated | undefined)[]
  gaps: { model: GapModel; reasons: GapReasons }[]
}

export type Weighed = Pick<WeighedSample, 'weights' | 'factors' | 'diagnostics'>
export type Estimated = {
  weights: Float64Array
  estimates: MeasureEstimates[]
  published: PublishedMeasure[]
  modelled: Modelled
}

/** Weighs a sample. Pure, and slow with many respondents: it runs in a thread. */
export function weigh({ baseWeights, areas, margins, recipe }: Weighing): Weighed {
  const { weights, factors, diagnostics } = weighSample({ baseWeights, areas }, margins, recipe)
  return { weights, factors, diagnostics }
}

/** Estimates everywhere, and decides what may be shown. Weighs again, since the errors have to know of the calibration. */
export function estimate(input: Estimating): Estimated {
  const { strata, measures, sums, populations, limits, modelling, ...weighing } = input
  const { areas, margins, recipe } = weighing
  const weighed = weighSample(weighing, margins, recipe)
  const design = surveyDesign({ rows: strata.length, strata })
  const estimates = estimateAreas(weighed, areas, measures, { design })
  const places = { ...(populations && { populations }) }
  const known = { ...places, ...(modelling?.parents && { parents: modelling.parents }) }
  const models = modelling ? modelEach(estimates, known) : []
  const published = publishAll(estimates, sums, places, limits, models)
  const gaps = modelling?.gaps.map(({ measure }) => measure) ?? []
  const gapModels = modelGaps(weighed, areas, gaps, { ...known, design, seed: modelling?.seed ?? 0 })
  return {
    weights: weighed.weights,
    estimates,
    published,
    modelled: {
      models,
      ...describeShown(models, published, modelling),
      gaps: gapModels.map((model, g) => {
        const support = published[modelling?.gaps[g]?.support ?? -1]?.areas ?? []
        const isShown = support.map(({ status }) => status !== 'withheld')
        return { model, reasons: gapReasons(model, isShown, populations, limits) }
      }),
    },
  }
}
