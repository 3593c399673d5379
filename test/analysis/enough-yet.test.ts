import { expect, test } from 'vitest'
import { enoughYet } from '#analysis/enough-yet.ts'
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { modelAreas } from '#analysis/model-areas.ts'
import { answersFor, answersForModel, perAnswer } from '#analysis/sample-size.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { inventCity } from '../bench/invented-city.ts'
import { direct } from './area-estimates.ts'

const measuresOf = (items: ReturnType<typeof inventCity>['items']): Measure[] => [
  { kind: 'support', name: 'support', items },
  { kind: 'polarization', name: 'discord', items },
]
const fielded = (respondents: number) => inventCity({ areas: 20, respondents, seed: 2, items: 2 })

test('a share of one half needs 97 answers for ten points either way, and 25 for twenty', () => {
  // 1.96² · 0.25 / 0.1² = 96.04; a fourth of it for twice the width
  expect(answersFor({ n: 0, variance: 0.25, halfWidth: 0.1 })).toBe(97)
  expect(answersFor({ n: 60, variance: 0.25, halfWidth: 0.1 })).toBe(37)
  expect(answersFor({ n: 0, variance: 0.25, halfWidth: 0.2 })).toBe(25)
  expect(answersFor({ n: 500, variance: 0.25, halfWidth: 0.1 })).toBe(1)
})

test('where areas are alike the model needs fewer answers, and with the areas far apart as many', () => {
  const variance = 0.25
  const asked = (between: number, n: number) => {
    const gamma = n > 0 ? between / (between + variance / n) : 0
    const mse = n > 0 ? (gamma * variance) / n : between
    return answersForModel({ n, mse, gamma, variance, halfWidth: 0.1, between })
  }
  // w = (0.1 / 1.96)² = 0.0026031; A = 0.01: n = 0.25 · (0.01 − w) / (0.01 · w) = 71.04
  expect(asked(0.01, 0)).toBe(72)
  expect(asked(0.01, 30)).toBe(42)
  expect(asked(100, 0)).toBe(97)
  // So little between areas that the model alone would do.
  expect(asked(0.001, 10)).toBe(1)
})

test('an area where nobody has answered counts like the middle one', () => {
  const areas = [
    direct(0.5, 0.05, 100),
    direct(0.5, 0.1, 100),
    direct(0.5, 0.2, 100),
    { status: 'empty', n: 0 } as const,
  ]
  const expected = [0.25, 1, 4, 1] // se² · n
  perAnswer(areas, undefined).forEach((value, a) => expect(value).toBeCloseTo(expected[a]!, 12))
})

test('what is said is what weighing, estimating and modelling say', () => {
  const { baseWeights, areas, margins, items, populations } = fielded(2000)
  const measures = measuresOf(items)
  const found = enoughYet({ baseWeights, areas }, margins, measures, { halfWidth: 0.1, populations })
  const weighed = weighSample({ baseWeights, areas }, margins)
  const estimates = estimateAreas(weighed, areas, measures)
  expect(found).toMatchObject({ decidedBy: 'modelled', interviews: 2000, nEffective: weighed.diagnostics.nEffective })
  estimates.forEach((measure, m) => {
    const model = modelAreas(measure, { populations })
    found.areas.forEach((area, a) => {
      const [own, modelled] = [measure.areas[a]!, model.areas[a]!]
      if (own.status === 'empty' || modelled.status === 'unpopulated') throw new Error('People answer everywhere here')
      expect(area.interviews).toBe(areas.codes.filter((code) => code === a).length)
      expect(area.measures[m]!.direct).toMatchObject({ n: own.n, halfWidth: (own.high - own.low) / 2 })
      expect(area.measures[m]!.modelled).toMatchObject({ halfWidth: (modelled.high - modelled.low) / 2 })
    })
  })
  for (const { status, more, measures, interviews } of found.areas) {
    const isNarrow = measures.every(({ modelled }) => modelled!.halfWidth <= 0.1)
    expect(status === 'there').toBe(isNarrow && interviews >= 30 && more === 0)
  }
  expect(found.more).toBe(found.areas.reduce((sum, { more }) => sum + more, 0))
  expect(found.there + found.short).toBe(20)
})

test('a forecast from 2,000 interviews is borne out by 8,000', () => {
  const [few, many] = [fielded(2000), fielded(8000)]
  const later = enoughYet(many, many.margins, measuresOf(many.items), { halfWidth: 1, populations: many.populations })
  for (const m of [0, 1])
    for (const by of ['direct', 'modelled'] as const) {
      const ratios = later.areas.map((area, a) => {
        const halfWidth = area.measures[m]![by]!.halfWidth
        const now = enoughYet(few, few.margins, measuresOf(few.items), { halfWidth, populations: few.populations })
        const { interviews, measures } = now.areas[a]!
        return (interviews + measures[m]![by]!.more) / area.interviews
      })
      const middle = ratios.sort((a, b) => a - b)[10]!
      expect(middle, `${by} ${m}`).toBeGreaterThan(0.75)
      expect(middle, `${by} ${m}`).toBeLessThan(1.3)
    }
})

test('a wide enough interval is there, but for the limits on what is published', () => {
  const { baseWeights, areas, margins, items, populations } = fielded(700)
  const ask = (limits: object, people = populations) =>
    enoughYet({ baseWeights, areas }, margins, measuresOf(items), { halfWidth: 0.9, populations: people, limits })
  expect(ask({ minRespondents: 1, minEffective: 1 })).toMatchObject({ there: 20, short: 0, more: 0 })
  const strict = ask({ minRespondents: 40, minEffective: 1 })
  for (const { interviews, more } of strict.areas) expect(more).toBe(Math.max(0, 40 - interviews))
  const effective = ask({ minRespondents: 1, minEffective: 60 })
  for (const { interviews, nEffective, more } of effective.areas)
    expect(nEffective + (more * nEffective) / interviews).toBeGreaterThanOrEqual(60 - 1e-9)
  // Where too few live, no number of interviews would show anything.
  const small = ask({ minRespondents: 40, minPopulation: 1e9 })
  expect(small).toMatchObject({ there: 0, short: 0, more: 0 })
  expect(new Set(small.areas.map(({ status }) => status))).toEqual(new Set(['few-residents']))
})

test('with too few areas for a model the direct estimates decide', () => {
  const { baseWeights, areas, margins, items } = inventCity({ areas: 4, respondents: 600, seed: 2, items: 1 })
  const found = enoughYet({ baseWeights, areas }, margins, measuresOf(items), { halfWidth: 0.05 })
  expect(found.decidedBy).toBe('direct')
  expect(found.short).toBe(4)
  expect(found.areas[0]!.measures[0]!.modelled).toBeUndefined()
  expect(found.areas[0]!.more).toBe(Math.max(...found.areas[0]!.measures.map(({ direct }) => direct!.more)))
})

test('a half-width of nothing is refused', () => {
  const { baseWeights, areas, margins, items } = fielded(700)
  const ask = () => enoughYet({ baseWeights, areas }, margins, measuresOf(items), { halfWidth: 0 })
  expect(ask).toThrow(/cannot be reached/)
})
