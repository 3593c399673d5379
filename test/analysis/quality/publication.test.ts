import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { Estimate } from '#analysis/estimates/estimate.ts'
import { complement } from '#analysis/quality/complement.ts'
import { publish } from '#analysis/quality/publication.ts'
import { isDetermined } from './is-determined.ts'

const estimate = (n: number, more: Partial<Estimate> = {}): Estimate => ({
  status: 'estimated',
  n,
  estimate: 0.5,
  se: 0.05,
  low: 0.4,
  high: 0.6,
  interval: 'logit',
  df: n - 1,
  designEffect: 1.2,
  nEffective: n / 1.2,
  nKish: n,
  sameAnswer: 0.5,
  ...more,
})

const measure = (areas: MeasureEstimates['areas'], parents: MeasureEstimates['parents'] = []): MeasureEstimates => ({
  name: 'support',
  kind: 'support',
  level: 0.95,
  city: estimate(900),
  areas,
  parents,
})

const reasons = (areas: MeasureEstimates['areas'], places = {}, limits = {}) =>
  publish(measure(areas), places, limits).areas.map((area) => (area.status === 'withheld' ? area.reason : 'published'))

test('a place is withheld for the first limit it fails, and its figures are gone', () => {
  const areas = [
    estimate(300),
    estimate(29),
    { status: 'empty', n: 0 } as const,
    estimate(40, { sameAnswer: 0.96 }),
    estimate(32),
    estimate(300, { high: 0.9 }),
  ]
  expect(reasons(areas, {}, { maxWidth: 0.4 })).toEqual([
    'published',
    'few-respondents',
    'no-answers',
    'same-answer',
    'small-effective-sample',
    'too-uncertain',
  ])
  expect(publish(measure(areas)).areas[1]).toEqual({ status: 'withheld', reason: 'few-respondents' })
})

test('unpopulated and nearly unpopulated areas are never shown', () => {
  const areas = [estimate(300), { status: 'empty', n: 0 } as const, estimate(300), estimate(300)]
  expect(reasons(areas, { populations: Float64Array.of(9000, 0, 499, 9000) })).toEqual([
    'protects-another',
    'unpopulated',
    'few-residents',
    'published',
  ])
})

test('one withheld area takes the next smallest with it, since totals are published', () => {
  expect(reasons([estimate(300), estimate(12), estimate(80), estimate(90)])).toEqual([
    'published',
    'few-respondents',
    'protects-another',
    'published',
  ])
})

test('withheld areas that together have too few respondents take a third with them', () => {
  // 10 and 12 would leave a remainder of 22 people to compute.
  expect(reasons([estimate(10), estimate(12), estimate(80), estimate(90)]).slice(2)).toEqual([
    'protects-another',
    'published',
  ])
})

const systems = fc
  .record({
    areas: fc.array(fc.record({ n: fc.integer({ min: 0, max: 120 }), parent: fc.integer({ min: -1, max: 3 }) }), {
      minLength: 1,
      maxLength: 14,
    }),
    withParents: fc.boolean(),
  })
  .map(({ areas, withParents }) => {
    const parentOf = areas.map(({ parent }) => (withParents ? parent : -1))
    const parents = withParents ? [0, 1, 2, 3] : []
    return {
      respondents: areas.map(({ n }) => n),
      withheld: areas.map(({ n }) => n < 30),
      parentOf,
      parentWithheld: parents.map(
        (parent) => areas.reduce((sum, { n }, a) => sum + (parentOf[a] === parent ? n : 0), 0) < 30,
      ),
      minRespondents: 30,
    }
  })

test('no withheld area can be solved from what is published', () => {
  fc.assert(
    fc.property(systems, (given) => {
      const hidden = complement(given)
      given.withheld.forEach((withheld, area) => withheld && expect(hidden.areas[area]).toBe(true))
      // What an attacker knows: the sum of the hidden areas of each published total.
      const unknown = given.respondents
        .map((_, area) => area)
        .filter((area) => hidden.areas[area] && given.respondents[area]! > 0)
      const open = hidden.parents.flatMap((closed, parent) => (closed ? [] : [parent]))
      const totals = [
        ...open.map((parent) => unknown.map((area) => (given.parentOf[area] === parent ? 1 : 0))),
        ...(hidden.city ? [] : [unknown.map(() => 1)]),
      ]
      unknown.forEach((area, i) => {
        if (given.withheld[area]) expect(isDetermined(totals, i, unknown.length), `area ${area}`).toBe(false)
      })
    }),
    { numRuns: 500 },
  )
})
