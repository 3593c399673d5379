import { expect, test } from 'vitest'
import { trim, usualTrim } from '#analysis/weighting/trim.ts'
import { lettered } from '../sample.ts'

const unchanged = (weights: Float64Array) => weights

test('a weight is bounded by the median of its area', () => {
  // Forty rows of 1 in a, forty of 10 in b, and a row of 10 in a: far out there, though common in b.
  const areas = lettered('area', 'a'.repeat(41) + 'b'.repeat(40))
  const weights = Float64Array.from({ length: 81 }, (_, row) => (row < 40 ? 1 : 10))
  const trimmed = trim(weights, areas, usualTrim, unchanged)
  expect(trimmed.weights[40]).toBe(5)
  expect(trimmed).toMatchObject({ settled: true, rounds: 1, shareOfRows: 1 / 81, shareOfWeight: 5 / 450 })
})

test('a thin area is bounded by the median of all rows', () => {
  const areas = lettered('area', `${'a'.repeat(40)}bbb`)
  const weights = Float64Array.from({ length: 43 }, (_, row) => (row < 40 ? 1 : 9))
  expect([...trim(weights, areas, usualTrim, unchanged).weights.subarray(40)]).toEqual([5, 5, 5])
})

test('weights that will not stay inside are reported as not settled', () => {
  const areas = lettered('area', 'a'.repeat(41))
  const weights = Float64Array.from({ length: 41 }, (_, row) => (row < 40 ? 1 : 90))
  const stubborn = trim(weights, areas, usualTrim, () => weights)
  expect(stubborn).toMatchObject({ settled: false, rounds: 10 })
})

test('inside the bounds nothing is touched', () => {
  const weights = Float64Array.of(1, 2, 3, 4, 4.9)
  expect(trim(weights, lettered('area', 'aaaaa'), usualTrim, unchanged)).toMatchObject({
    weights,
    rounds: 0,
    shareOfRows: 0,
  })
})
