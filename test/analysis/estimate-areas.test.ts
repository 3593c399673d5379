import { expect, test } from 'vitest'
import { estimateAreas } from '#analysis/estimate-areas.ts'
import { answerShares } from '#analysis/discord/item.ts'
import { polarization } from '#analysis/discord/polarization.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { allRows } from '#analysis/variance/domains.ts'
import { varianceFrame } from '#analysis/variance/frame.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { areaMargin } from '#analysis/weighting/margin.ts'
import { inventCity } from '../bench/invented-city.ts'
import { lettered } from './sample.ts'

const areas = { ...lettered('area', 'aaaabbbb'), labels: ['a', 'b', 'nobody'] }
const weighed = weighSample({ baseWeights: new Float64Array(8).fill(1), areas }, [
  areaMargin(areas, Float64Array.of(40, 60, 0)),
])

test('each area has its own share, and an area without answers none', () => {
  const values = Float64Array.of(1, 1, 0, NaN, 0, 1, 0, 0)
  const [share] = estimateAreas(weighed, areas, [{ kind: 'share', name: 'crime', values }])
  // Two of three, one of four; in the city (10·2 + 15·1) / (10·3 + 15·4)
  expect(share!.areas).toMatchObject([
    { estimate: 2 / 3, n: 3, df: 2 },
    { estimate: 0.25, n: 4 },
    { status: 'empty', n: 0 },
  ])
  expect(share!.city).toMatchObject({ estimate: expect.closeTo(35 / 90, 12), n: 7 })
})

test('a measure of several items is empty where nobody answered one of them', () => {
  const items = [
    { name: 'trust', options: 5, answers: Int8Array.of(1, 5, 3, 4, 1, 2, 3, 4) },
    { name: 'respect', options: 5, answers: Int8Array.of(-1, -1, -1, -1, 5, 5, 4, 4) },
  ]
  const [net] = estimateAreas(weighed, areas, [{ kind: 'net', name: 'net', items }])
  expect(net!.areas[0]).toEqual({ status: 'empty', n: 0 })
  // trust −1 −1 0 1 → −¼, respect 1 1 1 1 → 1
  expect(net!.areas[1]).toMatchObject({ estimate: 0.375, n: 4 })
})

test('parents are estimated from the rows of their areas', () => {
  const parents = { variable: 'borough', labels: ['north', 'south'], codes: Int32Array.of(0, 0, 1) }
  const [mean] = estimateAreas(
    weighed,
    areas,
    [{ kind: 'mean', name: 'age', values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8) }],
    { parents },
  )
  expect(mean!.parents).toMatchObject([{ estimate: expect.closeTo(0.4 * 2.5 + 0.6 * 6.5, 12) }, { status: 'empty' }])
})

test('polarization is printed with the error that holds with few answers', () => {
  const items = [{ name: 'trust', options: 5, answers: Int8Array.of(1, 5, 3, 4, 1, 2, 3, 4) }]
  const [found] = estimateAreas(weighed, areas, [{ kind: 'polarization', name: 'discord', items }])
  const frame = varianceFrame(weighed.weights, surveyDesign({ rows: 8 }), weighed.calibration)
  const rows = allRows(frame)
  const { smallSampleVariance } = polarization(frame, rows, items, [answerShares(rows, frame.weights, items[0]!)!])
  expect(found!.city).toHaveProperty('se', Math.sqrt(smallSampleVariance))
})

test('a unanimous area has an interval all the same', () => {
  const [share] = estimateAreas(weighed, areas, [{ kind: 'share', name: 'yes', values: new Float64Array(8).fill(1) }])
  // Four answers, divided by the city's design effect 8 · (4·10² + 4·15²) / 100²
  const n = 4 / 1.04
  expect(share!.areas[0]).toMatchObject({ estimate: 1, se: 0, high: 1, interval: 'wilson', sameAnswer: 1 })
  expect(share!.areas[0]).toHaveProperty('low', expect.closeTo(n / (n + 3.1824463 ** 2), 5)) // t with 3 df
})

test('no number of an estimate is ever NaN, whatever the answers', () => {
  const city = inventCity({ areas: 30, respondents: 150, seed: 4, items: 2 })
  const sparse = weighSample({ baseWeights: city.baseWeights, areas: city.areas }, city.margins.slice(1))
  const kinds = ['support', 'net', 'polarization'] as const
  const gap = {
    kind: 'gap',
    name: 'gap',
    values: city.baseWeights.map((_, row) => row % 2),
    groups: city.margins[2]!,
    minAnswers: 2,
  } as const
  const found = estimateAreas(sparse, city.areas, [
    ...kinds.map((kind) => ({ kind, name: kind, items: city.items })),
    gap,
  ])
  for (const estimate of found.flatMap((measure) => [measure.city, ...measure.areas])) {
    for (const [name, value] of Object.entries(estimate))
      if (typeof value === 'number') expect(value, name).not.toBeNaN()
    if (estimate.status === 'estimated')
      expect(estimate.low <= estimate.estimate && estimate.estimate <= estimate.high).toBe(true)
  }
})
