import { expect, test } from 'vitest'
import { findLanguage, languageByScript, otherLanguages } from '#instruments/engine/find-language.ts'
import { languageAsked } from '#instruments/engine/replies/commands.ts'

const all = ['en', 'es', 'zh-hans', 'zh-hant', 'ru', 'bn', 'ht', 'ko', 'ar', 'ur', 'fr', 'pl']
const found = (text: string, among = all) => {
  const language = findLanguage(text, among)
  return language && ('language' in language ? language.language : language.among)
}

test.each([
  ['ESPAÑOL', 'es'],
  ['espanol por favor', 'es'],
  ['Polski!', 'pl'],
  ['po polsku prosze', 'pl'],
  ['KREYOL', 'ht'],
  ['繁體中文', 'zh-hant'],
  ['Urdu', 'ur'],
])('"%s" names its language', (text, language) => {
  expect(found(text)).toBe(language)
})

test.each([
  ['Здравствуйте', 'ru'],
  ['안녕하세요', 'ko'],
  ['হ্যালো', 'bn'],
  ['السلام عليكم، أريد المشاركة', 'ar'],
  ['مجھے اردو میں چاہیے', 'ur'],
  ['ہیلو', 'ur'],
  ['你们是谁', 'zh-hans'],
  ['你們是誰', 'zh-hant'],
  ['我想參加這個調查', 'zh-hant'],
  ['我想参加这个调查', 'zh-hans'],
  ['hi 안녕하세요 반갑습니다', 'ko'],
])('"%s" is known by its letters', (text, language) => {
  expect(found(text)).toBe(language)
})

test.each([
  ['Hola', 'es'],
  ['¿qué es esto?', 'es'],
  ['buenos días', 'es'],
  ['Bonjour', 'fr'],
  ['Bonjou', 'ht'],
  ['dzień dobry', 'pl'],
  ['Cześć', 'pl'],
  ['hello', 'en'],
])('"%s" is known by its words', (text, language) => {
  expect(found(text)).toBe(language)
})

test.each(['1', '', '🙂', 'ok', 'x', '???', 'hola hello', 'a b c'])('"%s" tells nothing', (text) => {
  expect(found(text)).toBeUndefined()
})

test('what fits two languages asks between those two, and foreign letters among all', () => {
  expect(found('中文')).toEqual(['zh-hans', 'zh-hant'])
  expect(found('Chinese')).toEqual(['zh-hans', 'zh-hant'])
  expect(found('你好')).toEqual(['zh-hans', 'zh-hant'])
  expect(found('سلام')).toEqual(['ar', 'ur'])
  expect(found('שלום')).toEqual(all)
  expect(found('γειά σου')).toEqual(all)
})

test('only the languages of the study are found', () => {
  expect(found('中文', ['en', 'zh-hant'])).toBe('zh-hant')
  expect(found('سلام', ['en', 'ar'])).toBe('ar')
  expect(found('Bonjour', ['en', 'es'])).toBeUndefined()
  expect(found('안녕하세요', ['en', 'es'])).toEqual(['en', 'es'])
  expect(languageByScript('hola', ['en', 'es'])).toBeUndefined()
})

test('every language that the first text offers is understood when it is texted back', () => {
  const offered = otherLanguages(all, 'en').split(', ')
  expect(offered).toHaveLength(10) // Chinese stands for both
  const understood = offered.map((word) => languageAsked(word, all))
  expect(understood).not.toContain(undefined)
  expect(new Set(understood).size).toBe(10)
  expect(offered.join('')).toMatch(/^[A-Z]+$/)
})
