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
import {
  type Intake,
  type IntakeReport,
  startingWeights,
  type StartingWeights,
} from '#analysis/weighting/starting-weights.ts'
import { modelEach } from './model-estimates.ts'
import { modelAll, type Modelled, type Modelling } from './modelling.ts'
import { type Adjusted, adjustedEstimates, type ByMode, type TestedMode, testModes } from './modes/compare-modes.ts'

/** What a wave's weights are made of. */
export type Weighing = { intake: Intake; margins: Margin[]; recipe: Partial<Recipe> }

/** What its estimates are made of: the same, and what to estimate. */
export type Estimating = Pick<Weighing, 'margins' | 'recipe'> & {
  /** The weights before calibration, as the run kept their factors. */
  baseWeights: Float64Array
  areas: Categories
  /** Stratum of each respondent. */
  strata: Int32Array
  /** The unit that was drawn first; without them respondents are the sampling units. */
  units?: Int32Array
  measures: Measure[]
  sums: readonly Parts[]
  /** People per area; without them no area counts as unpopulated. */
  populations?: Float64Array
  limits: Partial<PublicationLimits>
  byMode: ByMode
  /** Where errors come from replicates of the sample; by linearization otherwise. */
  replication?: Replication
  /** What to model; without it there are direct estimates only. */
  modelling?: Modelling
}

/** What it takes to say whether there are enough interviews. */
export type Asking = Weighing &
  Pick<Estimating, 'strata' | 'units' | 'measures' | 'limits' | 'populations'> & {
    halfWidth: number
    /** The parent of each area. */
    parents: Categories
  }

export type Weighed = Pick<WeighedSample, 'weights' | 'diagnostics'> & {
  /** weight = base · nonresponse · composite · calibration · trim, row by row. */
  factors: StartingWeights['factors'] & Pick<WeighedSample['factors'], 'calibration' | 'trim'>
  /** 1 for respondents whom no sample drew with a known chance. */
  optIn: Uint8Array
  intake: IntakeReport
}
export type Estimated = {
  weights: Float64Array
  estimates: MeasureEstimates[]
  published: PublishedMeasure[]
  tested: TestedMode[]
  modelled: Modelled
}

/** Weighs a sample. Pure, and slow with many respondents: it runs in a thread. */
export function weigh({ intake, margins, recipe }: Weighing): Weighed {
  const start = startingWeights(intake)
  const { areas } = intake
  const { weights, factors, diagnostics } = weighSample({ baseWeights: start.weights, areas }, margins, recipe)
  const { calibration, trim } = factors
  const { optIn, report } = start
  return { weights, factors: { ...start.factors, calibration, trim }, optIn, intake: report, diagnostics }
}

/** The replicates that the errors are to come from; none where they come from linearization. */
export function replicatesOf({ replication, ...input }: Estimating): ReplicatePlan | undefined {
  if (!replication) return undefined
  const { areas, measures, recipe } = input
  const { weighed, design } = weighedAgain(input)
  return planReplicates(weighed, areas, measures, replication, { design, recipe })
}

/**
 * Estimates everywhere, and decides what may be shown. Weighs again, since the errors have to know of the calibration.
 *
 * @param replicated  what came of `replicatesOf`
 */
export function estimate(input: Estimating, replicated?: ReplicateVariances): Estimated {
  const { areas, measures, sums, populations, limits, modelling } = input
  const { weighed, design } = weighedAgain(input)
  const estimates = estimateAreas(weighed, areas, measures, { design, ...(replicated && { replicated }) })
  const places = { ...(populations && { populations }) }
  const known = { ...places, ...(modelling?.parents && { parents: modelling.parents }) }
  const models = modelling ? modelEach(estimates, known) : []
  const published = publishAll(estimates, sums, places, limits, models)
  return {
    weights: weighed.weights,
    estimates,
    published,
    tested: testModes(input, weighed, design),
    modelled: modelAll(weighed, design, { areas, models, published, modelling, known, limits }),
  }
}

/** Takes the difference by mode off every estimate. */
export function adjust(input: Estimating): Adjusted {
  const { weighed, design } = weighedAgain(input)
  return { adjusted: adjustedEstimates(input, weighed, design) }
}

/** Whether a growing sample is large enough, and what it still needs. */
export function enough({ intake, margins, measures, strata, units, ...options }: Asking): EnoughYet {
  const sample = { baseWeights: startingWeights(intake).weights, areas: intake.areas }
  return enoughYet(sample, margins, measures, { ...options, design: designOf({ strata, units }) })
}

function weighedAgain({ strata, units, margins, recipe, ...sample }: Estimating) {
  return { weighed: weighSample(sample, margins, recipe), design: designOf({ strata, units }) }
}

type Drawn = { strata: Int32Array; units: Int32Array | undefined }

const designOf = ({ strata, units }: Drawn): SurveyDesign =>
  surveyDesign({ rows: strata.length, strata, ...(units && { clusters: [units] }) })
