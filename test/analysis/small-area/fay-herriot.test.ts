import { expect, test } from 'vitest'
import { fayHerriot } from '#analysis/small-area/fay-herriot.ts'
import { subArea } from '#analysis/small-area/sub-area.ts'

const ones = (n: number) => new Float64Array(n).fill(1)

test('with equal sampling variances the variance between areas is what the spread leaves', () => {
  // y = 0, 2, 4, 6: s² = 20/3; REML and moments give s² − ψ = 20/3 − 1
  const y = Float64Array.of(0, 2, 4, 6)
  for (const method of ['REML', 'FH'] as const) {
    const { A, beta, gamma, eblup } = fayHerriot(y, ones(4), [ones(4)], method)
    expect(A).toBeCloseTo(20 / 3 - 1, 9)
    expect(beta[0]).toBeCloseTo(3, 12)
    expect(gamma[0]).toBeCloseTo(0.85, 9) // A / (A + 1) = (17/3) / (20/3)
    expect(eblup[0]).toBeCloseTo(3 - 0.85 * 3, 8)
  }
  expect(fayHerriot(y, ones(4), [ones(4)], 'ML').A).toBeCloseTo(5 - 1, 9)
})

test('areas that do not differ get the model alone, except by the adjusted likelihood', () => {
  const y = Float64Array.of(0.5, 0.51, 0.49, 0.5, 0.52)
  const variances = new Float64Array(5).fill(0.01)
  const { A, eblup, mse } = fayHerriot(y, variances, [ones(5)], 'REML')
  expect(A).toBe(0)
  eblup.forEach((value) => expect(value).toBeCloseTo(0.504, 12))
  mse.forEach((value) => expect(value).toBeGreaterThan(0))
  expect(fayHerriot(y, variances, [ones(5)], 'AREML').A).toBeGreaterThan(0)
})

test('a sampling variance of 0 is refused', () => {
  expect(() => fayHerriot(ones(4), Float64Array.of(1, 0, 1, 1), [ones(4)], 'REML')).toThrow(
    expect.objectContaining({ row: 1 }),
  )
})

test('cells of one area each are areas: both models say the same of them', () => {
  const y = Float64Array.of(0, 2, 4, 6)
  const { sigma2u, sigma2v, posterior } = subArea(y, ones(4), [ones(4)], Int32Array.of(0, 1, 2, 3), false)
  expect(sigma2u + sigma2v).toBeCloseTo(20 / 3 - 1, 4)
  expect(posterior.map(({ mean }) => mean[0]!)[0]).toBeCloseTo(3 - 0.85 * 3, 4)
})
