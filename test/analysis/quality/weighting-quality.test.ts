import { expect, test } from 'vitest'
import { marginMisses } from '#analysis/quality/margin-misses.ts'
import { weightSpread } from '#analysis/quality/weight-spread.ts'
import { weightingConcerns } from '#analysis/quality/weighting-concerns.ts'

test('weights are counted as multiples of their mean, and nobody is lost', () => {
  // Mean of 1, 2, 3, 14 is 5: multiples 0.2, 0.4, 0.6, 2.8. The zero is nobody.
  const { bins, ...spread } = weightSpread(Float64Array.of(2, 0, 14, 1, 3), 0.5, 2)
  expect(bins).toEqual([
    { from: 0, to: 0.5, count: 2 },
    { from: 0.5, to: 1, count: 1 },
    { from: 1, to: 1.5, count: 0 },
    { from: 1.5, to: 2, count: 0 },
    { from: 2, to: undefined, count: 1 },
  ])
  expect(spread).toMatchObject({ respondents: 4, mean: 5, least: 0.2, median: 0.5, most: 2.8 })
})

test('weights that are none are refused', () => {
  expect(() => weightSpread(Float64Array.of(0, 0))).toThrow(expect.objectContaining({ code: 'no-weight' }))
  expect(() => weightSpread(Float64Array.of(1, NaN))).toThrow('"weight" is NaN in row 1.')
})

const row = (category: string, before: number, target: number) => ({
  category,
  respondents: 10,
  before,
  target,
  after: target,
  error: 0,
})

test('misses are told from the largest, and those of less than a point are none', () => {
  const margins = [
    {
      variable: 'age',
      rows: [row('old', 0.8, 0.64), row('young', 0.1, 0.3), row('other', 0.1, 0.06)],
      missing: 0,
      notInUniverse: 0,
    },
    { variable: 'sex', rows: [row('women', 0.505, 0.5), row('men', 0.495, 0.5)], missing: 0, notInUniverse: 0 },
  ]
  const misses = marginMisses(margins)
  expect(misses.map(({ variable, category, before, target }) => [variable, category, before, target])).toEqual([
    ['age', 'young', 0.1, 0.3],
    ['age', 'old', 0.8, 0.64],
    ['age', 'other', 0.1, 0.06],
  ])
})

const sound = {
  margins: [{ variable: 'age', rows: [], missing: 0.1, notInUniverse: 0 }],
  designEffect: 2,
  areas: [{ area: '1', respondents: 50, designEffect: 2.5, nEffective: 20 }],
  trimmed: { shareOfRows: 0.02, shareOfWeight: 0.05, settled: true, rounds: 1 },
}

test('nothing is said where all limits hold, and each is named where it does not', () => {
  expect(weightingConcerns(sound)).toEqual([])
  expect(
    weightingConcerns({
      margins: [{ variable: 'age', rows: [], missing: 0.11, notInUniverse: 0 }],
      designEffect: 2.1,
      areas: [{ area: '7', respondents: 50, designEffect: 2.6, nEffective: 19 }],
      trimmed: { shareOfRows: 0.03, shareOfWeight: 0.06, settled: false, rounds: 10 },
    }),
  ).toEqual([
    { kind: 'missing', variable: 'age', share: 0.11, limit: 0.1 },
    { kind: 'many-trimmed', share: 0.03, limit: 0.02 },
    { kind: 'much-weight-trimmed', share: 0.06, limit: 0.05 },
    { kind: 'trimming-not-settled', rounds: 10 },
    { kind: 'unequal-weights', designEffect: 2.1, limit: 2 },
    { kind: 'unequal-areas', areas: ['7'], limit: 2.5 },
  ])
})
