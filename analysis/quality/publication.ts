import type { MeasureEstimates } from '../estimate-areas.ts'
import type { Empty, Estimate } from '../estimates/estimate.ts'
import { AnalysisRefusal } from '../refusal.ts'
import type { Categories } from '../weighting/margin.ts'
import { complement } from './complement.ts'

/** Limits on what is published (statistics.md, section 13); a study sets its own. */
export type PublicationLimits = {
  minRespondents: number
  minEffective: number
  /** Areas with fewer people are never shown; needs `populations`. */
  minPopulation: number
  /** Widest interval that is still a statement, in the units of the measure. */
  maxWidth: number
  /** With fewer than 50 respondents: the largest share that may have given one and the same answer. */
  maxSameAnswer: number
}

export const usualLimits: PublicationLimits = {
  minRespondents: 30,
  minEffective: 30,
  minPopulation: 500,
  maxWidth: Infinity,
  maxSameAnswer: 0.95,
}

export type WithheldReason =
  | 'unpopulated'
  | 'few-residents'
  | 'no-answers'
  | 'few-respondents'
  | 'small-effective-sample'
  | 'too-uncertain'
  | 'same-answer'
  /** Shown alone, it would let a reader compute a withheld neighbour from the total. */
  | 'protects-another'

export type Published = { status: 'published'; estimate: Estimate } | { status: 'withheld'; reason: WithheldReason }

export type PublishedMeasure = {
  name: string
  kind: MeasureEstimates['kind']
  level: number
  city: Published
  areas: Published[]
  parents: Published[]
}

export type Places = {
  /** People per area. */
  populations?: Float64Array
  /** The parent of each area, if estimates of parents are published too: codes per area. */
  parents?: Categories
}

/**
 * Decides what of a measure may be shown. A place is withheld when its own figure is too thin, or when its figure and
 * the published totals would give away another's. Withheld places carry no number, not even that of their respondents.
 */
export function publish(
  measure: MeasureEstimates,
  { populations, parents }: Places = {},
  limits: Partial<PublicationLimits> = {},
): PublishedMeasure {
  const bounds = { ...usualLimits, ...limits }
  const areas = measure.areas.map((estimate, area) => thinness(estimate, bounds, populations?.[area]))
  const parentReasons = measure.parents.map((estimate) => thinness(estimate, bounds))
  if (parents && parents.labels.length !== measure.parents.length)
    throw new AnalysisRefusal('length-differs', 'Parents are published that were not estimated.', {
      variable: parents.variable,
    })

  const hidden = complement({
    respondents: measure.areas.map(({ n }) => n),
    withheld: areas.map((reason) => reason !== undefined),
    parentOf: measure.areas.map((_, area) => parents?.codes[area] ?? -1),
    parentWithheld: parentReasons.map((reason) => reason !== undefined),
    minRespondents: bounds.minRespondents,
  })
  const decide = (estimate: Estimate | Empty, reason: WithheldReason | undefined, alsoHidden: boolean): Published => {
    if (estimate.status === 'empty') return { status: 'withheld', reason: reason ?? 'no-answers' }
    if (reason ?? alsoHidden) return { status: 'withheld', reason: reason ?? 'protects-another' }
    return { status: 'published', estimate }
  }
  return {
    name: measure.name,
    kind: measure.kind,
    level: measure.level,
    city: decide(measure.city, thinness(measure.city, bounds), hidden.city),
    areas: measure.areas.map((estimate, area) => decide(estimate, areas[area], hidden.areas[area]!)),
    parents: measure.parents.map((estimate, parent) =>
      decide(estimate, parentReasons[parent], hidden.parents[parent]!),
    ),
  }
}

/** The first limit that an estimate fails, if any. */
function thinness(
  estimate: Estimate | Empty,
  limits: PublicationLimits,
  population?: number,
): WithheldReason | undefined {
  if (population === 0) return 'unpopulated'
  if (population !== undefined && population < limits.minPopulation) return 'few-residents'
  if (estimate.status === 'empty') return 'no-answers'
  const { n, nEffective, low, high, sameAnswer } = estimate
  if (n < limits.minRespondents) return 'few-respondents'
  if (n < 50 && sameAnswer >= limits.maxSameAnswer) return 'same-answer'
  if (nEffective < limits.minEffective) return 'small-effective-sample'
  if (high - low > limits.maxWidth) return 'too-uncertain'
  return undefined
}
