import type { MeasureEstimates } from '../estimate-areas.ts'
import type { Empty, Estimate } from '../estimates/estimate.ts'
import { AnalysisRefusal } from '../refusal.ts'
import type { Categories } from '../weighting/margin.ts'
import { complement } from './complement.ts'
import type { AreaModel, ModelledArea } from '../model-areas.ts'
import { judgedTogether } from './joint-sample.ts'
import { mayStandBeside, modelledInstead } from './modelled-figures.ts'
import { type Figure, type Parts, singledOut } from './singled-out.ts'

/** Limits on what is published (statistics.md, section 13); a study sets its own. */
export type PublicationLimits = {
  minRespondents: number
  /** The same for figures of a model; with fewer answers neither a figure nor their number is ever told. */
  minModelled: number
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
  minModelled: 10,
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
  /** Shown, it would let a reader work out a figure that is withheld. */
  | 'protects-another'

/**
 * A figure as it was found, with the modelled one beside it where both may be shown; or as modelled, with the reason why
 * not as it was found; or neither.
 */
export type Published =
  | { status: 'published'; estimate: Estimate; beside?: ModelledArea }
  | { status: 'modelled'; estimate: ModelledArea; reason: WithheldReason }
  | { status: 'withheld'; reason: WithheldReason }

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

/** Why each figure of a measure is withheld, if it is. */
type Reasons = {
  city: WithheldReason | undefined
  areas: (WithheldReason | undefined)[]
  parents: (WithheldReason | undefined)[]
}

/** Decides what of one measure may be shown, as `publishAll` does. */
export function publish(
  measure: MeasureEstimates,
  places: Places = {},
  limits: Partial<PublicationLimits> = {},
): PublishedMeasure {
  return publishAll([measure], [], places, limits)[0]!
}

/**
 * Decides what of several measures may be shown. A figure is withheld when it is too thin itself, or when it would give
 * away one that is: from a total and its areas, from a score and its items, from the choices of a question, or from
 * several of these together. Withheld figures carry no number, not even that of their respondents.
 *
 * Where a measure is modelled, a figure from 10 answers on that is too thin is shown as the model has it. Of what else is
 * withheld, a modelled figure is taken to tell as much as the direct one would: who knows the model can turn it round.
 *
 * @param models  of the measures, in their order; none where a measure has none
 * @param sums    which measures add up to a known whole, by their position; in the city and its areas, not in parents
 */
export function publishAll(
  measures: readonly MeasureEstimates[],
  sums: readonly Parts[],
  { populations, parents }: Places = {},
  limits: Partial<PublicationLimits> = {},
  models: readonly (AreaModel | undefined)[] = [],
): PublishedMeasure[] {
  const bounds = { ...usualLimits, ...limits }
  for (const measure of measures) {
    if (parents && parents.labels.length !== measure.parents.length)
      throw new AnalysisRefusal('length-differs', 'Parents are published that were not estimated.', {
        variable: parents.variable,
      })
  }
  const judged = [...measures]
  for (const { whole, parts } of sums)
    if (whole === undefined) for (const one of judgedTogether(measures, parts)) judged[one.measure] = one.judged
  const reasons = judged.map(
    ({ city, areas, parents }): Reasons => ({
      city: thinness(city, bounds),
      areas: areas.map((estimate, area) => thinness(estimate, bounds, populations?.[area])),
      parents: parents.map((estimate) => thinness(estimate, bounds)),
    }),
  )
  // What the model shows in place of a thin figure counts as shown from here on.
  const thin = reasons.map(({ areas }) => [...areas])
  const instead = measures.map((measure, m) => modelledInstead(measure, models[m], thin[m]!, bounds))
  instead.forEach((figures, m) => figures.forEach((figure, area) => figure && (reasons[m]!.areas[area] = undefined)))
  const parentOf = measures[0]?.areas.map((_, area) => parents?.codes[area] ?? -1) ?? []
  // What protects one figure may single out another, so this goes on until nothing changes.
  for (;;) {
    measures.forEach((measure, m) =>
      protectAreas(measure, reasons[m]!, parentOf, models[m] ? bounds.minModelled : bounds.minRespondents),
    )
    const reasonOf = ({ measure, place }: Figure) =>
      place === 'city' ? reasons[measure]!.city : reasons[measure]!.areas[place]
    const singled = sums.flatMap((parts) => singledOut(parts, measures, (figure) => reasonOf(figure) !== undefined))
    if (singled.length === 0) break
    for (const { measure, place } of singled) {
      if (place === 'city') reasons[measure]!.city ??= 'protects-another'
      else reasons[measure]!.areas[place] ??= 'protects-another'
    }
  }
  return measures.map(({ name, kind, level, city, areas, parents }, m) => {
    const { city: ofCity, areas: ofAreas, parents: ofParents } = reasons[m]!
    const beside = mayStandBeside(measures[m]!, models[m], ofAreas) ? models[m] : undefined
    return {
      name,
      kind,
      level,
      city: decided(city, ofCity),
      areas: areas.map((estimate, area): Published => {
        const modelled = instead[m]![area]
        const reason = thin[m]![area]
        if (modelled && reason && ofAreas[area] === undefined) return { status: 'modelled', estimate: modelled, reason }
        const shown = decided(estimate, ofAreas[area])
        const other = beside?.areas[area]
        return shown.status === 'published' && other?.status === 'modelled' ? { ...shown, beside: other } : shown
      }),
      parents: parents.map((estimate, parent) => decided(estimate, ofParents[parent])),
    }
  })
}

/** Withholds what the totals of one measure and its other areas would give away. */
function protectAreas(
  measure: MeasureEstimates,
  reasons: Reasons,
  parentOf: readonly number[],
  minRespondents: number,
): void {
  const hidden = complement({
    respondents: measure.areas.map(({ n }) => n),
    withheld: reasons.areas.map((reason) => reason !== undefined),
    parentOf,
    parentWithheld: reasons.parents.map((reason) => reason !== undefined),
    minRespondents,
  })
  hidden.areas.forEach((also, area) => also && (reasons.areas[area] ??= 'protects-another'))
  hidden.parents.forEach((also, parent) => also && (reasons.parents[parent] ??= 'protects-another'))
  if (hidden.city) reasons.city ??= 'protects-another'
}

function decided(estimate: Estimate | Empty, reason: WithheldReason | undefined): Published {
  if (estimate.status === 'empty') return { status: 'withheld', reason: reason ?? 'no-answers' }
  return reason === undefined ? { status: 'published', estimate } : { status: 'withheld', reason }
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
