import { expect, test } from 'vitest'
import { chanceOfRun } from '#analysis/quality/chance-of-run.ts'
import { type ItemBlock, straightLining } from '#analysis/quality/straight-lining.ts'
import { MISSING } from '#analysis/weighting/margin.ts'
import { numbersFrom } from '#test/support/fielded-wave.ts'

const shares = (...values: number[]) => Float64Array.from(values)

/** A block from rows of answers, one digit per item; a dot is missing. */
function blockOf(options: number, rows: readonly string[]): ItemBlock {
  const items = Array.from(rows[0] ?? '', (_, i) => ({
    name: `item ${i + 1}`,
    answers: Int8Array.from(rows, (row) => (row[i] === '.' ? MISSING : Number(row[i]))),
  }))
  return { name: 'block', options, items }
}

test('a run over all items is as likely as the sum of the products: 0.5 · 0.2 + 0.5 · 0.8', () => {
  expect(chanceOfRun([shares(0.5, 0.5), shares(0.2, 0.8)], 2)).toBeCloseTo(0.5, 12)
  expect(chanceOfRun([shares(0.2, 0.3, 0.5), shares(0.2, 0.3, 0.5), shares(0.1, 0.1, 0.8)], 3)).toBeCloseTo(
    0.2 * 0.2 * 0.1 + 0.3 * 0.3 * 0.1 + 0.5 * 0.5 * 0.8,
    12,
  )
})

test('three heads or tails in a row come in 6 of the 16 ways that 4 coins fall', () => {
  const coin = shares(0.5, 0.5)
  // HHHH, HHHT, THHH and the same with heads and tails changed: 6 of 16; two in a row: all but HTHT and THTH.
  expect(chanceOfRun([coin, coin, coin, coin], 3)).toBeCloseTo(6 / 16, 12)
  expect(chanceOfRun([coin, coin, coin, coin], 2)).toBeCloseTo(14 / 16, 12)
  expect(chanceOfRun([coin, coin, coin, coin], 1)).toBe(1)
  expect(chanceOfRun([coin, coin], 3)).toBe(0)
})

test('the chance of a run agrees with counting every way that unequal items can come out', () => {
  const items = [shares(0.1, 0.6, 0.3), shares(0.5, 0.1, 0.4), shares(0.3, 0.3, 0.4), shares(0.2, 0.7, 0.1)]
  for (const length of [1, 2, 3, 4]) {
    let counted = 0
    for (let way = 0; way < 81; way++) {
      const answers = items.map((_, i) => Math.floor(way / 3 ** i) % 3)
      let [run, longest] = [0, 0]
      answers.forEach((answer, i) => {
        run = i > 0 && answer === answers[i - 1] ? run + 1 : 1
        longest = Math.max(longest, run)
      })
      if (longest >= length) counted += answers.reduce((product, answer, i) => product * items[i]![answer]!, 1)
    }
    expect(chanceOfRun(items, length)).toBeCloseTo(counted, 12)
  }
})

test('runs pass over what is not answered, and short interviews are not judged', () => {
  const rows = ['33333', '33.33', '12345', '33112', '3....']
  const { judged, longestRun, isLine, share } = straightLining(blockOf(5, rows), { leastItems: 4, rarerThan: 1 })
  expect([...judged]).toEqual([0, 1, 2, 3])
  expect([...longestRun]).toEqual([5, 4, 1, 2])
  expect([...isLine]).toEqual([1, 1, 0, 0])
  expect(share).toBe(0.5)
})

test('a line is a reason for a look only where few others have one', () => {
  const varied = Array.from({ length: 119 }, (_, i) => ['12345', '54321', '24135'][i % 3]!)
  const rare = straightLining(blockOf(5, ['44444', ...varied]))
  expect(rare.flagged).toEqual([
    {
      row: 0,
      reason: { kind: 'straight-lining', block: 'block', answered: 5, chance: expect.any(Number), share: 1 / 120 },
    },
  ])
  const common = straightLining(blockOf(5, ['44444', '11111', ...varied])) // 2 of 121
  expect(common.flagged).toEqual([])
  expect(common.lines.map(({ row }) => row)).toEqual([0, 1])
})

test('a block with fewer items than are needed judges nobody', () => {
  const found = straightLining(blockOf(5, ['333', '111']))
  expect(found.judged).toHaveLength(0)
  expect(found).toMatchObject({ share: 0, expectedShare: 0, flagged: [] })
})

test('answers that the scale does not have are refused by item and row', () => {
  expect(() => straightLining(blockOf(5, ['12345', '12346']))).toThrow('"item 5" is 6 in row 1, on a scale of 5.')
})

test('independent answers are lines as often as chance says', () => {
  const random = numbersFrom(4)
  const rows = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 5 }, () => 1 + Math.floor(3 * random() ** 1.3)).join(''),
  )
  const { share, expectedShare } = straightLining(blockOf(3, rows))
  const se = Math.sqrt((expectedShare * (1 - expectedShare)) / rows.length)
  expect(Math.abs(share - expectedShare)).toBeLessThan(3 * se)
})
