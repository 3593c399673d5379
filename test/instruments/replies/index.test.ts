import { expect, test } from 'vitest'
import type { Value } from '#instruments/engine/events.ts'
import { optIn, optOut } from '#instruments/engine/replies/commands.ts'
import { readReply } from '#instruments/engine/replies/index.ts'
import { consented, inCity, interviewWith, inTown } from '../bundled.ts'
import { asking } from '../asking.ts'

/** The reading in short: a value, or the reason or request in parentheses. */
function read(question: string, text: string, language = 'en'): Value {
  const interview = interviewWith({ ...consented, contact: true, home_borough: 'North' })
  const reading = readReply(inCity, interview, inCity.question(question)!, text, language)
  if (reading.understood) return reading.value
  return `(${reading.command ?? reading.reason}${reading.command === 'language' ? ` ${reading.language}` : ''})`
}

test.each<[question: string, text: string, value: Value]>([
  ['trust', '2', 2],
  ['trust', ' 2. ', 2],
  ['trust', '(2)', 2],
  ['trust', '#2', 2],
  ['trust', 'b)', 2],
  ['trust', 'two', 2],
  ['trust', 'Option 2', 2],
  ['trust', 'I would say 2, thanks', 2],
  ['trust', '２', 2],
  ['trust', '2️⃣', 2],
  ['trust', '٢', 2],
  ['trust', '২', 2],
  ['trust', '2 - distrust a little', 2],
  ['trust', 'dos', 2],
  ['trust', 'DISTRUST  a little!!', 2],
  ['trust', 'Desconfío un poco', 2],
  ['trust', 'neither', 3],
  ['trust', 'trust', '(ambiguous)'],
  ['trust', 'a lot', '(ambiguous)'],
  ['trust', 'not trust a lot', '(not-a-choice)'],
  ['trust', '2 or 3', '(ambiguous)'],
  ['trust', '2 3', '(ambiguous)'],
  ['trust', '2 trust a lot', '(ambiguous)'],
  ['trust', '9 trust a lot', '(ambiguous)'],
  ['tenure', 'no', '(not-a-choice)'],
  ['education', 'no', '(not-a-choice)'],
  ['education', 'no degree', 'some_college'],
  ['education', 'or', '(not-a-choice)'],
  ['education', 'GED', 'high_school'],
  ['trust', '0', '(not-a-choice)'],
  ['trust', '6', '(not-a-choice)'],
  ['trust', '- 2', 2],
  ['trust', '2.5', '(not-a-choice)'],
  ['trust', '22', '(not-a-choice)'],
  ['trust', 'the police are fine', '(not-a-choice)'],
  ['trust', '', '(empty)'],
  ['trust', '…', '(empty)'],
  ['trust', "I don't know", '(dont-know)'],
  ['trust', 'no sé', '(dont-know)'],
  ['trust', 'Skip', '(skip)'],
  ['trust', 'omitir', '(skip)'],
  ['trust', 'prefer not to say', '(refuse)'],
  ['trust', 'atrás', '(back)'],
  ['trust', 'what were the choices?', '(help)'],
  ['trust', '?', '(help)'],
  ['trust', 'Español', '(language es)'],
  ['trust', 'STOP', '(opt-out)'],
  ['trust', 'START', '(opt-in)'],
  ['trust', 'Loved “How much do you trust …”', '(reaction)'],
  ['trust', 'Le gustó “¿Cuánto confía …”', '(reaction)'],
  ['trust', '👍 to “How much do you trust …”', '(reaction)'],
  ['trust', 'Liked an image', '(reaction)'],
  ['contact', 'Yes', true],
  ['contact', 'yep!', true],
  ['contact', 'yes i did', true],
  ['contact', 'ok', true],
  ['contact', '👍🏽', true],
  ['contact', '✅', true],
  ['contact', 'Sí', true],
  ['contact', '1', true],
  ['contact', 'nope', false],
  ['contact', 'No, thanks', false],
  ['contact', '👎', false],
  ['contact', 'para nada', false],
  ['contact', '2', false],
  ['contact', 'yes and no', '(ambiguous)'],
  ['contact', 'not sure', '(dont-know)'],
  ['contact', 'maybe', '(not-a-choice)'],
  ['contact', '3', '(not-a-choice)'],
  ['consent', 'I agree', true],
  ['consent', 'I do not agree', false],
  ['consent', "I don't agree", false],
  ['consent', 'no acepto', false],
  ['race_ethnicity', '1 3', ['hispanic', 'black']],
  ['race_ethnicity', '1,3 and 4', ['hispanic', 'black', 'asian']],
  ['race_ethnicity', '3 & 1', ['hispanic', 'black']],
  ['race_ethnicity', 'white and black', ['white', 'black']],
  ['race_ethnicity', 'White', ['white']],
  ['race_ethnicity', 'Black or African American', ['black']],
  ['race_ethnicity', 'prefer not to say', ['no_answer']],
  ['race_ethnicity', '1 9', '(ambiguous)'],
  ['race_ethnicity', '1 10', '(not-a-choice)'],
  ['race_ethnicity', 'white and green', '(not-a-choice)'],
  ['race_ethnicity', 'human', '(not-a-choice)'],
  ['age_group', '34', '25-34'],
  ['age_group', "I'm 34 years old", '25-34'],
  ['age_group', '25 to 34', '25-34'],
  ['age_group', '25-34', '25-34'],
  ['age_group', '2', '25-34'],
  ['age_group', '81', '75+'],
  ['age_group', '75 or older', '75+'],
  ['age_group', '17', '(not-a-choice)'],
  ['home_language', 'Spanish', 'es'],
  ['home_language', 'español', 'es'],
  ['comment', 'stop the speeding on my block', 'stop the speeding on my block'],
  ['comment', '  More light.  ', 'More light.'],
  ['comment', 'yes', 'yes'],
  ['comment', 'leave me alone', '(opt-out)'],
  ['comment', 'no más', '(opt-out)'],
  ['comment', 'skip', '(skip)'],
  ['comment', 'x'.repeat(1501), '(too-long)'],
  ['home_zip', '10027', '10027'],
  ['home_zip', 'my zip is 10027-1200', '10027'],
  ['home_zip', '١٠٠٢٧', '10027'],
  ['home_zip', '10027 or 10026', '(ambiguous)'],
  ['home_zip', '1002', '(wrong-format)'],
  ['home_zip', 'Harlem', '(wrong-format)'],
  ['home_area', '9', '9'],
  ['home_area', 'Precinct 9', '9'],
  ['home_area', 'the 9th precinct', '9'],
  ['home_area', 'I live in precinct 12', '12'],
  ['home_area', '13', '(not-a-choice)'],
  ['home_area', 'precinct', '(ambiguous)'],
  ['home_area', 'not sure', '(dont-know)'],
])('%s: "%s" is read as %j', (question, text, value) => {
  expect(read(question, text)).toEqual(value)
})

