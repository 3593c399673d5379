import type { Study } from '#instruments/engine/study.ts'
import { at } from './at.ts'
import type { Leanings } from './attitudes.ts'
import type { Census } from './census.ts'

/**
 * What is true of an area's residents. Of a score: net support, support and, from four answers on, polarization, each
 * the mean over its items (the study's `measures`); of a share: every answer's share. Shares lie in 0..1, net in -1..1.
 */
export type Figures = {
  readonly adults: number
  readonly measures: Readonly<
    Record<
      string,
      | { readonly net: number; readonly support: number; readonly polarization?: number }
      | { readonly shares: Readonly<Record<string, number>> }
    >
  >
}

export type Truth = {
  readonly basis: string
  readonly city: Figures
  readonly areas: Readonly<Record<string, Figures>>
}

/**
 * What is true of everyone in a census. It is exact and owes nothing to who was interviewed: each cell's people times the
 * probability of each answer there, summed. Estimates of a sample drawn from the cells scatter around these figures.
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
  const measures = study.measures.map((measure) => {
    if (measure.kind === 'share')
      return [measure.id, { shares: Object.fromEntries(sharesOf(measure.question)) }] as const
    const items = measure.items.map(({ question }) => scores([...sharesOf(question).values()]))
    const fine = items.filter((_, i) => at(measure.items, i).scale.length >= 4)
    return [
      measure.id,
      {
        net: mean(items.map(({ net }) => net)),
        support: mean(items.map(({ support }) => support)),
        ...(fine.length > 0 && { polarization: mean(fine.map(({ polarization }) => polarization)) }),
      },
    ] as const
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
export function scores(shares: readonly number[]): { support: number; net: number; polarization: number } {
  const x = shares.map((_, k) => k / (shares.length - 1))
  const sum = (of: (x: number, share: number) => number) =>
    shares.reduce((total, share, k) => total + of(at(x, k), share), 0)
  const support = sum((x, share) => (x > 0.5 ? share : 0))
  const against = sum((x, share) => (x < 0.5 ? share : 0))
  const mean = sum((x, share) => x * share)
  return { support, net: support - against, polarization: 4 * sum((x, share) => (x - mean) ** 2 * share) }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
