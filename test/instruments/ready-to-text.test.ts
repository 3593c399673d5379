import { expect, test } from 'vitest'
import { readyToText, sevenBitFor } from '#instruments/engine/prompts/ready-to-text.ts'

const mark = '\u200f'

test.each([
  ['en', 'The city’s “plan” – more…', `The city's "plan" - more...`],
  ['ht', 'Ou\u00a0dakò?', 'Ou dakò?'],
  ['fr', 'C’est l’été à Paris.', "C'est l'été à Paris."],
  ['fr', 'C’est peut-être l’été.', 'C’est peut-être l’été.'],
  ['zh-hans', '“好”', '“好”'],
])(
  'in %s, signs that a phone lacks are plain where nothing else keeps a text out of GSM-7: %s',
  (language, text, sent) => {
    expect(readyToText(text, language)).toBe(sent)
  },
)

test('in a right-to-left language a line that begins with Latin letters is marked, so that it runs from the right', () => {
  expect(readyToText('كيف؟\n1) SMS أو مكالمة\n2) بريد', 'ar')).toBe(`كيف؟\n${mark}1) SMS أو مكالمة\n2) بريد`)
  expect(readyToText('1) SMS أو مكالمة', 'en')).toBe('1) SMS أو مكالمة')
})

test('a link alone on its line stays as it is', () => {
  const text = 'هنا:\nhttps://survey.example/i/AbC-_dEf'
  expect(readyToText(text, 'ar')).toBe(text)
})

test.each([
  ['’', "'"],
  ['á', 'à'],
  ['ú', 'ù'],
  ['ê', 'è'],
  ['ç', 'c'],
  ['ł', 'l'],
  ['中', undefined],
])('for %s an author is offered %s', (character, alike) => {
  expect(sevenBitFor(character)).toBe(alike)
})