test('a number typed for one of a few listed areas is its place on the list, its own number, or ambiguous', () => {
  const interview = interviewWith({ ...consented, home_zip: '10002' })
  const area = inTown.question('home_area')!
  expect(readReply(inTown, interview, area, '1', 'en')).toEqual({ understood: true, value: '5' })
  expect(readReply(inTown, interview, area, '19', 'en')).toEqual({ understood: true, value: '19' })
})

test.each([
  ['age', { type: 'text', inputType: 'number', min: 1, max: 120, step: 1 }, '42', 42],
  ['number words', { type: 'text', inputType: 'number' }, 'about twelve', 12],
  ['a comma', { type: 'text', inputType: 'number' }, '2,5', 2.5],
  ['thousands', { type: 'text', inputType: 'number' }, '1,200', 1200],
  ['below', { type: 'text', inputType: 'number', min: 1 }, '0', '(out-of-range)'],
  ['two numbers', { type: 'text', inputType: 'number' }, '2 or 3', '(ambiguous)'],
  ['a part', { type: 'text', inputType: 'number', step: 1 }, '2.5', '(wrong-format)'],
  ['words', { type: 'text', inputType: 'number' }, 'a few', '(not-a-number)'],
  ['a rating', { type: 'rating', rateMin: 0, rateMax: 10 }, '0', 0],
  ['a rating in words', { type: 'rating', rateMin: 0, rateMax: 10 }, 'ten', 10],
  ['a rating out of range', { type: 'rating', rateMin: 0, rateMax: 10 }, '11', '(out-of-range)'],
  ['the end of a rating', { type: 'rating', rateMax: 7, maxRateDescription: 'Excellent' }, 'excellent', 7],
  ['at most two', { type: 'checkbox', choices: ['a', 'b', 'c'], maxSelectedChoices: 2 }, '1 2 3', '(out-of-range)'],
  ['yes among more', { type: 'radiogroup', choices: ['Yes', 'No', 'Not yet'] }, 'yeah', 'Yes'],
  ['all', { type: 'checkbox', choices: ['red', 'blue'] }, 'all', ['red', 'blue']],
  ['none', { type: 'checkbox', choices: ['red', { value: 'no', text: 'Neither', isExclusive: true }] }, 'none', ['no']],
])('a question of another kind reads %s', (_, element, text, value) => {
  const { compiled, question } = asking(element)
  const reading = readReply(compiled, interviewWith({}), question, text, 'en')
  expect(reading.understood ? reading.value : `(${reading.command ?? reading.reason})`).toEqual(value)
})

test.each<[text: string, kind: ReturnType<typeof optOut>]>([
  ['STOP', 'carrier'],
  [' stop ', 'carrier'],
  ['StopAll', 'carrier'],
  ['QUIT', 'carrier'],
  ['Stop!', 'plain'],
  ['REVOKE', 'plain'],
  ['opt out', 'plain'],
  ['Stop texting me.', 'plain'],
  ['please remove me', 'plain'],
  ['ok please stop now', 'plain'],
  ['Stop texting me please!!', 'plain'],
  ['ya no me escriban por favor', 'plain'],
  ['please', undefined],
  ['ok', undefined],
  ['ya', undefined],
  ["Don't text me again", 'plain'],
  ['¡Ya no me escriban!', 'plain'],
  ['No más', 'plain'],
  ['stop the speeding on my block', undefined],
  ['they should stop and talk', undefined],
  ['no', undefined],
  ['the end of the month', undefined],
])('"%s" as an opt-out: %s', (text, kind) => {
  expect(optOut(text)).toBe(kind)
})

test('a bare yes may take an opt-out back, and is told apart from START', () => {
  expect([optIn('START'), optIn('unstop'), optIn('Yes'), optIn('yes please')]).toEqual([
    'start',
    'start',
    'yes',
    undefined,
  ])
})
