import { expect, test } from 'vitest'
import { bodyText } from '#instruments/engine/replies/body.ts'

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

test.each(['Sí, claro', 'да', '非常信任', 'نعم', 'হ্যাঁ', '5', 'I trust them somewhat.', '👍🏽'])(
  'a body in Base64 is read as the text it stands for: %s',
  (text) => {
    expect(bodyText(base64(text))).toBe(text)
    expect(bodyText(`${base64(text)}\n`)).toBe(text)
  },
)

test.each(['Homeless', 'test', 'YES', '1234', '12345678', 'Okay', 'nope', 'STOP', 'Spanish1', 'drug', 'agreeing'])(
  'a word that could be Base64 stays a word: %s',
  (text) => {
    expect(bodyText(text)).toBe(text)
  },
)

test.each([
  ['an empty body', '', ''],
  ['nothing but space', ' \n\t ', ''],
  ['nothing but characters that show nothing', '\u200b\u202e\u0000\ufeff', ''],
  ['control characters', '2\u0007\u0000', '2'],
  ['marks of direction', '\u202b\u0662\u202c', '\u0662'],
  ['half of a surrogate pair', 'ok \ud83d', 'ok'],
  ['what no program could decode', '3\ufffd', '3'],
  ['line ends of another system', 'one\r\ntwo', 'one\ntwo'],
  ['joiners that emoji and Bengali need', '👨\u200d👩\u200d👧 র\u200d্য', '👨\u200d👩\u200d👧 র\u200d্য'],
  ['a quoted question', '3\n> How much do you trust the police?\n> 1 A lot', '3'],
  ['a quoted message', 'Yes\n\nOn Mon, Mar 4, 2024 at 3:15 PM Survey <s@example.org> wrote:\nMay we ask?', 'Yes'],
  [
    'a quoted message in French',
    'Oui\nLe lun. 4 mars 2024 à 15:15, Enquête <s@example.org> a écrit :\nPeut-on ?',
    'Oui',
  ],
  ['an original message', '2\n-----Original Message-----\nFrom: survey', '2'],
  ['a phone’s signature', '4\n\nSent from my iPhone', '4'],
  ['a signature in Spanish', 'No\nEnviado desde mi iPhone', 'No'],
  ['a signature in Russian', 'Да\nОтправлено с iPhone', 'Да'],
  ['a signature in Polish', 'Tak\nWysłane z iPhone’a', 'Tak'],
  ['a signature in Chinese', '是\n发自我的iPhone', '是'],
  ['a signature in Korean', '네\n나의 iPhone에서 보냄', '네'],
  ['a signature in Arabic', 'نعم\nأُرسلت من الـ iPhone', 'نعم'],
  ['what is nothing but a quotation', '> 3', '> 3'],
  ['a line that tells who wrote', 'My son\nhe wrote: help', 'My son\nhe wrote: help'],
])('%s leaves what was written', (_, raw, text) => {
  expect(bodyText(raw)).toBe(text)
})

test('a body of any length comes to 4,000 characters at most', () => {
  expect(bodyText('a b '.repeat(25_000))).toHaveLength(4000)
  expect(bodyText('A'.repeat(100_000)).length).toBeLessThanOrEqual(4000)
  expect(bodyText(base64('é'.repeat(50_000))).length).toBeLessThanOrEqual(4000)
})
