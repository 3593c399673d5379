import { expect, test } from 'vitest'
import { inOneLanguage } from '#instruments/engine/one-language.ts'
import { instrument } from './bundled.ts'

test('a document in one language keeps everything but the wordings of the others', () => {
  const document = {
    title: { default: 'Trust', 'zh-tw': '信任', es: 'Confianza' },
    choices: [{ value: 1, text: { default: 'One', es: 'Uno' } }, { value: 'en', text: 'EN' }, 7, null],
    margin: { dimension: 'age', universe: 'adults' },
    labels: { female: { en: 'Women', es: 'Mujeres' } },
    empty: {},
  }
  expect(inOneLanguage(document, 'zh-hant')).toEqual({
    title: { default: '信任' },
    choices: [{ value: 1, text: { default: 'One' } }, { value: 'en', text: 'EN' }, 7, null],
    margin: { dimension: 'age', universe: 'adults' },
    labels: { female: { default: 'Women' } },
    empty: {},
  })
})

test('a page in one language carries less than a quarter of the bundled instrument', () => {
  const bytes = (document: unknown) => Buffer.byteLength(JSON.stringify(document))
  expect(bytes(inOneLanguage(instrument, 'bn'))).toBeLessThan(bytes(instrument) / 4)
})
