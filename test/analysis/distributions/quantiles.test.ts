import { expect, test } from 'vitest'
import { incompleteBeta } from '#analysis/distributions/incomplete-beta.ts'
import { logGamma } from '#analysis/distributions/log-gamma.ts'
import { betaQuantile, tQuantile } from '#analysis/distributions/quantiles.ts'

test('Student’s t with 1 and 2 degrees of freedom has its closed form', () => {
  for (const p of [0.6, 0.75, 0.9, 0.975, 0.999]) {
    expect(tQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(1, 12)
    expect(tQuantile(p, 2) / ((2 * p - 1) * Math.sqrt(2 / (1 - (2 * p - 1) ** 2)))).toBeCloseTo(1, 12)
  }
})

test.each([
  [0.975, 5, 2.570581835636314],
  [0.975, 30, 2.042272456301238],
  [0.95, 12, 1.782287555649159],
])('t of %d with %d degrees of freedom is as in the tables', (p, df, t) => {
  expect(tQuantile(p, df)).toBeCloseTo(t, 11)
  expect(tQuantile(1 - p, df)).toBeCloseTo(-t, 11)
})

test('with a million degrees of freedom t is normal but for (z³ + z) / (4 df)', () => {
  expect(tQuantile(0.975, 1e6)).toBeCloseTo(1.959963984540054 + 9.488986 / 4e6, 8)
})

test('the beta distribution of (a, 1) is the power xᵃ', () => {
  expect(incompleteBeta(0.3, 4, 1)).toBeCloseTo(0.3 ** 4, 14)
  expect(betaQuantile(0.2, 4, 1)).toBeCloseTo(0.2 ** 0.25, 13)
})

test('quantile and probability undo each other, also for thousands', () => {
  for (const [a, b] of [
    [0.5, 8000],
    [12.5, 3.25],
    [4000, 6000],
  ] as const)
    for (const p of [1e-6, 0.025, 0.5, 0.975]) expect(incompleteBeta(betaQuantile(p, a, b), a, b) / p).toBeCloseTo(1, 9)
})

test('the gamma function is right at halves and wholes', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13)
  expect(logGamma(21)).toBeCloseTo(Math.log(2432902008176640000), 11)
})

test('impossible questions are refused', () => {
  expect(() => tQuantile(1, 5)).toThrow(RangeError)
  expect(() => tQuantile(0.975, 0)).toThrow(RangeError)
  expect(() => betaQuantile(0.5, 0, 1)).toThrow(RangeError)
  expect(() => logGamma(0)).toThrow(RangeError)
})
