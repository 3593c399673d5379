import { expect, test } from 'vitest'
import { apart, elementOf, together } from '#instruments/engine/parts.ts'
import { answersOf, visibleQuestions } from '#instruments/engine/route.ts'
import { titleOf } from '#instruments/engine/question.ts'
import { interviewWith } from './bundled.ts'
import { workshop } from './workshop.ts'

const begun = { consent: true, takes_stairs: false }
const namesAfter = (answers: Parameters<typeof interviewWith>[0]) =>
  visibleQuestions(workshop, interviewWith(answers)).map(({ name }) => name)

test('a grid is one question per row, named and titled by both', () => {
  const row = workshop.question('safe.hall')!
  expect(row).toMatchObject({ kind: 'single', required: true, core: true, part: { of: 'safe', index: 0 } })
  expect(titleOf(row, 'es')).toBe('¿Qué tan segura se siente usted en estos lugares? – En la entrada')
  expect(workshop.question('safe')).toBeUndefined()
})

test('a multiple text is one question per field, each of its own kind', () => {
  expect(workshop.question('household.adults')).toMatchObject({ kind: 'number', min: 1, max: 20, required: true })
  expect(workshop.question('household.pets')).toMatchObject({ kind: 'text', required: false })
})

test('a row is asked only where its own condition holds', () => {
  expect(namesAfter(begun)).not.toContain('safe.stairs')
  expect(namesAfter({ ...begun, takes_stairs: true })).toContain('safe.stairs')
})

test('a condition may read a row', () => {
  expect(namesAfter({ ...begun, 'safe.hall': 2 })).toContain('why_unsafe')
  expect(namesAfter({ ...begun, 'safe.hall': 3 })).not.toContain('why_unsafe')
})

test('answers are kept by row, and put together as SurveyJS holds them', () => {
  const answers = answersOf(
    workshop,
    interviewWith({ ...begun, 'safe.hall': 2, 'safe.stairs': 1, 'household.pets': 'cat' }),
  )
  expect(answers).toEqual({ ...begun, 'safe.hall': 2, 'household.pets': 'cat' }) // the stairs are not asked about
  expect(together(answers)).toEqual({ ...begun, safe: { hall: 2 }, household: { pets: 'cat' } })
  expect(apart('safe', { hall: 2, yard: 4 })).toEqual([
    ['safe.hall', 2],
    ['safe.yard', 4],
  ])
  expect(apart('tools', ['saw'])).toEqual([['tools', ['saw']]])
  expect(['safe.hall', 'tools'].map(elementOf)).toEqual(['safe', 'tools'])
})
