import { expect, test } from 'vitest'
import { choicesOf } from '#instruments/engine/choices.ts'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Value } from '#instruments/engine/events.ts'
import { apply } from '#instruments/engine/interview.ts'
import { answersOf, completion, nextQuestion, previousQuestion, visibleQuestions } from '#instruments/engine/route.ts'
import { consented, inCity, interviewWith, inTown, nowhere } from './bundled.ts'

const who = { id: '', at: '', actor: 'respondent', mode: 'phone', language: 'en' } as const

const names = (compiled: Compiled, answers: Record<string, Value>) =>
  visibleQuestions(compiled, interviewWith(answers)).map(({ name }) => name)

test('a minor is asked nothing more and the interview ends as ineligible', () => {
  const minor = interviewWith({ adult: false })
  expect(nextQuestion(inTown, minor)).toBeUndefined()
  expect(completion(inTown, minor)).toEqual({ may: true, outcome: 'ineligible' })
})

test('whoever does not consent is asked nothing more and has declined', () => {
  const declined = interviewWith({ adult: true, lives_here: true, consent: false })
  expect(nextQuestion(inTown, declined)).toBeUndefined()
  expect(completion(inTown, declined)).toEqual({ may: true, outcome: 'declined' })
})

test('an interview is not complete without consent, and may be complete with nothing else', () => {
  expect(completion(inTown, interviewWith({ adult: true, lives_here: true }))).toEqual({
    may: false,
    question: 'consent',
  })
  expect(completion(inTown, interviewWith(consented))).toEqual({ may: true, outcome: 'complete' })
})

test('a required question that was refused is asked again and stands in the way', () => {
  const refused = apply(interviewWith({ adult: true, lives_here: true }), {
    ...who,
    type: 'refused',
    question: 'consent',
  })
  expect(nextQuestion(inTown, refused)?.name).toBe('consent')
  expect(completion(inTown, refused)).toEqual({ may: false, question: 'consent' })
})

test('questions about a contact are asked of those who had one, and hidden answers do not count', () => {
  const had = { ...consented, contact: true, contact_reason: 'asked' }
  expect(names(inTown, had)).toContain('contact_reason')
  const without = apply(interviewWith(had), {
    ...who,
    type: 'answered',
    question: 'contact',
    value: false,
  })
  expect(answersOf(inTown, without)).not.toHaveProperty('contact_reason')
  expect(without.given).toHaveProperty('contact_reason')
})

test.each<{ where: string; answers: Record<string, Value>; asked: string[] }>([
  { where: 'a ZIP that settles the area', answers: { home_zip: '10001' }, asked: [] },
  { where: 'a ZIP of several areas', answers: { home_zip: '10002' }, asked: ['home_area'] },
  { where: 'a ZIP we do not know', answers: { home_zip: '99999' }, asked: ['home_borough'] },
  { where: 'no ZIP', answers: {}, asked: ['home_borough'] },
  { where: 'a borough', answers: { home_borough: 'South' }, asked: ['home_borough', 'home_area'] },
])('after $where the instrument asks $asked', ({ answers, asked }) => {
  const located = names(inTown, { ...consented, ...answers })
  expect(located.filter((name) => name === 'home_borough' || name === 'home_area')).toEqual(asked)
})

test('a wave without areas asks for the ZIP alone', () => {
  expect(names(nowhere, consented).slice(-1)).toEqual(['home_zip'])
})

test.each<{ answers: Record<string, Value>; offered: string[] }>([
  { answers: { home_zip: '10002' }, offered: ['5', '7', '19'] },
  { answers: { home_borough: 'South' }, offered: ['7', '19'] },
])('the areas offered after $answers are $offered', ({ answers, offered }) => {
  const interview = interviewWith({ ...consented, ...answers })
  const choices = choicesOf(inTown, interview, inTown.question('home_area')!, 'es')
  expect(choices.map(({ code }) => code)).toEqual(offered)
})

test('an area chosen from a list counts no longer once another ZIP does not offer it', () => {
  const chosen = { ...consented, home_zip: '99999', home_borough: 'North', home_area: '1' }
  expect(answersOf(inTown, interviewWith(chosen))).toHaveProperty('home_area', '1')
  const moved = interviewWith({ ...chosen, home_zip: '10002' })
  expect(answersOf(inTown, moved)).not.toHaveProperty('home_area')
  expect(nextQuestion(inTown, interviewWith({ ...allBut(), home_zip: '10002', home_area: '1' }))?.name).toBe(
    'home_area',
  )
})

test('going back walks the questions that are asked, and stops at the first', () => {
  const interview = interviewWith({ ...consented, contact: false })
  expect(previousQuestion(inCity, interview, 'issue')?.name).toBe('contact')
  expect(previousQuestion(inCity, interview, 'adult')).toBeUndefined()
  expect(previousQuestion(inCity, interview, null)?.name).toBe('home_borough')
})

/** Everything answered except where the resident lives. */
function allBut(): Record<string, Value> {
  const answers: Record<string, Value> = { ...consented, contact: false, comment: 'More foot patrols.' }
  for (const question of inTown.questions) {
    if (question.name in answers || question.name.startsWith('home_') || !('choices' in question)) continue
    const code = question.choices[0]!.code
    answers[question.name] = question.kind === 'multiple' && typeof code !== 'boolean' ? [code] : code
  }
  return { ...answers, home_language: 'en' }
}
