import { expect, test } from 'vitest'
import { converse } from '#instruments/engine/converse.ts'
import { languages } from '#instruments/engine/languages/index.ts'
import { readReply } from '#instruments/engine/replies/index.ts'
import { interviewWith } from '../bundled.ts'
import { asking } from '../asking.ts'

const precincts = ['Precinct 2', 'Precinct 5', 'Precinct 1']
const people = ['0', '1', '2', '3 or more']
const years = ['Less than 1 year', '1 to 5 years', '6 to 10 years', 'More than 10 years']
const times = ['Once', '2-3 times', '4 or more times']
const homes = ['House 1', 'House 2', 'Tent']

test.each([
  ['a name with a number gives way to the place on the list', precincts, '2', 'Precinct 5'],
  ['its whole name is itself', precincts, 'precinct 2', 'Precinct 2'],
  ['a number beyond the list is the name that has it', precincts, '5', 'Precinct 5'],
  ['a number that is a place and another choice is either', people, '2', '(ambiguous)'],
  ['a letter is a place', people, 'B', '1'],
  ['a letter in parentheses is a place', people, '(c)', '2'],
  ['a letter with a word for it is a place', people, 'letter b', '1'],
  ['a number that is no place is the choice that has it', people, '0', '0'],
  ['a place that no choice is called by is the place', people, '4', '3 or more'],
  ['a place among ranges is the place', years, '3', '6 to 10 years'],
  ['a number of years is the range it falls into', years, '3 years', '1 to 5 years'],
  ['a number of months is none of years', years, '3 months', '(not-a-choice)'],
  ['a number of times is the range it falls into', times, '3 times', '2-3 times'],
  ['a number that is a place and in the same words is that place', homes, '2', 'House 2'],
])('%s', (_, choices, text, value) => {
  const { compiled, question } = asking({ type: 'radiogroup', choices })
  const reading = readReply(compiled, interviewWith({}), question, text, 'en')
  expect(reading.understood ? reading.value : `(${reading.command ?? reading.reason})`).toBe(value)
})

test('who sends a number that may be two choices is told the letters, and a letter is understood', () => {
  const { compiled } = asking({ type: 'radiogroup', choices: people })
  const interview = { ...interviewWith({}), awaiting: 'one' }
  const { reply, happenings } = converse(compiled, interview, '2')
  expect(reply).toContain('Which one do you mean? Reply with its letter: B) 1, C) 2')
  expect(happenings).toMatchObject([{ type: 'not-understood', reason: 'ambiguous' }])
  expect(converse(compiled, interview, 'c').happenings[0]).toMatchObject({ type: 'answered', value: '2' })
})

test.each(Object.keys(languages))(
  'the letters that are told in %s are read as the places they stand for',
  (language) => {
    const { compiled, question } = asking({ type: 'radiogroup', choices: people })
    const interview = { ...interviewWith({}), awaiting: 'one', language }
    const [, letter] = /[:：]\s*(\p{L})\) 1, (\p{L})\) 2/u.exec(converse(compiled, interview, '2').reply) ?? []
    expect(readReply(compiled, interview, question, letter!, language)).toEqual({ understood: true, value: '1' })
  },
)

test('a long list without numbers is answered by place, one of names only by its names', () => {
  const long = Array.from({ length: 12 }, (_, i) => `Street ${'abcdefghijkl'[i]}`)
  const { compiled, question } = asking({ type: 'radiogroup', choices: long })
  expect(readReply(compiled, interviewWith({}), question, '11', 'en')).toEqual({ understood: true, value: long[10] })
})
