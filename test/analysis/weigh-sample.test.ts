import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighSample } from '#analysis/weigh-sample.ts'
import { lettered, margin, oneArea, randomSamples } from './sample.ts'

const ones = (rows: number) => new Float64Array(rows).fill(1)
const rounded = (values: Float64Array) => Array.from(values, (value) => Number(value.toFixed(6)))

test('one margin is met by dividing each count among its rows', () => {
  // 30 women among two rows, 20 men among one
  const { weights } = weighSample({ baseWeights: ones(3), areas: oneArea(3) }, [
    margin('sex', 'wwm'.replaceAll('w', 'f'), [30, 20]),
  ])
  expect([...weights]).toEqual([15, 15, 20])
})

test('two margins of a two-by-two table keep the odds ratio of the base weights', () => {
  const { weights } = weighSample({ baseWeights: Float64Array.of(4, 1, 1, 4), areas: oneArea(4) }, [
    margin('sex', 'ffmm', [60, 40]),
    margin('age', 'oyoy', [70, 30]),
  ])
  const [fo = 0, fy = 0, mo = 0, my = 0] = weights
  expect([fo + fy, mo + my, fo + mo, fy + my].map((sum) => Number(sum.toFixed(5)))).toEqual([60, 40, 70, 30])
  expect((fo * my) / (fy * mo)).toBeCloseTo(16, 6) // 4 · 4 / (1 · 1)
})

test('rows that did not tell their race keep what the areas give them', () => {
  const { weights } = weighSample({ baseWeights: ones(5), areas: oneArea(5) }, [
    margin('area', 'aaaaa', [100]),
    margin('race', 'xxyy-', [30, 70], 'shares'),
  ])
  const [x1 = 0, x2 = 0, y1 = 0, y2 = 0, untold = 0] = weights
  expect(x1 + x2 + y1 + y2 + untold).toBeCloseTo(100)
  expect((x1 + x2) / (x1 + x2 + y1 + y2)).toBeCloseTo(0.3) // the share among those who told
  // Closest to equal weights with factors 0.6ᵗ 1.4¹⁻ᵗ … : x scaled by 0.3/0.5, y by 0.7/0.5, their weighted log mean is 0.
  const level = 0.6 ** 0.3 * 1.4 ** 0.7
  expect(x1 / untold).toBeCloseTo(0.6 / level, 6)
  expect(y1 / untold).toBeCloseTo(1.4 / level, 6)
})

test('an 18-year-old is not raked to the education of people over 25', () => {
  const { weights, diagnostics } = weighSample({ baseWeights: ones(6), areas: oneArea(6) }, [
    margin('area', 'aaaaaa', [600]),
    margin('age', 'yyoooo', [450, 150]),
    margin('education', '..ddnn', [80, 20], 'shares'),
  ])
  expect(rounded(weights.subarray(0, 2))).toEqual([75, 75])
  expect(weights[2]! / weights[4]!).toBeCloseTo(4)
  expect(diagnostics.margins[2]).toMatchObject({ missing: 0, notInUniverse: 2 / 6 })
})

test('a row with base weight 0 stays 0 and is not a respondent', () => {
  const { weights, factors, diagnostics } = weighSample({ baseWeights: Float64Array.of(1, 0, 1), areas: oneArea(3) }, [
    margin('sex', 'ffm', [30, 20]),
  ])
  expect([...weights]).toEqual([30, 0, 20])
  expect(factors.calibration[1]).toBe(1)
  expect(diagnostics.respondents).toBe(2)
})

test('without counts the weights keep the sum of the base weights', () => {
  const { weights } = weighSample({ baseWeights: ones(4), areas: oneArea(4) }, [margin('sex', 'fff-', [1], 'shares')])
  expect(weights.reduce((sum, weight) => sum + weight)).toBeCloseTo(4)
})

test('every margin is met, every weight is positive and the product of its factors', () => {
  fc.assert(
    fc.property(randomSamples(), ({ baseWeights, areas, margins }) => {
      const { weights, factors, diagnostics } = weighSample({ baseWeights, areas }, margins)
      expect(diagnostics.worst.error).toBeLessThanOrEqual(1e-8)
      weights.forEach((weight, row) => {
        expect(weight).toBeGreaterThan(0)
        expect(factors.base[row]! * factors.calibration[row]! * factors.trim[row]!).toBeCloseTo(weight, 9)
      })
    }),
    { numRuns: 60 },
  )
})

test('the scale of the base weights and the order of the rows change nothing', () => {
  fc.assert(
    fc.property(
      randomSamples(),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      ({ baseWeights, areas, margins }, scale) => {
        const { weights } = weighSample({ baseWeights, areas }, margins)
        const turned = {
          baseWeights: baseWeights.toReversed().map((weight) => weight * scale),
          areas: { ...areas, codes: areas.codes.toReversed() },
        }
        const again = weighSample(
          turned,
          margins.map((each) => ({ ...each, codes: each.codes.toReversed() })),
        ).weights.toReversed()
        weights.forEach((weight, row) => expect(again[row]! / weight).toBeCloseTo(1, 6))
      },
    ),
    { numRuns: 40 },
  )
})

test('trimming brings in the extreme weights and still meets the margins', () => {
  const rows = 82
  const baseWeights = ones(rows)
  baseWeights[0] = 40
  const letters = 'fm'.repeat(rows / 2)
  const { weights, factors, diagnostics } = weighSample({ baseWeights, areas: oneArea(rows) }, [
    margin('area', 'a'.repeat(rows), [1000]),
    margin('sex', letters, [500, 500]),
  ])
  const median = [...weights].sort((a, b) => a - b)[rows / 2]!
  expect(weights[0]! / median).toBeLessThan(6)
  expect(factors.trim[0]).toBeLessThan(0.5)
  expect(diagnostics.worst.error).toBeLessThanOrEqual(1e-8)
  expect(diagnostics.trimmed).toMatchObject({ settled: true, shareOfRows: 1 / 82 })
})

test('an area without people or respondents is listed and harms nobody', () => {
  const areas = { variable: 'area', labels: ['town', 'park'], codes: Int32Array.of(0, 0) }
  const { diagnostics } = weighSample({ baseWeights: ones(2), areas }, [
    { ...areas, targets: Float64Array.of(50, 0), targetsAre: 'counts' },
  ])
  expect(diagnostics.unpopulated).toEqual(['park'])
  expect(diagnostics.areas).toEqual([
    { area: 'town', respondents: 2, designEffect: 1, nEffective: 2 },
    { area: 'park', respondents: 0, designEffect: 1, nEffective: 0 },
  ])
})

test('categories are merged by rule and every merge is reported', () => {
  const age = {
    ...margin('age', 'aabbc', [40, 40, 20]),
    collapse: { by: 'order', minRespondents: 2, minShare: 0 } as const,
  }
  const { weights, diagnostics } = weighSample({ baseWeights: ones(5), areas: oneArea(5) }, [age])
  expect(diagnostics.collapsed).toEqual([{ variable: 'age', category: 'c', into: 'b', respondents: 1, share: 0.2 }])
  expect(rounded(weights)).toEqual([20, 20, 20, 20, 20])
  expect(lettered('age', 'ab').labels).toEqual(['a', 'b'])
})
