/** One survey of one invented city, from base weights to published figures, beside the truth. */
import type { Item } from '#analysis/discord/item.ts'
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { modelAreas } from '#analysis/model-areas.ts'
import { modelGaps } from '#analysis/model-gaps.ts'
import { adjustAreas } from '#analysis/modes/adjust-areas.ts'
import type { ModeModel } from '#analysis/modes/mode-differences.ts'
import { surveyDesign, type SurveyDesign } from '#analysis/variance/design.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { areaMargin, type Margin } from '#analysis/weighting/margin.ts'
import { baseWeightsOf } from './base-weights.ts'
import { type AreaTruth, categoryOf, type City, combinations } from './city.ts'
import { demographics, gapBy, modes } from './parameters.ts'
import type { Survey } from './sample.ts'

/** A figure of an area and its truth. */
export type Figure = { area: number; estimate: number; se: number; low: number; high: number; truth: number }

/** All areas' figures of one question by one method. */
export type Figures = { question: string; measure: keyof AreaTruth; method: string; figures: Figure[] }

/** What is known of the people, as an office of statistics tells it. */
export function marginsOf({ people, populations, boroughOf }: Followed, survey: Survey): Margin[] {
  const shares = survey.demographics.map((categories, d): Margin => {
    const targets = new Float64Array(categories.labels.length)
    people.forEach((count, cell) => (targets[categoryOf(cell % combinations, d)]! += count))
    return { ...categories, targets, targetsAre: 'shares', collapse: { by: 'order' } }
  })
  return [areaMargin(survey.areas, populations, Array.from(boroughOf, String)), ...shares]
}

/**
 * Interviewers are the units where there are any, since they hold the blocks that they work on; in the street it is the
 * location. Strata: the web by area, doors by borough, every other mode.
 */
export function designOf({ boroughOf }: Followed, { rows, modes: mode, areas, interviewerOf }: Survey): SurveyDesign {
  const code = (name: string) => mode.labels.indexOf(name)
  const strata = mode.codes.map((own, row) => {
    const area = areas.codes[row]!
    if (own === code('web')) return 1000 + area
    return own === code('door') ? 100 + boroughOf[area]! : own
  })
  const units = interviewerOf.map((interviewer, row) => (interviewer >= 0 ? interviewer : 1_000_000 + row))
  return surveyDesign({ rows, strata, clusters: [units], collapseWithin: mode.codes })
}

export const modeModelOf = ({ modes: own, areas, demographics: told }: Survey): ModeModel => ({
  modes: own,
  reference: modes.filter(({ workload }) => workload === 1).map(({ name }) => name),
  covariates: [areas, ...told],
})

/** Support, net support and polarization of a question, and the gap of support between groups. */
export function measuresOf(item: Item, survey: Survey): { measure: keyof AreaTruth; of: Measure }[] {
  const { name, options, answers } = item
  const groups = survey.demographics[demographics.findIndex(({ variable }) => variable === gapBy)]!
  const values = Float64Array.from(answers, (answer) => (answer < 1 ? NaN : Number(2 * (answer - 1) > options - 1)))
  return [
    ...(['support', 'net', 'polarization'] as const).map((kind) => ({
      measure: kind,
      of: { kind, name: `${name} ${kind}`, items: [item] },
    })),
    { measure: 'gap', of: { kind: 'gap', name: `${name} gap`, values, groups, minAnswers: 5 } },
  ]
}

/** The groups' parts of each area's people, which a census tells. */
function compositionOf({ people, areas, populations }: Followed): Float64Array {
  const demographic = demographics.findIndex(({ variable }) => variable === gapBy)
  const width = demographics[demographic]!.labels.length
  const parts = new Float64Array(areas * width)
  people.forEach((count, cell) => {
    const area = Math.floor(cell / combinations)
    parts[area * width + categoryOf(cell % combinations, demographic)]! += count / populations[area]!
  })
  return parts
}

/** Of a city what a survey of it needs to know, and the truth to compare with. */
export type Followed = Omit<City, 'questions' | 'blockEffects'> & {
  questions: { truth: AreaTruth[]; whole?: AreaTruth }[]
}

/** Follows a survey: weights, direct estimates, the difference by mode where the rule says so, and the models. */
export function followSurvey(city: Followed, survey: Survey, seed: number): Figures[] {
  const baseWeights = baseWeightsOf(survey, city.populations)
  const weighed = weighSample({ baseWeights, areas: survey.areas }, marginsOf(city, survey))
  const options = { design: designOf(city, survey) }
  const known = {
    populations: city.populations,
    covariates: city.covariates.map((values, i) => ({ name: `covariate ${i + 1}`, values })),
  }
  return survey.items.flatMap((item, q) => {
    const measures = measuresOf(item, survey)
    const of = measures.map((each) => each.of)
    const direct = estimateAreas(weighed, survey.areas, of, options)
    const adjusted = adjustAreas(weighed, survey.areas, of, modeModelOf(survey), options)
    return measures.flatMap(({ measure, of: given }, i): Figures[] => {
      const truths = city.questions[q]!.truth.map((each) => each[measure])
      const { whole } = city.questions[q]!
      const figures = (method: string, from: readonly Answer[], truth: readonly number[] = truths) => ({
        question: item.name,
        measure,
        method,
        figures: figuresOf(from, truth),
      })
      const { effect, estimates, shared } = adjusted[i]!
      const chosen = effect.adjust ? estimates : direct[i]!
      const found = [
        figures('unadjusted', direct[i]!.areas),
        figures('direct', chosen.areas),
        ...(whole ? [figures('city', [chosen.city], [whole[measure]])] : []),
      ]
      if (given.kind === 'gap') {
        const values = (effect.adjust && adjusted[i]!.values) || given.values
        const measure = { ...given, values, composition: compositionOf(city) }
        const [model] = modelGaps(weighed, survey.areas, [measure], { ...options, ...known, seed })
        const modelled = model!.areas.map((area) => area.modelled)
        return [...found, figures('modelled', modelled)]
      }
      const model = modelAreas(chosen, { ...known, ...(effect.adjust && { shared: shared.areas }) })
      return [...found, figures('modelled', model.areas)]
    })
  })
}

type Answer = { status: string } | (Omit<Figure, 'truth' | 'area'> & { status: string })

function figuresOf(answers: readonly Answer[], truth: readonly number[]): Figure[] {
  return answers.flatMap((each, area) => {
    if (!('estimate' in each)) return []
    const { estimate, se, low, high } = each
    return [{ area, estimate, se, low, high, truth: truth[area]! }]
  })
}
