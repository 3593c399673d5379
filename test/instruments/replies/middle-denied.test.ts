import { expect, test } from 'vitest'
import { ElementJson } from '#instruments/engine/instrument.ts'
import { questionOf } from '#instruments/engine/question.ts'
import { readAnswer } from '#instruments/engine/replies/index.ts'

/** What a reply means on a scale from disagreement (1) by the middle (2) to agreement (3). */
function read(language: string, scale: readonly string[], text: string) {
  const choices = scale.map((text, i) => ({ value: i + 1, text: { [language]: text, default: text } }))
  const question = questionOf(ElementJson.parse({ type: 'radiogroup', name: 'q', title: '—', choices }), [])
  if (question?.kind !== 'single') throw new RangeError('no question with choices')
  const reading = readAnswer(question, question.choices, text, [language])
  return reading.understood ? reading.value : undefined
}

const scales: Readonly<Record<string, readonly string[]>> = {
  en: ['Disagree', 'Neither agree nor disagree', 'Agree'],
  es: ['En desacuerdo', 'Ni de acuerdo ni en desacuerdo', 'De acuerdo'],
  fr: ['Pas d’accord', 'Ni d’accord ni pas d’accord', 'D’accord'],
  ht: ['Pa dakò', 'Ni dakò ni pa dakò', 'Dakò'],
  ru: ['Не согласен', 'Ни согласен, ни не согласен', 'Согласен'],
  pl: ['Nie zgadzam się', 'Ani się zgadzam, ani nie zgadzam', 'Zgadzam się'],
  'zh-hans': ['不同意', '既不同意也不反对', '同意'],
  'zh-hant': ['不同意', '既不同意也不反對', '同意'],
  bn: ['একমত নই', 'একমতও না, দ্বিমতও না', 'একমত'],
  ko: ['동의하지 않음', '동의도 반대도 아님', '동의함'],
  ar: ['لا أوافق', 'لا أوافق ولا أعارض', 'أوافق'],
  ur: ['متفق نہیں', 'نہ متفق نہ غیر متفق', 'متفق'],
}

test.each([
  ['en', "I don't agree"],
  ['en', 'I do not agree'],
  ['en', 'not agree'],
  ['es', 'no estoy de acuerdo'],
  ['es', 'yo no estoy de acuerdo'],
  ['fr', 'je ne suis pas d’accord'],
  ['fr', 'pas d accord'],
  ['ht', 'mwen pa dakò'],
  ['ru', 'не согласен'],
  ['ru', 'я не согласна'],
  ['pl', 'nie zgadzam się'],
  ['pl', 'nie zgadzam się z tym'],
  ['zh-hans', '不同意'],
  ['zh-hans', '我不同意'],
  ['zh-hant', '我唔同意'],
  ['bn', 'আমি একমত নই'],
  ['ko', '동의하지 않아요'],
  ['ko', '동의 안 해요'],
  ['ar', 'لا أوافق'],
  ['ar', 'انا لا اوافق'],
  ['ur', 'میں متفق نہیں'],
  ['ur', 'متفق نہیں ہوں'],
])('in %s "%s" is no middle', (language, text) => {
  expect([1, undefined]).toContain(read(language, scales[language] ?? [], text))
})

test.each(Object.entries(scales))('in %s the middle can be said', (language, scale) => {
  expect(scale.map((label) => read(language, scale, label))).toEqual([1, 2, 3])
})

test.each([
  ['es', 'no estoy de acuerdo'],
  ['ht', 'mwen pa dakò'],
  ['zh-hans', '我不同意'],
])('in %s "%s" is the choice of who does not agree', (language, text) => {
  expect(read(language, scales[language] ?? [], text)).toBe(1)
})
