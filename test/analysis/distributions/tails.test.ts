import { expect, test } from 'vitest'
import { rootOf } from '#analysis/distributions/root.ts'
import { chiSquareTail, fTail, normalTail } from '#analysis/distributions/tails.ts'

test('tails keep their digits far out', () => {
  expect(normalTail(0)).toBeCloseTo(0.5, 14)
  expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 14)
  expect(normalTail(-1.959963984540054)).toBeCloseTo(0.975, 14)
  expect(normalTail(10) / 7.619853024160527e-24).toBeCloseTo(1, 11)
  // With 2 degrees of freedom the tail is exp(−x / 2); F with 2 and many is about the same.
  expect(chiSquareTail(100, 2) / Math.exp(-50)).toBeCloseTo(1, 11)
  expect(fTail(3, 2, 10)).toBeCloseTo((1 + 6 / 10) ** -5, 13)
})

test('a root is found to the tolerance', () => {
  expect(rootOf((x) => x * x - 2, 0, 2, 1e-12)).toBeCloseTo(Math.SQRT2, 11)
  expect(() => rootOf((x) => x * x + 1, 0, 2, 1e-12)).toThrow(expect.objectContaining({ code: 'not-converged' }))
})
