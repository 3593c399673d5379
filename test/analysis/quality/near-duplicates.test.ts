import { expect, test } from 'vitest'
import type { CodedItem } from '#analysis/quality/answer-table.ts'
import { type DuplicateRule, nearDuplicates, usualDuplicateRule } from '#analysis/quality/near-duplicates.ts'
import { numbersFrom } from '#test/support/fielded-wave.ts'

/** Columns from rows of answers, one letter per item; a dot is missing. */
function itemsOf(rows: readonly string[]): CodedItem[] {
  return Array.from(rows[0] ?? '', (_, i) => ({
    name: `item ${i + 1}`,
    codes: Int16Array.from(rows, (row) => (row[i] === '.' ? -1 : (row[i] ?? '').charCodeAt(0) - 97)),
  }))
}

const rule: DuplicateRule = { ...usualDuplicateRule, leastCompared: 4, leastShare: 0.8, falseShare: 1, mostAlike: 1 }

test('the closest interview of the same group is named, with what agrees and what was compared', () => {
  const rows = ['abcde', 'abcdf', 'abcd.', 'vwxyz', 'abcde', 'ghijk']
  // Group 0 has the first four, group 1 the others: row 4 is the same as row 0 but of another interviewer.
  const { flagged, pairs, items } = nearDuplicates(itemsOf(rows), Int32Array.of(0, 0, 0, 0, 1, 1), rule)
  expect({ items, pairs }).toEqual({ items: 5, pairs: 6 + 1 })
  expect(flagged.map(({ row, reason: { of, same, compared } }) => ({ row, of, same, compared }))).toEqual([
    { row: 0, of: 2, same: 4, compared: 4 },
    { row: 1, of: 2, same: 4, compared: 4 },
    { row: 2, of: 0, same: 4, compared: 4 },
  ])
})

test('what pairs of different groups do as often is no reason', () => {
  const rows = ['abcdea', 'abcdeb', 'abcdec', 'abcded', 'abcdee', 'abcdef']
  const groups = Int32Array.of(0, 0, 1, 1, 2, 2)
  // 3 pairs within and 12 across all agree in 5 of 6: 3 · (12 + 1)/(12 + 1) = 3 expected of 3 found.
  expect(nearDuplicates(itemsOf(rows), groups, { ...rule, falseShare: 0.99 }).flagged).toEqual([])
  const [first] = nearDuplicates(itemsOf(rows), groups, rule).flagged
  expect(first?.reason).toMatchObject({ pairs: 3, expected: 3, same: 5, compared: 6 })
})

test('rows without a group are compared with nobody, and items that all share are left out', () => {
  const rows = ['abcdex', 'abcdex', 'fghijx']
  const found = nearDuplicates(itemsOf(rows), Int32Array.of(-1, -1, 0), { ...rule, mostAlike: 0.95 })
  expect(found).toEqual({ items: 5, pairs: 0, flagged: [] })
})

test('too few items compare nobody', () => {
  expect(nearDuplicates(itemsOf(['abc', 'bca']), Int32Array.of(0, 0))).toEqual({ items: 3, pairs: 0, flagged: [] })
})

test('finds the same pairs as comparing everything in full', () => {
  const random = numbersFrom(9)
  const rows = Array.from({ length: 300 }, () =>
    Array.from({ length: 8 }, () => (random() < 0.1 ? '.' : 'ab'[Math.floor(2 * random() ** 1.5)]!)).join(''),
  )
  const groups = Int32Array.from(rows, () => Math.floor(6 * random()))
  const full = rows.map((one, a) => {
    let best: { same: number; compared: number } | undefined
    rows.forEach((other, b) => {
      if (a === b || groups[a] !== groups[b]) return
      const both = Array.from(one, (_, i) => i).filter((i) => one[i] !== '.' && other[i] !== '.')
      const same = both.filter((i) => one[i] === other[i]).length
      const compared = both.length
      if (compared < 4 || same / compared < 0.8) return
      const gain = best ? same / compared - best.same / best.compared : 1
      if (gain > 1e-9 || (Math.abs(gain) < 1e-9 && compared > (best?.compared ?? 0))) best = { same, compared }
    })
    return best
  })
  const { flagged } = nearDuplicates(itemsOf(rows), groups, { ...rule, falseShare: Infinity })
  const found = rows.map((_, row) => {
    const reason = flagged.find((one) => one.row === row)?.reason
    return reason && { same: reason.same, compared: reason.compared }
  })
  expect(found).toEqual(full)
})
