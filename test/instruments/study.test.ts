import { expect, test } from 'vitest'
import { categoryOf, notInUniverse } from '#instruments/engine/demographics.ts'
import { lintStudy } from '#instruments/engine/lint.ts'
import type { Value } from '#instruments/engine/events.ts'
import { instrument, inTown, study, studyJson } from './bundled.ts'

test('the bundled study has no finding', () => {
  expect(lintStudy(instrument, studyJson)).toEqual([])
})

test('eligibility and consent stand before every other question and are the only ones that must be answered', () => {
  expect(inTown.questions.slice(0, 3).map(({ name }) => name)).toEqual(['adult', 'lives_here', 'consent'])
  expect(inTown.questions.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'adult',
    'lives_here',
    'consent',
  ])
})

const demographic = (id: string) => study.demographics.find((one) => one.id === id)!

test.each<{ chosen: string[]; category: string | undefined }>([
  { chosen: ['white'], category: 'white_nh' },
  { chosen: ['mena'], category: 'white_nh' },
  { chosen: ['white', 'mena'], category: 'white_nh' },
  { chosen: ['hispanic', 'black'], category: 'hispanic' },
  { chosen: ['black'], category: 'black_nh' },
  { chosen: ['asian', 'white'], category: 'other_nh' },
  { chosen: ['nhpi'], category: 'other_nh' },
  { chosen: ['no_answer'], category: undefined },
])('race and ethnicity $chosen counts as $category', ({ chosen, category }) => {
  expect(categoryOf(demographic('race_eth'), { race_ethnicity: chosen })).toBe(category)
})

test.each<{ answers: Record<string, Value>; category: string | undefined }>([
  { answers: { age_group: '18-24', education: 'bachelor' }, category: notInUniverse },
  { answers: { age_group: '25-34', education: 'bachelor' }, category: 'ba_plus' },
  { answers: { education: 'high_school' }, category: 'below_ba' },
  { answers: { age_group: '75+' }, category: undefined },
])('education of $answers counts as $category', ({ answers, category }) => {
  expect(categoryOf(demographic('education'), answers)).toBe(category)
})
