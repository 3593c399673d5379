import { expect, test } from 'vitest'
import { isUnderheard, mostlyBy, spreadOf } from '#server/reports/representation.ts'

test.each([
  { name: 'all are large', counts: { web: 60, sms: 40 }, shown: { web: 60, sms: 40 }, others: 0 },
  {
    name: 'two small ones are told together',
    counts: { web: 80, phone: 6, home: 14, street: 5 },
    shown: { web: 76, home: 13 },
    others: 10,
  },
  {
    name: 'one small one takes the next with it',
    counts: { web: 80, sms: 17, home: 3 },
    shown: { web: 80 },
    others: 20,
  },
  { name: 'all are small', counts: { web: 5, sms: 4 }, shown: {}, others: 100 },
  { name: 'nobody answered', counts: {}, shown: {}, others: 0 },
])('when $name, no small count can be worked out', ({ counts, shown, others }) => {
  const spread = spreadOf(new Map(Object.entries(counts)))
  expect(Object.fromEntries(spread.categories.map(({ category, percent }) => [category, percent]))).toEqual(shown)
  expect(spread.others).toBe(others)
})

test.each([
  { answered: 5, all: 200, population: 0.14, told: true },
  { answered: 20, all: 200, population: 0.14, told: false }, // within chance: 2.58 · 2.5 points
  { answered: 1, all: 10, population: 0.3, told: false }, // too few to say
  { answered: 4500, all: 10_000, population: 0.5, told: false }, // certain, but a tenth less is nothing to act on
  { answered: 0, all: 0, population: 0.5, told: false },
])(
  '$answered of $all answers from a group of $population of the population: less heard is $told',
  ({ answered, all, population, told }) => {
    expect(isUnderheard(answered, all, population)).toBe(told)
  },
)

test('a mode is named when at least half of thirty or more answers came by it', () => {
  expect(
    mostlyBy(
      new Map([
        ['sms', 30],
        ['web', 20],
      ]),
    ),
  ).toEqual({ mode: 'sms', percent: 60 })
  expect(
    mostlyBy(
      new Map([
        ['sms', 20],
        ['web', 19],
        ['phone', 10],
      ]),
    ),
  ).toBeUndefined()
  expect(
    mostlyBy(
      new Map([
        ['sms', 20],
        ['web', 5],
      ]),
    ),
  ).toBeUndefined()
  expect(mostlyBy(new Map())).toBeUndefined()
})
