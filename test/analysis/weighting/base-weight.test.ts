import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { baseWeights, type Draws, type Selection } from '#analysis/weighting/base-weight.ts'
import { lettered } from '../sample.ts'

/** One row per letter of `frames`; every frame draws the same. */
const chosen = (frames: string, draws: Draws, more: Partial<Selection> = {}): Selection => ({
  probabilities: new Float64Array(frames.length).fill(0.01),
  frames: lettered('frame', frames),
  draws: [draws, draws],
  ...more,
})
const weightsOf = (selection: Selection) => [...baseWeights(selection).weights]

test.each<{ draws: Draws; landlines: number[]; weights: number[]; why: string }>([
  { draws: 'persons', landlines: [0, 0], weights: [100, 100], why: '1 / 0.01, whoever else lives there' },
  { draws: 'all-adults', landlines: [0, 0], weights: [100, 100], why: 'all of a household are asked: 1 / 0.01' },
  { draws: 'one-adult', landlines: [0, 0], weights: [200, 400], why: 'one of 2: 2 / 0.01; one of 6, capped at 4' },
  { draws: 'numbers', landlines: [0, 0], weights: [50, 100 / 3], why: '1 / (0.01 · 2) and 1 / (0.01 · 3), 5 capped' },
  { draws: 'numbers', landlines: [1, 0], weights: [100, 100 / 3], why: 'a landline is shared by 2: 2 / (0.01 · 2)' },
])('$draws of a frame: $why', ({ draws, landlines, weights }) => {
  const found = weightsOf(
    chosen('aa', draws, {
      adults: Float64Array.of(2, 6),
      lines: Float64Array.of(2, 5),
      landlines: Uint8Array.from(landlines),
    }),
  )
  found.forEach((weight, row) => expect(weight).toBeCloseTo(weights[row]!, 10))
})

test('who did not tell takes the mean factor of their own frame', () => {
  const adults = Float64Array.of(1, 3, NaN, 4, NaN)
  const { weights, untold, capped } = baseWeights(chosen('aaabb', 'one-adult', { adults }))
  expect([...weights]).toEqual([100, 300, 200, 400, 400]) // (1 + 3) / 2 = 2 in frame a, 4 in frame b
  expect({ untold, capped }).toEqual({ untold: { adults: 2, lines: 0 }, capped: { adults: 0, lines: 0 } })
})

test('who was drawn by nobody starts at 1, and no household counts for them', () => {
  const probabilities = Float64Array.of(NaN, 0.5)
  const adults = Float64Array.of(4, 2)
  expect(weightsOf(chosen('aa', 'one-adult', { probabilities, adults }))).toEqual([1, 4])
})

test('a household without adults is one that miscounted: whoever answers is one', () => {
  expect(weightsOf(chosen('a', 'one-adult', { adults: Float64Array.of(0) }))).toEqual([100])
})

test('the caps are the study’s to set, and how often they were needed is told', () => {
  const more = { adults: Float64Array.of(5, 2), caps: { adults: 3, lines: 3 } }
  const { weights, capped } = baseWeights(chosen('aa', 'one-adult', more))
  expect([...weights].map(Math.round)).toEqual([300, 200])
  expect(capped).toEqual({ adults: 1, lines: 0 })
})

test.each([0, -0.1, 1.01])('a probability of %d is refused by row', (probability) => {
  const probabilities = Float64Array.of(0.5, probability)
  expect(() => baseWeights(chosen('aa', 'persons', { probabilities }))).toThrow(
    expect.objectContaining({ code: 'bad-weight', variable: 'probability', row: 1 }),
  )
})

test('weights go up with adults, down with lines and chances, and never beyond the caps', () => {
  const count = fc.integer({ min: 1, max: 12 })
  const probability = fc.double({ min: 0.001, max: 1, noNaN: true })
  fc.assert(
    fc.property(count, count, count, count, probability, (few, more, lines, others, chance) => {
      const [least, most] = [Math.min(few, more), Math.max(few, more)]
      const of = (adults: number, numbers: number, factor: number) =>
        weightsOf(
          chosen('a', 'numbers', {
            probabilities: Float64Array.of(chance * factor),
            adults: Float64Array.of(adults),
            lines: Float64Array.of(numbers),
            landlines: Uint8Array.of(1),
          }),
        )[0]!
      expect(of(most, lines, 1)).toBeGreaterThanOrEqual(of(least, lines, 1))
      expect(of(few, Math.max(lines, others), 1)).toBeLessThanOrEqual(of(few, Math.min(lines, others), 1))
      expect(of(few, lines, 0.5)).toBeCloseTo(2 * of(few, lines, 1), 6)
      expect(of(few, lines, 1) * chance).toBeLessThanOrEqual(4)
      expect(of(few, lines, 1) * chance).toBeGreaterThanOrEqual(1 / 3 - 1e-12)
    }),
  )
})
