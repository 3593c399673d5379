import { expect, test } from 'vitest'
import type { Event } from '#instruments/engine/events.ts'
import { apply, fold, type Interview } from '#instruments/engine/interview.ts'
import { prompt } from '#instruments/engine/prompts/index.ts'
import { asking } from './asking.ts'
import { interviewWith } from './bundled.ts'
import { link, workshop } from './workshop.ts'

const who = { id: '', at: '', actor: 'respondent', mode: 'sms', language: 'en' } as const
const begun = { consent: true, takes_stairs: true }
const texted = (interview: Interview, name: string, language = 'en', again = false) =>
  prompt(workshop, interview, workshop.question(name)!, language, { link, again })

/** What a text asks about one question, without its title. */
function asked(element: Record<string, unknown>, language = 'en'): string {
  const { compiled, question } = asking(element)
  return prompt(compiled, interviewWith({}), question, language).split('\n').slice(1).join('|')
}

test.each<{ element: Record<string, unknown>; says: string }>([
  { element: { type: 'radiogroup', choices: ['Up', 'Down'] }, says: '1) Up|2) Down|Reply 1 or 2.' },
  { element: { type: 'rating' }, says: 'Reply 1 to 5.' },
  {
    element: { type: 'rating', rateMax: 10, minRateDescription: 'bad', maxRateDescription: 'good' },
    says: '1 = bad|10 = good|Reply 1 to 10.',
  },
  {
    element: { type: 'rating', rateValues: [1, { value: 2, text: 'fair' }, 3], maxRateDescription: 'good' },
    says: '2 = fair|3 = good|Reply 1 to 3.',
  },
  {
    element: { type: 'rating', rateValues: ['a', 'b', 'c', 'd', 'e', 'f'].map((text, i) => ({ value: i, text })) },
    says: '0 = a|5 = f|Reply 0 to 5.',
  },
  {
    element: { type: 'checkbox', choices: ['a', 'b'] },
    says: '1) a|2) b|Reply with all that apply, for example 1 2.',
  },
  {
    element: { type: 'checkbox', choices: ['a', 'b', 'c', 'd'], maxSelectedChoices: 3 },
    says: '1) a|2) b|3) c|4) d|Reply with up to 3 numbers, for example 1 3.',
  },
  {
    element: { type: 'checkbox', choices: ['a', 'b', 'c', 'd'], minSelectedChoices: 2, maxSelectedChoices: 3 },
    says: '1) a|2) b|3) c|4) d|Reply with 2 to 3 numbers, for example 1 3.',
  },
  {
    element: { type: 'checkbox', choices: ['a', 'b', 'c'], maxSelectedChoices: 1 },
    says: '1) a|2) b|3) c|Reply 1 to 3.',
  },
  {
    element: { type: 'ranking', choices: ['a', 'b', 'c'] },
    says: '1) a|2) b|3) c|Reply with the numbers, best first, for example 3 2 1.',
  },
  { element: { type: 'text', inputType: 'number' }, says: 'Reply with a number.' },
  { element: { type: 'text', inputType: 'number', min: 0, max: 9 }, says: 'Reply with a number from 0 to 9.' },
  { element: { type: 'slider', step: 10 }, says: 'Reply with a number from 0 to 100, in steps of 10.' },
  { element: { type: 'text', inputType: 'date' }, says: 'Reply with a date, for example March 14, 1985.' },
  { element: { type: 'comment', isRequired: true }, says: '' },
])('$element.type asks "$says"', ({ element, says }) => {
  expect(asked(element)).toBe(says)
})

test('a grid says its title and scale with the first of three rows, and in between only the row', () => {
  const first = interviewWith(begun)
  expect(texted(first, 'safe.hall')).toBe(
    'How safe do you feel in these places?\nIn the hall\n1) Very unsafe\n2) Unsafe\n3) Safe\n4) Very safe\nReply 1 to 4.',
  )
  const second = interviewWith({ ...begun, 'safe.hall': 3 })
  expect(texted(second, 'safe.stairs')).toBe('On the stairs\nSame choices, 1 to 4.')
  const fourth = interviewWith({ ...begun, 'safe.hall': 3, 'safe.stairs': 3, 'safe.yard': 3 })
  expect(texted(fourth, 'safe.street')).toMatch(/^How safe .*\nIn the street outside\n1\) /)
})

test.each<{ when: string; interview: Interview; again: boolean }>([
  { when: 'it is asked again', interview: interviewWith({ ...begun, 'safe.hall': 3 }), again: true },
  {
    when: 'the row before was answered on the web',
    interview: interviewWith({ ...begun, 'safe.hall': 3 }, 'web'),
    again: false,
  },
  {
    when: 'the resident has gone back to it',
    interview: interviewWith({ ...begun, 'safe.hall': 3, 'safe.stairs': 2 }),
    again: false,
  },
  {
    when: 'the rows before it are hidden',
    interview: interviewWith({ consent: true, takes_stairs: false }),
    again: false,
  },
])('a row says everything again when $when', ({ interview, again }) => {
  expect(texted(interview, 'safe.stairs', 'en', again)).toContain('How safe do you feel')
})

test('a list too long for one text is asked in two: the group, then the choice within it', () => {
  const events: Event[] = [{ ...who, type: 'asked', question: 'spoken' }]
  expect(texted(fold(events), 'spoken', 'es')).toMatch(
    /\n1\) Un idioma europeo\n2\) .*\n3\) Algo distinto\nResponda del 1 al 3.$/,
  )
  const grouped = apply(fold(events), { ...who, type: 'asked', question: 'spoken', group: 2 })
  expect(texted(grouped, 'spoken', 'es')).toMatch(
    /\nAlgo distinto\n1\) Criollo haitiano\n2\) Otro idioma\nResponda del 1 al 2, o ATRÁS para ver los otros grupos.$/,
  )
})

test('what no text can ask is a link, and a text without one is a mistake of ours', () => {
  const { compiled } = { compiled: workshop }
  expect(texted(interviewWith(begun), 'month')).toBe(`Please answer the next one here: ${link}\nThen text OK, or SKIP.`)
  expect(() => prompt(compiled, interviewWith(begun), workshop.question('month')!, 'en')).toThrow(/is asked by a link/)
})

test('what an instrument only shows stands before the next question, under its own conditions', () => {
  expect(texted(interviewWith({ consent: true }), 'takes_stairs')).toMatch(/^Now about the building.\nDo you use/)
})

test('milestones stand where they cost no further segment, once each, and not when a question is repeated', () => {
  const answers = interviewWith({ ...begun, recommend: 5 })
  expect(texted(answers, 'tempo')).toMatch(/^About halfway.\nHow was the pace/)
  expect(texted(answers, 'tempo', 'en', true)).toMatch(/^How was the pace/)
  expect(texted(answers, 'share_done')).toMatch(/^How much/)
  const milestones = workshop.questions.filter(({ name }) => /^(About halfway|Almost done)/.test(texted(answers, name)))
  expect(milestones.map(({ name }) => name)).toEqual(['tempo', 'first_visit'])
})
