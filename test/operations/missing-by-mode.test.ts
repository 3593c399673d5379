import { expect, test } from 'vitest'
import { missingByMode, missingWarnings } from '#server/operations/weighting/missing-by-mode.ts'

/** Rows of a mode, of which some did not tell. */
const rows = (mode: number, interviews: number, missing: number) =>
  Array.from({ length: interviews }, (_, i) => ({ mode, code: i < missing ? -1 : i % 7 === 0 ? -2 : 0 }))

function found(...all: ReturnType<typeof rows>[]) {
  const flat = all.flat()
  const modes = { variable: 'mode', labels: ['phone', 'web'], codes: Int32Array.from(flat, ({ mode }) => mode) }
  return missingByMode(modes, [{ variable: 'race', codes: Int32Array.from(flat, ({ code }) => code) }])
}

test('shares are told by mode; who is not in a margin’s universe is not missing', () => {
  expect(found(rows(0, 40, 10), rows(1, 100, 5))).toEqual([{ variable: 'race', modes: { phone: 0.25, web: 0.05 } }])
})

test('a mode that leaves out three times as often as another is told of', () => {
  expect(missingWarnings(found(rows(0, 40, 10), rows(1, 100, 5)))).toEqual([
    '"race" is missing for 25.0 % of the interviews by phone, and for 5.0 % by web.',
  ])
  expect(missingWarnings(found(rows(0, 40, 6), rows(1, 100, 5)))).toEqual([]) // exactly three times
  expect(missingWarnings(found(rows(0, 100, 1), rows(1, 100, 0)))).toEqual([]) // hardly anybody
  expect(missingWarnings(found(rows(0, 20, 20), rows(1, 100, 5)))).toEqual([]) // too few interviews to tell
})
