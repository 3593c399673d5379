import { expect, test } from 'vitest'
import { protectedParts } from '#server/reports/complement.ts'
import { shown, withheld } from '#test/support/estimates.ts'

const protecting = { status: 'withheld', reason: 'protects-another' }

test('a single withheld part of a known whole takes the smallest other with it', () => {
  const parts = [shown(30), withheld, shown(-10), shown(20)]
  expect(protectedParts(parts, true)).toEqual([shown(30), withheld, protecting, shown(20)])
})

test.each([
  { name: 'the whole is not known', parts: [shown(30), withheld], isWholeKnown: false },
  { name: 'two parts are withheld', parts: [withheld, shown(30), withheld], isWholeKnown: true },
  { name: 'nothing is withheld', parts: [shown(30), shown(20)], isWholeKnown: true },
  { name: 'there is only one part', parts: [withheld], isWholeKnown: true },
  { name: 'there are no parts', parts: [], isWholeKnown: true },
])('nothing more is withheld when $name', ({ parts, isWholeKnown }) => {
  expect(protectedParts(parts, isWholeKnown)).toEqual(parts)
})
