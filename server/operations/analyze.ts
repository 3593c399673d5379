import { type EnoughYet, enoughYet } from '#analysis/enough-yet.ts'
import { estimateAreas, type MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { type PublicationLimits, publishAll, type PublishedMeasure } from '#analysis/quality/publication.ts'
import type { Parts } from '#analysis/quality/singled-out.ts'
import {
  planReplicates,
  type ReplicatePlan,
  type ReplicateVariances,
  type Replication,
} from '#analysis/replicate-estimates.ts'
import { surveyDesign, type SurveyDesign } from '#analysis/variance/design.ts'
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
  /** Where errors come from replicates of the sample; by linearization otherwise. */
  replication?: Replication
}

/** What it takes to say whether there are enough interviews. */
export type Asking = Weighing &
  Pick<Estimating, 'strata' | 'measures' | 'limits' | 'populations'> & {
    halfWidth: number
    /** The parent of each area. */
    parents: Categories
  }

export type Weighed = Pick<WeighedSample, 'weights' | 'factors' | 'diagnostics'>
export type Estimated = { weights: Float64Array; estimates: MeasureEstimates[]; published: PublishedMeasure[] }

/** Weighs a sample. Pure, and slow with many respondents: it runs in a thread. */
export function weigh({ baseWeights, areas, margins, recipe }: Weighing): Weighed {
  const { weights, factors, diagnostics } = weighSample({ baseWeights, areas }, margins, recipe)
  return { weights, factors, diagnostics }
}

/** The replicates that the errors are to come from; none where they come from linearization. */
export function replicatesOf({ replication, measures, ...input }: Estimating): ReplicatePlan | undefined {
  if (!replication) return undefined
  const { areas, margins, recipe } = input
  const weighed = weighSample(input, margins, recipe)
  return planReplicates(weighed, areas, measures, replication, { design: designOf(input), recipe })
}

/**
 * Estimates everywhere, and decides what may be shown. Weighs again, since the errors have to know of the calibration.
 *
 * @param replicated  what came of `replicatesOf`
 */
export function estimate(input: Estimating, replicated?: ReplicateVariances): Estimated {
  const { areas, margins, recipe, measures, sums, populations, limits } = input
  const weighed = weighSample(input, margins, recipe)
  const options = { design: designOf(input), ...(replicated && { replicated }) }
  const estimates = estimateAreas(weighed, areas, measures, options)
  const published = publishAll(estimates, sums, populations ? { populations } : {}, limits)
  return { weights: weighed.weights, estimates, published }
}

/** Whether a growing sample is large enough, and what it still needs. */
export function enough({ margins, recipe, measures, strata, ...input }: Asking): EnoughYet {
  return enoughYet(input, margins, measures, { ...input, recipe, design: designOf({ strata }) })
}

const designOf = ({ strata }: Pick<Estimating, 'strata'>): SurveyDesign => surveyDesign({ rows: strata.length, strata })
