import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inBatches } from '#server/store/batches.ts'

/** Doubles numbers, keeps what was asked together, and fails where a thirteen is among them. */
function doubling(limits: { most: number; atATime: number }) {
  const asked: number[][] = []
  const double = inBatches(async (items: readonly number[]) => {
    asked.push([...items])
    await sleep(5)
    if (items.includes(13)) throw new Error('thirteen')
    return items.map((item) => 2 * item)
  }, limits)
  return { asked, double }
}

test('a lone asking goes at once, and what comes meanwhile goes together', async () => {
  const { asked, double } = doubling({ most: 10, atATime: 1 })
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8])
  expect(asked).toEqual([[1], [2, 3, 4]])
})

test('a batch has its limit', async () => {
  const { asked, double } = doubling({ most: 2, atATime: 1 })
  await Promise.all([1, 2, 3, 4, 5].map(double))
  expect(asked).toEqual([[1], [2, 3], [4, 5]])
})

test('a failure meets only the one it belongs to', async () => {
  const { double } = doubling({ most: 10, atATime: 1 })
  const answers = await Promise.allSettled([1, 2, 13, 4].map(double))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
})

test('after a failure others are still served', async () => {
  const { double } = doubling({ most: 10, atATime: 1 })
  await expect(double(13)).rejects.toThrow('thirteen')
  expect(await double(2)).toBe(4)
})
