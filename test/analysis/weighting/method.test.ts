import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighSample } from '#analysis/weigh-sample.ts'
import type { Method } from '#analysis/weighting/method.ts'
import { lettered, margin, oneArea, randomSamples } from '../sample.ts'

const ones = (rows: number) => new Float64Array(rows).fill(1)
const wide = [0.01, 30] as const
const methods: Method[] = [
  { kind: 'raking' },
  { kind: 'linear' },
  { kind: 'truncated-linear', bounds: wide },
  { kind: 'logit', bounds: wide },
]

test.each(methods)('with one margin $kind calibration is post-stratification', (method) => {
  const { weights } = weighSample({ baseWeights: ones(3), areas: oneArea(3) }, [margin('sex', 'ffm', [30, 20])], {
    method,
  })
  expect([...weights]).toEqual([15, 15, 20].map((weight) => expect.closeTo(weight, 7)))
})

test('linear calibration solves one linear equation', () => {
  // Four cells of weight 1 with sex 3 : 1 and age 3 : 1 of 4. g = 1 + a ± b: Σ over women = 2 (1 + b) = 3, b = 1/2, and
  // the same for the old: the cells are 1 ± 1/2 ± 1/2, that is 2, 1, 1 and 0.
  const sample = { baseWeights: ones(4), areas: oneArea(4) }
  const margins = [margin('sex', 'ffmm', [3, 1]), margin('age', 'oyoy', [3, 1])]
  const by = (method: Method) => () => weighSample(sample, margins, { method, trim: 'none' })
  expect(by({ kind: 'linear' })).toThrow('The calibration makes 1 of the weights 0 or less')
  const within = by({ kind: 'truncated-linear', bounds: [0.25, 4] })().weights
  expect([...within]).toEqual([2.25, 0.75, 0.75, 0.25].map((weight) => expect.closeTo(weight, 8)))
  // Raking keeps the odds ratio of 1, and so multiplies the shares: 3/4 · 3/4 of 4, and so on. Here both agree.
  expect([...by({ kind: 'raking' })().weights]).toEqual(
    [2.25, 0.75, 0.75, 0.25].map((weight) => expect.closeTo(weight, 7)),
  )
  const milder = [margin('sex', 'ffmm', [2.5, 1.5]), margin('age', 'oyoy', [2.4, 1.6])]
  const { weights } = weighSample(sample, milder, { method: { kind: 'linear' }, trim: 'none' })
  expect([...weights]).toEqual([1.45, 1.05, 0.95, 0.55].map((weight) => expect.closeTo(weight, 10)))
})

test('negative weights are refused where the sample has most too many', () => {
  const sample = { baseWeights: ones(4), areas: oneArea(4) }
  const margins = [margin('sex', 'ffmm', [3.6, 0.4]), margin('age', 'oyoy', [3.5, 0.5])]
  expect(() => weighSample(sample, margins, { method: { kind: 'linear' } })).toThrow(
    expect.objectContaining({ code: 'bad-weight', variable: 'sex', category: 'm' }),
  )
})

test('bounds that cannot be kept are refused by category, with how far it stays off', () => {
  const margins = [margin('sex', 'fffm', [20, 20])]
  const method: Method = { kind: 'logit', bounds: [0.5, 1.5] }
  expect(() => weighSample({ baseWeights: ones(4), areas: oneArea(4) }, margins, { method })).toThrow(
    expect.objectContaining({
      code: 'not-converged',
      variable: 'sex',
      category: 'm', // 10 · 1.5 of 20: a quarter is missing
      message: expect.stringMatching(/with factors between 0.5 and 1.5: .* "sex" = "m" \(off by 25 %\)/),
    }),
  )
})

test.each([
  [1.1, 2],
  [0.5, 0.9],
  [-1, 2],
  [0.5, Infinity],
] as const)('bounds from %d to %d are refused', (low, high) => {
  const method: Method = { kind: 'truncated-linear', bounds: [low, high] }
  const weigh = () =>
    weighSample({ baseWeights: ones(3), areas: oneArea(3) }, [margin('sex', 'ffm', [3, 1])], { method })
  expect(weigh).toThrow(expect.objectContaining({ code: 'bad-option' }))
})

test.each(methods)(
  '$kind calibration meets every margin, and its weights are the product of their factors',
  (method) => {
    fc.assert(
      fc.property(randomSamples(), ({ baseWeights, areas, margins }) => {
        fc.pre(method.kind !== 'linear' || isPositive(() => weighSample({ baseWeights, areas }, margins, { method })))
        const { weights, factors, diagnostics } = weighSample({ baseWeights, areas }, margins, { method })
        expect(diagnostics.worst.error).toBeLessThanOrEqual(1e-8)
        weights.forEach((weight, row) => {
          expect(weight).toBeGreaterThan(0)
          expect(factors.base[row]! * factors.calibration[row]! * factors.trim[row]!).toBeCloseTo(weight, 9)
        })
        if ('bounds' in method) {
          expect(diagnostics.minG).toBeGreaterThanOrEqual(method.bounds[0] - 1e-9)
          expect(diagnostics.maxG).toBeLessThanOrEqual(method.bounds[1] + 1e-9)
        }
      }),
      { numRuns: 30 },
    )
  },
)

function isPositive(weigh: () => unknown): boolean {
  try {
    weigh()
    return true
  } catch {
    return false
  }
}

test('a margin within an area leaves the others alone, and is named when it cannot be met', () => {
  const areas = lettered('area', 'xxxxyyyy')
  const city = margin('area', 'xxxxyyyy', [40, 40])
  const inX = { ...margin('age in x', 'oooy....', [5, 5], 'shares'), area: 'x' }
  const { weights, diagnostics } = weighSample({ baseWeights: ones(8), areas }, [city, inX], { trim: 'none' })
  expect([...weights]).toEqual([20 / 3, 20 / 3, 20 / 3, 20, 10, 10, 10, 10].map((weight) => expect.closeTo(weight, 5)))
  expect(diagnostics.margins[1]).toMatchObject({ variable: 'age in x', area: 'x' })
  const fewOld = { ...inX, targets: Float64Array.of(3, 7) }
  const bounded = () =>
    weighSample({ baseWeights: ones(8), areas }, [city, fewOld], { method: { kind: 'logit', bounds: [0.9, 1.2] } })
  // 3 · 0.9 old ones beside 1.2 young ones are 69 % in place of 30 %.
  expect(bounded).toThrow(
    expect.objectContaining({ area: 'x', message: expect.stringContaining('"o" of area "x" (off by 130 %)') }),
  )
  const nobody = { ...margin('age in x', 'oooo....', [5], 'shares'), area: 'x', labels: ['o', 'y'] }
  const empty = () =>
    weighSample({ baseWeights: ones(8), areas }, [city, { ...nobody, targets: Float64Array.of(5, 5) }])
  expect(empty).toThrow(
    expect.objectContaining({ code: 'empty-category', variable: 'age in x', category: 'y', area: 'x' }),
  )
})
