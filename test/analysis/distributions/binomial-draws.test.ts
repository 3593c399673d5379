import { expect, test } from 'vitest'
import { binomialDraw } from '#analysis/distributions/binomial-draws.ts'
import { logGamma } from '#analysis/distributions/log-gamma.ts'
import { chiSquareTail } from '#analysis/distributions/tails.ts'
import { randomStream } from '#analysis/random.ts'

const chance = (k: number, trials: number, p: number) =>
  Math.exp(
    logGamma(trials + 1) - logGamma(k + 1) - logGamma(trials - k + 1) + k * Math.log(p) + (trials - k) * Math.log1p(-p),
  )

test.each([
  { trials: 5, p: 0.3, how: 'added up' },
  { trials: 40, p: 0.1, how: 'added up' },
  { trials: 40, p: 0.25, how: 'rejected, barely' },
  { trials: 300, p: 0.12, how: 'rejected' },
  { trials: 300, p: 0.88, how: 'counted from the other side' },
  { trials: 1_000_000, p: 0.00004, how: 'rejected, and rare' },
  { trials: 60, p: 0.5, how: 'rejected, even' },
])('draws are distributed as they should be: $trials trials at $p ($how)', ({ trials, p }) => {
  const random = randomStream(8)
  const draws = 40_000
  const counts = new Map<number, number>()
  for (let i = 0; i < draws; i++) {
    const k = binomialDraw(random, trials, p)
    counts.set(k, (counts.get(k) ?? 0) + 1)
  }
  // Numbers that are expected less than ten times make up one more class.
  let [statistic, classes, seen, expectedSeen] = [0, 0, 0, 0]
  const [from, to] = [Math.floor(trials * p) - 60, Math.ceil(trials * p) + 60]
  for (let k = Math.max(0, from); k <= Math.min(trials, to); k++) {
    const expected = draws * chance(k, trials, p)
    if (expected < 10) continue
    const found = counts.get(k) ?? 0
    statistic += (found - expected) ** 2 / expected
    seen += found
    expectedSeen += expected
    classes++
  }
  const rest = draws - expectedSeen
  if (rest > 1) statistic += (draws - seen - rest) ** 2 / rest
  expect(chiSquareTail(statistic, classes - (rest > 1 ? 0 : 1))).toBeGreaterThan(0.001)
})

test('what cannot or must happen takes no chance', () => {
  const random = randomStream(1)
  expect(binomialDraw(random, 10, 0)).toBe(0)
  expect(binomialDraw(random, 10, 1)).toBe(10)
  expect(binomialDraw(random, 0, 0.4)).toBe(0)
})
