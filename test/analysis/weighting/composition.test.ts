import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeFrames, type FrameSamples } from '#analysis/weighting/composition.ts'
import { lettered } from '../sample.ts'

const reachedAll = (rows: number) => new Uint8Array(rows).fill(1)

/** Address frame a and phone frame p; both reach everybody unless said. */
const samples = (frames: string, areas: string, more: Partial<FrameSamples> = {}): FrameSamples => {
  const labels = [...new Set(areas.replaceAll('-', ''))].sort()
  return {
    weights: new Float64Array(frames.length).fill(1),
    frames: lettered('frame', frames),
    areas: lettered('area', areas),
    reached: [reachedAll(frames.length), reachedAll(frames.length)],
    adults: [0, 1].map(() => new Float64Array(labels.length).fill(600)),
    everybody: [600 * labels.length, 600 * labels.length],
    ...more,
  }
}

test('samples share an area by their effective sizes, each scaled to the people of its frame', () => {
  // Frame a: 40 rows, half of weight 3: n_eff = (20 + 60)² / (20 + 180) = 32. Frame p: 48 equal rows, n_eff = 48.
  const frames = 'a'.repeat(40) + 'p'.repeat(48)
  const weights = Float64Array.from(frames, (frame, row) => (frame === 'a' && row % 2 ? 3 : 1))
  const { factors, shares } = composeFrames(samples(frames, 'x'.repeat(88), { weights }))
  expect(shares).toEqual([{ area: 'x', shares: [expect.closeTo(0.4, 12), expect.closeTo(0.6, 12)] }])
  expect(factors[0]).toBeCloseTo((600 / 80) * 0.4, 12)
  expect(factors[87]).toBeCloseTo((600 / 48) * 0.6, 12)
})

test('who has no phone is spoken for by the address sample alone', () => {
  const frames = 'aaaapppp'
  const reached = [reachedAll(8), Uint8Array.of(1, 1, 1, 0, 1, 1, 1, 1)]
  const { factors } = composeFrames(samples(frames, 'x'.repeat(8), { reached }))
  expect([...factors.subarray(0, 4)]).toEqual([75, 75, 75, 150]) // 600 / 4, shared by two equal samples or alone
})

test('a thin sample of an area takes the design effect of its whole frame', () => {
  // In x two rows of a, one three times the other: alone 16 / 10 = 1.6; with all of a, 2 · n_eff / n.
  const frames = 'aapp'
  const weights = Float64Array.of(3, 1, 1, 1)
  const { shares } = composeFrames(
    samples(`${frames}${'a'.repeat(38)}`, `xxxx${'y'.repeat(38)}`, {
      weights: Float64Array.of(...weights, ...new Float64Array(38).fill(1)),
    }),
  )
  const perRow = (4 + 38) ** 2 / (10 + 38) / 40
  expect(shares[0]).toEqual({
    area: 'x',
    shares: [(2 * perRow) / (2 * perRow + 2), 2 / (2 * perRow + 2)].map((share) => expect.closeTo(share, 12)),
  })
  expect(shares[1]).toEqual({ area: 'y', shares: [1, 0] })
})

test('respondents without an area, and those whom no frame drew, have a place of their own', () => {
  const { factors, shares } = composeFrames(samples('ap-a', 'xxx-'))
  expect(factors[2]).toBe(1)
  expect(factors[3]).toBe(300) // 600 people per 2 rows of the frame, nobody to share with
  expect(shares.map(({ area }) => area)).toEqual(['x', ''])
})

test('every area sums to its people when both frames reach everybody, whatever the weights', () => {
  const row = fc.record({
    frame: fc.constantFrom('a', 'p'),
    area: fc.constantFrom('x', 'y'),
    weight: fc.integer({ min: 1, max: 50 }),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 120 }), (extra) => {
      const all = [...['ax', 'py'].map(([frame = '', area = '']) => ({ frame, area, weight: 1 })), ...extra]
      const weights = Float64Array.from(all, ({ weight }) => weight)
      const areas = all.map(({ area }) => area).join('')
      const given = samples(all.map(({ frame }) => frame).join(''), areas, { weights })
      const { factors, shares } = composeFrames(given)
      for (const area of ['x', 'y']) {
        const sum = weights.reduce((total, weight, r) => total + (areas[r] === area ? weight * factors[r]! : 0), 0)
        expect(sum).toBeCloseTo(600, 8)
      }
      for (const { shares: own } of shares) expect(own.reduce((total, share) => total + share)).toBeCloseTo(1, 12)
      // The scale of a sample is nobody's business.
      const scaled = composeFrames({
        ...given,
        weights: weights.map((weight, r) => weight * (all[r]!.frame === 'a' ? 7 : 1)),
      })
      scaled.factors.forEach((factor, r) =>
        expect(factor * (all[r]!.frame === 'a' ? 7 : 1)).toBeCloseTo(factors[r]!, 8),
      )
    }),
  )
})
