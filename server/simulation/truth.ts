import type { Study } from '#instruments/engine/study.ts'
import { at } from './at.ts'
import type { Leanings } from './attitudes.ts'
import type { Census } from './census.ts'

/** What is true of a score: net in -1..1, the others in 0..1. Polarization where an item has four answers or more. */
export type ScoreFigures = {
  readonly net: number
  readonly support: number
  readonly mean: number
  readonly polarization?: number
}

/** What is true of a place's residents, under the names of the estimates: `support`, `support.trust`, `issue`. */
export type Figures = {
  readonly adults: number
  readonly measures: Readonly<Record<string, ScoreFigures | { readonly shares: Readonly<Record<string, number>> }>>
}

export type Truth = {
  readonly basis: string
  readonly city: Figures
  readonly areas: Readonly<Record<string, Figures>>
}

/**
 * What is true of everyone in a census. It is exact and owes nothing to who was interviewed: each cell's people times
 * the probability of each answer there, summed. Estimates of a sample drawn from the cells scatter around these
 * figures; of a question behind skip logic they count everyone, as if all had been asked.
 */
export function truthOf(study: Study, census: Census, leanings: ReadonlyMap<string, Leanings>): Truth {
  const { areas, combinations, people } = census
  return {
    basis: 'People of each cell of the simulated census times the probability of each answer there, summed.',
    city: figures(study, people, leanings, 0, people.length),
    areas: Object.fromEntries(
      areas.map((area, a) => [area, figures(study, people, leanings, a * combinations, (a + 1) * combinations)]),
    ),
  }
}

function figures(
  study: Study,
  people: Float64Array,
  leanings: ReadonlyMap<string, Leanings>,
  from: number,
  to: number,
): Figures {
  const sharesOf = (question: string) => {
    const leaning = leanings.get(question)
    if (!leaning) throw new RangeError(`The simulation holds no leanings for question "${question}"`)
    const { answers, probabilities } = leaning
    const sums = answers.map(() => 0)
    for (let cell = from; cell < to; cell++)
      for (const k of answers.keys())
        sums[k] = at(sums, k) + at(people, cell) * at(probabilities, cell * answers.length + k)
    const total = sums.reduce((sum, count) => sum + count, 0)
    return new Map(answers.map((answer, k) => [String(answer), at(sums, k) / total]))
  }
  const measures = study.measures.flatMap((measure): [string, Figures['measures'][string]][] => {
    if (measure.kind === 'share') return [[measure.id, { shares: Object.fromEntries(sharesOf(measure.question)) }]]
    const items = measure.items.map(({ question }) => scores([...sharesOf(question).values()]))
    return [
      [measure.id, together(items)],
      ...items.map((item, i): [string, ScoreFigures] => [`${measure.id}.${at(measure.items, i).question}`, item]),
    ]
  })
  return {
    adults: people.subarray(from, to).reduce((sum, count) => sum + count, 0),
    measures: Object.fromEntries(measures),
  }
}

/**
 * The scores of one item whose answers 1 … K have these shares, with x = (answer - 1) / (K - 1) in 0..1.
 *
 * @returns support: the share above the middle; net: minus the share below it; polarization: four times the variance of x
 */
export function scores(shares: readonly number[]): ScoreFigures {
  const sum = (of: (x: number) => number) =>
    shares.reduce((total, share, k) => total + share * of(k / (shares.length - 1)), 0)
  const support = sum((x) => (x > 0.5 ? 1 : 0))
  const mean = sum((x) => x)
  return {
    support,
    net: support - sum((x) => (x < 0.5 ? 1 : 0)),
    mean,
    ...(shares.length >= 4 && { polarization: 4 * sum((x) => (x - mean) ** 2) }),
  }
}

/** Items count alike; averaging the items' scores, never the answers, keeps conflict in sight (statistics.md, section 9). */
function together(items: readonly ScoreFigures[]): ScoreFigures {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const graded = items.flatMap(({ polarization }) => polarization ?? [])
  return {
    net: mean(items.map(({ net }) => net)),
    support: mean(items.map(({ support }) => support)),
    mean: mean(items.map((item) => item.mean)),
    ...(graded.length > 0 && { polarization: mean(graded) }),
  }
}
