import { estimateAreas, type MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { type PublicationLimits, publishAll, type PublishedMeasure } from '#analysis/quality/publication.ts'
import type { Parts } from '#analysis/quality/singled-out.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { type Recipe, type WeighedSample, weighSample } from '#analysis/weigh-sample.ts'
import type { Categories, Margin } from '#analysis/weighting/margin.ts'

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
}

export type Weighed = Pick<WeighedSample, 'weights' | 'factors' | 'diagnostics'>
export type Estimated = { weights: Float64Array; estimates: MeasureEstimates[]; published: PublishedMeasure[] }

/** Weighs a sample. Pure, and slow with many respondents: it runs in a thread. */
export function weigh({ baseWeights, areas, margins, recipe }: Weighing): Weighed {
  const { weights, factors, diagnostics } = weighSample({ baseWeights, areas }, margins, recipe)
  return { weights, factors, diagnostics }
}

/** Estimates everywhere, and decides what may be shown. Weighs again, since the errors have to know of the calibration. */
export function estimate({ strata, measures, sums, populations, limits, ...weighing }: Estimating): Estimated {
  const { areas, margins, recipe } = weighing
  const weighed = weighSample(weighing, margins, recipe)
  const design = surveyDesign({ rows: strata.length, strata })
  const estimates = estimateAreas(weighed, areas, measures, { design })
  const published = publishAll(estimates, sums, populations ? { populations } : {}, limits)
  return { weights: weighed.weights, estimates, published }
}
