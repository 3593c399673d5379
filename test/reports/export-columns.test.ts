import { expect, test } from 'vitest'
import { questionColumns } from '#server/reports/export/response-columns.ts'
import type { Response } from '#server/reports/export/response.ts'
import { workshop } from '../instruments/workshop.ts'

const columns = questionColumns(workshop.questions)
const given = { 'household.children': { kind: 'skipped', mode: 'web' } } as const
const answers = {
  'safe.hall': 2,
  'household.adults': 3,
  order: ['build', 'learn', 'meet'],
  best: ['fri'],
  first_visit: '2021-03-14',
}
const row = Object.fromEntries(
  // A column of a question reads nothing else of a response.
  columns.map(({ name, cell }) => [name, cell({ answers, given } as unknown as Response)]),
)

test('the rows of a grid and the fields of a multiple text are columns of their own', () => {
  expect(row).toMatchObject({ safe_hall: 2, safe_yard: null, household_adults: 3, household_children: -7 })
  expect(columns.find(({ name }) => name === 'safe_hall')).toMatchObject({
    kind: 'code',
    text: { default: 'How safe do you feel in these places? – In the hall' },
    codes: [1, 2, 3, 4].map((code) => ({ code })),
  })
})

test('an order has the place of each choice, 0 where it was not among the best, and a day is a day', () => {
  expect(row).toMatchObject({ order_build: 1, order_learn: 2, order_meet: 3, best_fri: 1, best_mon: 0 })
  expect(row).toMatchObject({ first_visit: '2021-03-14' })
})
