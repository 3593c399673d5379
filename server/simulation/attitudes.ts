import type { Compiled } from '#instruments/engine/compile.ts'
import type { Measure } from '#instruments/engine/study.ts'
import { at } from './at.ts'
import type { Census } from './census.ts'
import { normal, randomFrom, softmax } from './random.ts'

/** How likely each answer to a question is in each cell of the census. */
export type Leanings = {
  readonly question: string
  readonly answers: readonly (string | number | boolean)[]
  /** Whether the answers go from one end to the other. */
  readonly isScale: boolean
  /** Cell by cell, the probabilities of the answers in their order; each cell's sum to 1. */
  readonly probabilities: Float64Array
}

type Score = Extract<Measure, { kind: 'score' }>

/**
 * What people think, by area and group, for every question that the study measures.
 *
 * A score's item is an ordered logit: a resident's leaning is the sum of what is usual in the city, in the borough, in
 * the area, in each of their groups, and of how strongly that group differs in that area; how far neighbors lie apart
 * differs from area to area. A share's question is a multinomial logit with the same parts. Mode plays no part.
 */
export function leaningsOf(compiled: Compiled, census: Census, seed: string): Map<string, Leanings> {
  const leanings = compiled.study.measures.flatMap((measure) =>
    measure.kind === 'score'
      ? scoreLeanings(measure, compiled, census, seed)
      : [shareLeanings(measure.question, compiled, census, seed)],
  )
  return new Map(leanings.map((one) => [one.question, one]))
}

function scoreLeanings(measure: Score, compiled: Compiled, census: Census, seed: string): Leanings[] {
  const shared = cellEffects(census, compiled, `${seed} ${measure.id}`, { area: 0.36, group: 0.3, meeting: 0.18 })
  return measure.items.map(({ question, scale }) => {
    const own = cellEffects(census, compiled, `${seed} ${question}`, { area: 0.12, group: 0.06, meeting: 0 })
    const usual = 0.35 + 0.35 * normal(randomFrom(seed, question, 'usual'))
    const thresholds = scale.slice(1).map((_, k) => logit((k + 1) / scale.length))
    const spread = census.areas.map((area) =>
      Math.exp(-0.1 + 0.28 * normal(randomFrom(seed, measure.id, 'spread', area))),
    )
    const probabilities = new Float64Array(census.people.length * scale.length)
    for (const cell of census.people.keys()) {
      const middle = usual + at(shared, cell) + at(own, cell)
      const width = at(spread, Math.floor(cell / census.combinations))
      let below = 0
      for (const k of scale.keys()) {
        const upTo = k < thresholds.length ? logistic((at(thresholds, k) - middle) / width) : 1
        probabilities[cell * scale.length + k] = upTo - below
        below = upTo
      }
    }
    return { question, answers: scale, isScale: true, probabilities }
  })
}

function shareLeanings(question: string, compiled: Compiled, census: Census, seed: string): Leanings {
  const asked = compiled.question(question)
  const answers = asked && 'choices' in asked ? asked.choices.map(({ code }) => code) : []
  const pulls = answers.map((answer) => {
    // Whoever wrote the list put what matters most on it.
    const usual = (answer === 'other' ? -1.2 : 0) + 0.6 * normal(randomFrom(seed, question, String(answer)))
    const sizes = { area: 0.4, group: 0.25, meeting: 0.1 }
    return cellEffects(census, compiled, `${seed} ${question} ${answer}`, sizes).map((effect) => usual + effect)
  })
  const probabilities = new Float64Array(census.people.length * answers.length)
  for (const cell of census.people.keys())
    probabilities.set(softmax(pulls.map((pull) => at(pull, cell))), cell * answers.length)
  return { question, answers, isScale: false, probabilities }
}

/**
 * One number per cell: the effects of its borough, its area, its groups, and of each group in this area, summed. Over
 * all people their mean is 0.
 *
 * @param sizes  standard deviations of the effects of areas (boroughs half of it), groups, and groups within an area
 */
export function cellEffects(
  { areas, dimensions, combinations, people, categoryOf }: Census,
  { geography }: Compiled,
  seed: string,
  sizes: { area: number; group: number; meeting: number },
): Float64Array {
  const parentOf = new Map(geography.areas.map(({ id, parent }) => [id, parent]))
  const effect = (...keys: string[]) => normal(randomFrom(seed, ...keys))
  const groups = dimensions.map(({ demographic, categories }) =>
    categories.map((category) => sizes.group * effect('group', demographic.id, category)),
  )
  const effects = new Float64Array(people.length)
  for (const [a, area] of areas.entries()) {
    const here = sizes.area * (0.5 * effect('parent', parentOf.get(area) ?? '') + effect('area', area))
    const meetings = dimensions.map(({ demographic, categories }) =>
      categories.map((category) => sizes.meeting * effect('meeting', area, demographic.id, category)),
    )
    for (let c = 0; c < combinations; c++)
      effects[a * combinations + c] = dimensions.reduce((sum, _, d) => {
        const category = categoryOf(c, d)
        return sum + at(at(groups, d), category) + at(at(meetings, d), category)
      }, here)
  }
  const mean = weightedMean(effects, people)
  return effects.map((effect) => effect - mean)
}

function weightedMean(values: Float64Array, weights: Float64Array): number {
  let [sum, weight] = [0, 0]
  for (const [i, value] of values.entries()) {
    sum += value * at(weights, i)
    weight += at(weights, i)
  }
  return sum / weight
}

const logit = (share: number) => Math.log(share / (1 - share))
const logistic = (value: number) => 1 / (1 + Math.exp(-value))
