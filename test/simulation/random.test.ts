import { describe, expect, test } from 'vitest'
import { drawIndex, normal, randomFrom, softmax } from '#server/simulation/random.ts'
import { uuidFrom } from '#server/simulation/uuid.ts'

const draws = (count: number, ...keys: (string | number)[]) => {
  const random = randomFrom(...keys)
  return Array.from({ length: count }, random)
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('a stream of random numbers', () => {
  test('is the same for the same keys and unrelated for others', () => {
    expect(draws(5, 'a', 1)).toEqual(draws(5, 'a', 1))
    expect(draws(5, 'a', 1)).not.toEqual(draws(5, 'a', 2))
    expect(draws(5, 'a', 1)).not.toEqual(draws(5, 'a1'))
  })

  test('is uniform, within a stream and at the same place of many streams', () => {
    const within = draws(20_000, 'within')
    const across = Array.from({ length: 20_000 }, (_, number) => draws(3, 'resident', number)[2]!)
    for (const values of [within, across]) {
      expect(mean(values)).toBeCloseTo(0.5, 1.9)
      expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2)
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...values)).toBeLessThan(1)
    }
  })

  test('scatters across seeds as chance does, no less and no more', () => {
    // The mean of 400 uniform numbers has the standard error √(1/12/400); its square over 200 seeds averages 1.
    const scores = Array.from({ length: 200 }, (_, seed) => {
      const values = Array.from({ length: 400 }, (_, number) => randomFrom(String(seed), 'answer', number, 'trust')())
      return (mean(values) - 0.5) / Math.sqrt(1 / 12 / 400)
    })
    const spread = mean(scores.map((score) => score ** 2))
    expect(spread).toBeGreaterThan(0.75)
    expect(spread).toBeLessThan(1.25)
  })

  test('gives normal draws and draws by weight', () => {
    const random = randomFrom('draws')
    const normals = Array.from({ length: 20_000 }, () => normal(random))
    expect(mean(normals)).toBeCloseTo(0, 1)
    expect(mean(normals.map((value) => value ** 2))).toBeCloseTo(1, 1)
    const drawn = Array.from({ length: 20_000 }, () => drawIndex(random, [1, 0, 3]))
    expect(drawn.filter((index) => index === 2).length / 20_000).toBeCloseTo(0.75, 1.8)
    expect(drawn).not.toContain(1)
    expect(softmax([0, Math.log(3)])[1]).toBeCloseTo(0.75, 12)
  })

  test('makes valid UUIDs', () => {
    expect(uuidFrom(randomFrom('id'))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
