import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { kornGraubardInterval, logitInterval, shareInterval, wilsonInterval } from '#analysis/estimates/interval.ts'

const spread = { estimate: 0.2, se: 0.04, df: 1e6, level: 0.95 }

test('the logit interval matches a hand calculation', () => {
  // logit 0.2 = −1.386294, half 1.959966 · 0.04/0.16 = 0.489992
  const { low, high } = logitInterval(spread)
  expect(low).toBeCloseTo(1 / (1 + Math.exp(1.386294 + 0.489992)), 5)
  expect(high).toBeCloseTo(1 / (1 + Math.exp(1.386294 - 0.489992)), 5)
})

test('Wilson’s interval for no success in ten has the upper limit t²/(n + t²)', () => {
  const { low, high } = wilsonInterval({ estimate: 0, se: 0, df: 1e6, level: 0.95 }, 10)
  expect(low).toBe(0)
  expect(high).toBeCloseTo(3.841466 / 13.841466, 5)
})

test('Korn and Graubard’s interval is the exact binomial one under simple random sampling', () => {
  // 2 of 10: Clopper and Pearson give 0.0252 to 0.5561
  const { low, high } = kornGraubardInterval({ estimate: 0.2, se: Math.sqrt(0.16 / 10), df: 9, level: 0.95 }, 10)
  expect(low).toBeCloseTo(0.0252107, 6)
  expect(high).toBeCloseTo(0.5560955, 6)
})

test('a share is read on the logit scale, but by Wilson when answers are few or agree', () => {
  expect(shareInterval({ ...spread, n: 30, fallbackN: 1 }).method).toBe('logit')
  expect(shareInterval({ ...spread, n: 29, fallbackN: 1 }).method).toBe('wilson')
  expect(shareInterval({ ...spread, estimate: 1, se: 0, n: 200, fallbackN: 150 })).toMatchObject({
    method: 'wilson',
    high: 1,
  })
})

test('an interval holds its estimate, keeps its range and grows with its level', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const se = fc.double({ min: 1e-6, max: 0.5, noNaN: true })
  fc.assert(
    fc.property(share, se, fc.integer({ min: 1, max: 500 }), (estimate, error, n) => {
      const narrow = shareInterval({ estimate, se: error, df: n, level: 0.8, n, fallbackN: n })
      const wide = shareInterval({ estimate, se: error, df: n, level: 0.95, n, fallbackN: n })
      expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-12)
      expect(narrow.low).toBeLessThanOrEqual(estimate + 1e-12)
      expect(narrow.high).toBeGreaterThanOrEqual(estimate - 1e-12)
      expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-12)
      expect(wide.low).toBeGreaterThanOrEqual(0)
      expect(wide.high).toBeLessThanOrEqual(1)
    }),
  )
})
