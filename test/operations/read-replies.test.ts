import { expect, test } from 'vitest'
import { replyReader } from '#server/operations/read-replies.ts'

const agree = { type: 'radiogroup', choices: ['Strongly agree', 'Agree', 'Neutral', 'Disagree', 'Strongly disagree'] }
const grid = { type: 'matrix', columns: ['Agree', 'Disagree'], rows: [{ value: 'day', text: 'By day' }, 'night'] }
const group = { type: 'multipletext', items: [{ name: 'adults', inputType: 'number' }, { name: 'street' }] }

const read = (line: unknown) => replyReader()(typeof line === 'string' ? line : JSON.stringify(line), 7)

test.each([
  ['a choice', { question: agree, language: 'en', text: 'completely agree' }, 'Strongly agree'],
  ['a row of a grid by its columns', { question: grid, row: 'night', language: 'en', text: 'disagree' }, 'Disagree'],
  ['a field of a multiple text', { question: group, row: 'adults', language: 'es', text: 'dos' }, 2],
  ['a language as SurveyJS calls it', { question: { type: 'boolean' }, language: 'zh-tw', text: '好' }, true],
  ['a body in Base64', { question: { type: 'boolean' }, language: 'ru', text: '0LTQsA==' }, true],
  ['a dropdown', { question: { type: 'dropdown', choices: ['a1', 'b2'] }, language: 'en', text: '2' }, 'b2'],
])('a line gives the value of %s', (_, line, value) => {
  expect(read(line)).toEqual({ understood: true, value })
})

test.each([
  ['the reason why there is none', { question: agree, language: 'en', text: '2 or 3' }, { reason: 'ambiguous' }],
  ['a request', { question: agree, language: 'fr', text: 'je ne sais pas' }, { reason: 'dont-know' }],
  [
    'the language asked for',
    { question: agree, language: 'en', text: 'polski' },
    { reason: 'language', language: 'pl' },
  ],
])('a line gives %s', (_, line, reading) => {
  expect(read(line)).toEqual({ understood: false, ...reading })
})

test.each([
  ['no JSON', 'nonsense', /^Line 7: /],
  ['no text', { question: agree, language: 'en' }, /^Line 7: .*text/s],
  ['a grid without its row', { question: grid, language: 'en', text: '1' }, /^Line 7: .*"day", "night"/],
  [
    'a row that the grid lacks',
    { question: grid, row: 'noon', language: 'en', text: '1' },
    /^Line 7: .*"day", "night"/,
  ],
  ['a type that is no single question', { question: { type: 'file' }, language: 'en', text: '1' }, /^Line 7: .*file/],
  ['a language we do not read', { question: agree, language: 'de', text: '1' }, /^Line 7: "de" .*en, es/],
])('a line with %s is an error that names the line and the way out', (_, line, error) => {
  expect(read(line)).toEqual({ error: expect.stringMatching(error) })
})
