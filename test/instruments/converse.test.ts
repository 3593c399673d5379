import { expect, test } from 'vitest'
import { converse, open, type Turn } from '#instruments/engine/converse.ts'
import { apply, type Interview, notBegun } from '#instruments/engine/interview.ts'
import { after, consented, inCity, interviewWith, inTown } from './bundled.ts'

const who = { id: '', at: '', actor: 'respondent', mode: 'sms', language: 'en' } as const

const types = ({ happenings }: Turn) => happenings.map(({ type }) => type)

test('the first text says who asks, why, how long and how to stop, and asks one question', () => {
  const { reply, happenings } = open(inTown, notBegun, 'en')
  expect(reply).toMatch(/City Survey Office.*neighborhood.*6 minutes.*STOP[^]*18 years old/)
  expect(happenings).toEqual([
    { type: 'begun', language: 'en' },
    { type: 'asked', question: 'adult', language: 'en' },
  ])
})

test('a stranger who begins with the name of a language is asked in it', () => {
  expect(converse(inTown, notBegun, 'Español').reply).toContain('¿Tiene usted 18 años o más?')
})

test('a first text that says stop begins nothing', () => {
  expect(converse(inTown, notBegun, 'STOP')).toEqual({ happenings: [{ type: 'opted-out', language: 'en' }], reply: '' })
})

test('no reply to a finished interview undoes it', () => {
  const finished = apply(interviewWith(consented), { ...who, type: 'completed', outcome: 'complete' })
  for (const text of ['STOP', 'leave me alone', 'START', 'hello', 'back'])
    expect(converse(inTown, finished, text).happenings).toEqual([])
  expect(converse(inTown, finished, 'leave me alone').reply).toMatch(/no more texts/)
  expect(converse(inTown, finished, 'STOP').reply).toBe('')
})

test('a bare yes is an answer, and takes back an opt-out only after one', () => {
  const asked = after(notBegun, open(inTown, notBegun, 'en'))
  expect(types(converse(inTown, asked, 'YES'))).toEqual(['answered', 'asked'])
  const stopped = after(asked, converse(inTown, asked, 'stop'))
  expect(types(converse(inTown, stopped, 'YES'))).toEqual(['reopened', 'asked'])
})

test('an interview left on the web goes on by text with the open question, and takes no stray value for it', () => {
  const web = interviewWith({ ...consented, trust: 4 }, 'web')
  const turn = converse(inTown, web, '2')
  expect(turn.happenings).toEqual([{ type: 'asked', question: 'respect', language: 'en' }])
  expect(turn.reply).toContain('How respectfully')
})

test('a late reply to the text on which an interview broke off counts', () => {
  let interview = after(notBegun, open(inTown, notBegun, 'en'))
  interview = apply(interview, { ...who, type: 'broken-off' })
  expect(types(converse(inTown, interview, 'yes'))).toEqual(['answered', 'asked'])
  expect(types(converse(inTown, interview, 'what do you want'))).toEqual(['reopened', 'asked'])
})

test('a list of more than nine areas is answered by number or name, in two steps', () => {
  const { reply } = converse(inCity, { ...lastBut('home_zip'), awaiting: 'home_zip' }, 'skip')
  expect(reply).toContain('1) North\n2) South')
  const borough = apply(apply(lastBut('home_borough'), asked('home_borough')), answered('home_borough', 'South'))
  const area = converse(inCity, apply(borough, asked('home_area')), 'purple')
  expect(area.reply).toContain('Which police precinct do you live in?\nReply with its name or number, or SKIP')
  const named = converse(inCity, apply(borough, asked('home_area')), 'the 19th')
  expect(named.happenings[0]).toMatchObject({ type: 'answered', question: 'home_area', value: '19' })
  const unsure = converse(inCity, apply(borough, asked('home_area')), 'not sure')
  expect(types(unsure)).toEqual(['dont-know', 'completed'])
})

const asked = (question: string) => ({ ...who, type: 'asked', question }) as const
const answered = (question: string, value: string) => ({ ...who, type: 'answered', question, value }) as const

/** Consented, and everything up to this question skipped. */
function lastBut(name: string): Interview {
  let interview = interviewWith({ ...consented, contact: false })
  for (const question of inCity.questions) {
    if (question.name === name) break
    if (!question.required && question.name !== 'contact')
      interview = apply(interview, { ...who, type: 'skipped', question: question.name })
  }
  return interview
}
