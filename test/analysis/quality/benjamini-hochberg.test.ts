import { expect, test } from 'vitest'
import { benjaminiHochberg } from '#analysis/quality/benjamini-hochberg.ts'

test('each value times the number of values over its rank, and never less than a larger one’s allows', () => {
  // Sorted 0.01, 0.02, 0.03, 0.5 → 0.04, 0.04, 0.04, 0.5, since 0.02 · 4/2 and 0.03 · 4/3 are 0.04 as well.
  expect([...benjaminiHochberg([0.03, 0.5, 0.01, 0.02])].map((p) => p.toFixed(10))).toEqual(
    [0.04, 0.5, 0.04, 0.04].map((p) => p.toFixed(10)),
  )
  // As R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "BH") gives: 0.02, 0.04, 0.04, 0.02.
  expect([...benjaminiHochberg([0.01, 0.04, 0.03, 0.005])].map((p) => Number(p.toFixed(10)))).toEqual([
    0.02, 0.04, 0.04, 0.02,
  ])
})

test('nothing stays nothing, and what is no p-value is refused', () => {
  expect([...benjaminiHochberg([])]).toEqual([])
  expect(() => benjaminiHochberg([0.1, NaN])).toThrow(RangeError)
})
