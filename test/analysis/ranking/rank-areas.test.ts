import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalDraws } from '#analysis/distributions/normal-draws.ts'
import { rankAreas } from '#analysis/ranking/rank-areas.ts'
import type { PairMethod } from '#analysis/ranking/sure-pairs.ts'

const alone = (variances: readonly number[]) => ({ own: Float64Array.from(variances), shared: [] })

test('areas far apart have one rank each, and areas alike share all ranks', () => {
  const certain = rankAreas(Float64Array.of(3, 9, 6), alone([0.01, 0.01, 0.01]), { seed: 1, top: 1 })
  expect(certain).toEqual([
    { rank: 3, expected: 3, low: 3, high: 3, inTop: 0, set: { low: 3, high: 3 }, band: 3 },
    { rank: 1, expected: 1, low: 1, high: 1, inTop: 1, set: { low: 1, high: 1 }, band: 1 },
    { rank: 2, expected: 2, low: 2, high: 2, inTop: 0, set: { low: 2, high: 2 }, band: 2 },
  ])
  const alike = rankAreas(Float64Array.of(0.5, 0.5, 0.51, 0.49), alone([1, 1, 1, 1]), { seed: 1, top: 2 })
  for (const { expected, inTop, set, band } of alike) {
    expect(expected).toBeCloseTo(2.5, 0)
    expect(inTop).toBeCloseTo(0.5, 1)
    expect(set).toEqual({ low: 1, high: 4 })
    expect(band).toBe(1)
  }
})

test('two estimates are told apart from 1.96 standard errors of their difference on', () => {
  const bandsAt = (difference: number) =>
    rankAreas(Float64Array.of(0, difference), alone([1, 1]), { seed: 3, draws: 40_000 }).map(({ band }) => band)
  expect(bandsAt(1.92 * Math.SQRT2)).toEqual([1, 1])
  expect(bandsAt(2 * Math.SQRT2)).toEqual([2, 1])
})

test('an error that all share equally does not blur their order', () => {
  const estimates = Float64Array.of(0.2, 0.3, 0.4)
  const own = new Float64Array(3).fill(0.0001)
  const [lowest] = rankAreas(estimates, { own, shared: [new Float64Array(3).fill(5)] }, { seed: 1 })
  expect(lowest!.set).toEqual({ low: 3, high: 3 })
  const [blurred] = rankAreas(estimates, { own, shared: [Float64Array.of(5, 0, -5)] }, { seed: 1 })
  expect(blurred!.set).toEqual({ low: 1, high: 3 })
})

test('no two areas of one band can be told apart, and bands go by the estimates', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ estimate: fc.integer({ min: 0, max: 99 }), se: fc.integer({ min: 1, max: 12 }) }), {
        minLength: 2,
        maxLength: 15,
      }),
      (rows) => {
        const estimates = Float64Array.from(rows, ({ estimate }) => estimate)
        const ranks = rankAreas(estimates, alone(rows.map(({ se }) => se ** 2)), { seed: 5, draws: 300 })
        ranks.forEach((one, i) => {
          expect(one.set.low).toBeLessThanOrEqual(one.rank)
          expect(one.set.high).toBeGreaterThanOrEqual(one.rank)
          ranks.forEach((other, j) => {
            if (estimates[i]! > estimates[j]!) expect(one.band).toBeLessThanOrEqual(other.band)
            // The sets of a band overlap.
            if (one.band === other.band) expect(one.set.low).toBeLessThanOrEqual(other.set.high)
          })
        })
      },
    ),
    { numRuns: 50 },
  )
})

/** In how many of 300 surveys every area's true rank is in its set. */
function shareHeld(method: PairMethod, spread: number): number {
  const m = 15
  let held = 0
  for (let survey = 1; survey <= 300; survey++) {
    const draws = normalDraws(survey, 2 * m)
    const own = Float64Array.from({ length: m }, (_, i) => 0.0004 * (1 + (i % 7)))
    const truths = Float64Array.from({ length: m }, (_, i) => 0.4 + spread * draws[i]!)
    const estimates = truths.map((truth, i) => truth + Math.sqrt(own[i]!) * draws[m + i]!)
    const ranks = rankAreas(estimates, { own, shared: [] }, { seed: survey, draws: 600, method })
    const holds = ranks.every(({ set }, i) => {
      const higher = truths.filter((truth) => truth > truths[i]!).length
      const lower = truths.filter((truth) => truth < truths[i]!).length
      return set.low <= 1 + higher && set.high >= m - lower
    })
    held += Number(holds)
  }
  return held / 300
}

test('the rank sets hold the true order of all areas together in 95 of 100 surveys and more', () => {
  expect(shareHeld('max-t', 0.06)).toBeGreaterThanOrEqual(0.95)
  expect(shareHeld('holm', 0.06)).toBeGreaterThanOrEqual(0.95)
})

test('where no areas differ, one of twenty surveys finds some that do: the joint draws are exact there', () => {
  const held = shareHeld('max-t', 0)
  expect(held).toBeGreaterThan(0.92)
  expect(held).toBeLessThan(0.98)
  expect(shareHeld('holm', 0)).toBeGreaterThan(0.94)
})

test('the same seed gives the same digits, another seed others', () => {
  const ranked = (seed: number) => rankAreas(Float64Array.of(1, 2, 3, 2.5), alone([1, 2, 1, 1]), { seed })
  expect(ranked(7)).toEqual(ranked(7))
  expect(ranked(8).map(({ expected }) => expected)).not.toEqual(ranked(7).map(({ expected }) => expected))
})

test('errors that are none are refused', () => {
  const two = Float64Array.of(1, 2)
  expect(() => rankAreas(Float64Array.of(1), alone([1]), { seed: 1 })).toThrow('cannot be ranked')
  expect(() => rankAreas(two, alone([1, NaN]), { seed: 1 })).toThrow(expect.objectContaining({ row: 1 }))
  expect(() => rankAreas(two, alone([1]), { seed: 1 })).toThrow(RangeError)
  expect(() => rankAreas(two, alone([1, 1]), { seed: 1, level: 1 })).toThrow('level')
})
