import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { Estimate } from '#analysis/estimates/estimate.ts'
import { publishAll } from '#analysis/quality/publication.ts'
import type { Parts } from '#analysis/quality/singled-out.ts'
import { isDetermined } from './is-determined.ts'

const estimate = (n: number, more: Partial<Estimate> = {}): Estimate => ({
  status: 'estimated',
  n,
  estimate: 0.2,
  se: 0.05,
  low: 0.1,
  high: 0.3,
  interval: 'logit',
  df: 100,
  designEffect: 1,
  nEffective: n,
  nKish: n,
  sameAnswer: 0.5,
  ...more,
})
const empty = { status: 'empty', n: 0 } as const

const measure = (
  kind: MeasureEstimates['kind'],
  areas: MeasureEstimates['areas'],
  city = estimate(900),
): MeasureEstimates => ({ name: kind, kind, level: 0.95, city, areas, parents: [] })

/** What is withheld in each area, measure by measure: "·" shown, "x" withheld for itself, "p" to protect another. */
const picture = (measures: readonly MeasureEstimates[], sums: readonly Parts[]) =>
  publishAll(measures, sums).map(({ areas }) =>
    areas.map((area) => (area.status === 'published' ? '·' : area.reason === 'protects-another' ? 'p' : 'x')).join(''),
  )

const thin = { nEffective: 29 }

test('a withheld question of a score takes along the one with the fewest answers, in two areas', () => {
  const score = measure('net', [estimate(100), estimate(80), estimate(90)])
  const items = [
    measure('net', [estimate(110), estimate(80), estimate(90)]),
    measure('net', [estimate(100), estimate(85, thin), estimate(95)]),
    measure('net', [estimate(120), estimate(90), estimate(99)]),
  ]
  // The second question alone could be worked out from the score and the others, and from the city and other areas.
  expect(picture([score, ...items], [{ whole: 0, parts: [1, 2, 3] }])).toEqual(['···', '·pp', '·xp', '···'])
})

const thinRow = [estimate(100), estimate(80), estimate(12), estimate(25)]

test('a withheld score takes a question along, or it could be worked out from all of them', () => {
  const score = measure('net', thinRow.with(1, estimate(80, thin)))
  const items = [measure('net', thinRow.with(1, estimate(90))), measure('net', thinRow)]
  expect(picture([score, ...items], [{ whole: 0, parts: [1, 2] }])).toEqual(['·xxx', '··xx', '·pxx'])
})

test('the only question of a score is withheld together with it', () => {
  const items = [measure('net', thinRow), measure('net', thinRow.with(1, estimate(80, thin)))]
  expect(picture(items, [{ whole: 0, parts: [1] }])).toEqual(['·pxx', '·xxx'])
})

test('of the choices of a question, the least named one goes with a withheld one', () => {
  const share = (of: number, more: Partial<Estimate> = {}) =>
    measure('share', [estimate(45, { estimate: of, se: 0.02, ...more }), estimate(99), estimate(12), estimate(25)])
  const choices = [share(0.96, { sameAnswer: 0.96 }), share(0.03), share(0.01)]
  expect(picture(choices, [{ parts: [0, 1, 2] }])).toEqual(['x·xx', '··xx', 'p·xx'])
})

test('the choices of a question are shown or withheld together for their effective sample, as it is for the question', () => {
  const share = (of: number, se: number) =>
    measure('share', [estimate(45, { estimate: of, se, nEffective: (of * (1 - of)) / se ** 2 }), estimate(99)])
  // 0.8 · 0.2 / 0.06² = 44 and 0.1 · 0.9 / 0.06² = 25 each; together (0.16 + 0.09 + 0.09) / (3 · 0.06²) = 31
  expect(picture([share(0.8, 0.06), share(0.1, 0.06), share(0.1, 0.06)], [{ parts: [0, 1, 2] }])).toEqual([
    '··',
    '··',
    '··',
  ])
  // 0.34 / (3 · 0.062²) = 29, though the first alone has 42
  expect(
    picture([share(0.8, 0.062), share(0.1, 0.062), share(0.1, 0.062)], [{ parts: [0, 1, 2] }]).map(([area]) => area),
  ).toEqual(['x', 'x', 'x'])
})

test('where nobody answered one of the questions there is no score to work the others out from', () => {
  const items = [
    measure('net', [estimate(100), estimate(12), estimate(12)]),
    measure('net', [estimate(90), empty, empty]),
  ]
  expect(picture([measure('net', [estimate(90), empty, empty]), ...items], [{ whole: 0, parts: [1, 2] }])).toEqual([
    'pxx',
    'pxx',
    'pxx',
  ])
})

const scores = fc.record({
  members: fc.integer({ min: 2, max: 5 }),
  hasWhole: fc.boolean(),
  grid: fc.array(
    fc.array(fc.record({ n: fc.integer({ min: 20, max: 60 }), isThin: fc.boolean() }), { minLength: 5, maxLength: 5 }),
    { minLength: 1, maxLength: 7 },
  ),
})

test('no withheld figure of a score or question can be solved from all that is published', () => {
  fc.assert(
    fc.property(scores, ({ members: count, hasWhole, grid }) => {
      const members = [...Array(count).keys()]
      const measures = members.map((m) =>
        measure(
          'net',
          grid.map((row) => estimate(row[m]!.n, row[m]!.isThin ? thin : {})),
        ),
      )
      const sums = [hasWhole ? { whole: 0, parts: members.slice(1) } : { parts: members }]
      const published = publishAll(measures, sums)
      const places = [...grid.keys(), 'city' as const]
      const unknown = places.flatMap((place) =>
        members
          .filter((m) => (place === 'city' ? published[m]!.city : published[m]!.areas[place]!).status === 'withheld')
          .map((m) => ({ m, place })),
      )
      // Weights aside, each place's parts sum to its whole, and each measure's areas to the city.
      const known = [
        ...places.map((place) => unknown.map((figure) => Number(figure.place === place))),
        ...members.map((m) => unknown.map((figure) => Number(figure.m === m))),
      ]
      unknown.forEach(({ m, place }, i) => {
        if (place === 'city' || !(grid[place]![m]!.isThin || grid[place]![m]!.n < 30)) return
        const everythingHidden = unknown.length === places.length * members.length
        if (!everythingHidden) expect(isDetermined(known, i, unknown.length)).toBe(false)
      })
    }),
    { numRuns: 500 },
  )
})
