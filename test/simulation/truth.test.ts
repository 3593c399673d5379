import { describe, expect, test } from 'vitest'
import type { Leanings } from '#server/simulation/attitudes.ts'
import { scores, truthOf } from '#server/simulation/truth.ts'
import { communityTrust } from '#test/support/fielded-wave.ts'

describe('the scores of an item', () => {
  test.each([
    { of: 'everybody halfway', shares: [0, 0, 1, 0, 0], net: 0, support: 0, mean: 0.5, polarization: 0 },
    { of: 'half at each end', shares: [0.5, 0, 0, 0, 0.5], net: 0, support: 0.5, mean: 0.5, polarization: 1 },
    {
      of: 'all five answers alike',
      shares: [0.2, 0.2, 0.2, 0.2, 0.2],
      net: 0,
      support: 0.4,
      mean: 0.5,
      polarization: 0.5,
    },
    {
      of: 'somewhat for and somewhat against',
      shares: [0, 0.5, 0, 0.5, 0],
      net: 0,
      support: 0.5,
      mean: 0.5,
      polarization: 0.25,
    },
    { of: 'four in five for', shares: [0, 0.2, 0, 0, 0.8], net: 0.6, support: 0.8, mean: 0.85, polarization: 0.36 },
  ])(
    'of $of are net $net, support $support, polarization $polarization',
    ({ shares, net, support, mean, polarization }) => {
      const found = scores(shares)
      expect(found.net).toBeCloseTo(net, 12)
      expect(found.support).toBeCloseTo(support, 12)
      expect(found.mean).toBeCloseTo(mean, 12)
      expect(found.polarization).toBeCloseTo(polarization, 12)
    },
  )

  test('say nothing of polarization below four answers', () => {
    expect(scores([0.5, 0.5])).toEqual({ net: 0, support: 0.5, mean: 0.5 })
  })
})

/** Two areas of two cells each: 300 and 100 people here, 50 and 50 there. */
const census = {
  areas: ['here', 'there'],
  dimensions: [],
  combinations: 2,
  people: Float64Array.of(300, 100, 50, 50),
  categoryOf: () => 0,
}
const text = (words: string) => ({ en: words })
const study = communityTrust({
  measures: [
    {
      id: 'support',
      kind: 'score',
      title: text('Support'),
      items: [
        { question: 'trust', scale: [1, 2, 3, 4] },
        { question: 'respect', scale: [1, 2] },
      ],
    },
    { id: 'issue', kind: 'share', title: text('Issue'), question: 'issue' },
  ],
})
const leanings = new Map<string, Leanings>(
  [
    // Cell by cell: everyone best; half best, half worst; everyone worst; the two in the middle.
    {
      question: 'trust',
      answers: [1, 2, 3, 4],
      probabilities: [0, 0, 0, 1, 0.5, 0, 0, 0.5, 1, 0, 0, 0, 0, 0.5, 0.5, 0],
    },
    { question: 'respect', answers: [1, 2], probabilities: [0, 1, 1, 0, 0.5, 0.5, 0.5, 0.5] },
    { question: 'issue', answers: ['guns', 'theft'], probabilities: [1, 0, 0, 1, 0.25, 0.75, 0.75, 0.25] },
  ].map((leaning) => [
    leaning.question,
    { ...leaning, isScale: true, probabilities: Float64Array.from(leaning.probabilities) },
  ]),
)
const truth = truthOf(study, census, leanings)

describe('the truth of a census', () => {
  test('weighs the cells of an area by their people, as done by hand', () => {
    const here = truth.areas['here']!
    expect(here.adults).toBe(400)
    // trust: (300 + 50) / 400 best, 50 / 400 worst; x is 0 or 1, so four times the variance is 4 · 0.875 · 0.125.
    expect(here.measures['support.trust']).toEqual({ net: 0.75, support: 0.875, mean: 0.875, polarization: 0.4375 })
    // respect: 300 / 400 for.
    expect(here.measures['support.respect']).toEqual({ net: 0.5, support: 0.75, mean: 0.75 })
    // Items count alike; the item of two answers has no part in polarization.
    expect(here.measures['support']).toEqual({ net: 0.625, support: 0.8125, mean: 0.8125, polarization: 0.4375 })
    expect(here.measures['issue']).toEqual({ shares: { guns: 0.75, theft: 0.25 } })
  })

  test('of the city counts each person once, wherever they live', () => {
    // guns: (300 + 0 + 12.5 + 37.5) / 500
    expect(truth.city.measures['issue']).toEqual({ shares: { guns: 0.7, theft: 0.3 } })
    expect(truth.city.adults).toBe(500)
  })
})
