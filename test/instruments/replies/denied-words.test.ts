import { expect, test } from 'vitest'
import { ElementJson } from '#instruments/engine/instrument.ts'
import { questionOf } from '#instruments/engine/question.ts'
import { readAnswer } from '#instruments/engine/replies/index.ts'

function read(language: string, json: object, text: string) {
  const question = questionOf(ElementJson.parse({ name: 'q', title: '—', ...json }), [])
  if (question === undefined) throw new RangeError('no question')
  const reading = readAnswer(question, 'choices' in question ? question.choices : [], text, [language])
  return reading.understood ? reading.value : undefined
}

const named = (language: string, type: string, labels: Readonly<Record<string, string>>) => ({
  type,
  choices: Object.entries(labels).map(([value, text]) => ({ value, text: { [language]: text, default: text } })),
})

const problems: Readonly<Record<string, object>> = {
  ar: named('ar', 'checkbox', { mice: 'فئران', heat: 'لا تدفئة', mold: 'عفن' }),
  bn: named('bn', 'checkbox', { mice: 'ইঁদুর', heat: 'হিটিং নেই', leak: 'পানি পড়া' }),
  en: named('en', 'checkbox', { mold: 'Mold', heat: 'No heat', leaks: 'Leaks' }),
  ru: named('ru', 'checkbox', { mice: 'Мыши', heat: 'Нет отопления', leaks: 'Протечки' }),
  es: named('es', 'checkbox', { trash: 'Basura', heat: 'Sin calefacción', noise: 'Ruido' }),
}

test.each([
  ['ar', 'ما في فئران', undefined],
  ['bn', 'ইঁদুর নেই', undefined],
  ['es', 'sin basura', undefined],
  ['ru', 'нет мышей', undefined],
  ['ru', 'нет отопления', ['heat']],
  ['en', 'no mold', undefined],
  ['en', 'no heat', ['heat']],
  ['en', 'no mold, just leaks', ['leaks']],
  ['en', 'no mold, leaks', undefined],
  ['es', 'basura no, solo ruido', ['noise']],
])('of problems in %s "%s" is %j', (language, text, value) => {
  expect(read(language, problems[language] ?? {}, text)).toEqual(value)
})

const oftens = {
  en: named('en', 'radiogroup', { 1: 'Never', 2: 'Rarely', 3: 'Often', 4: 'Always' }),
  fr: named('fr', 'radiogroup', { 1: 'Jamais', 2: 'Rarement', 3: 'Souvent', 4: 'Toujours' }),
}

test.each([
  ['fr', 'pas toujours', undefined],
  ['fr', 'pas toujours mais souvent', '3'],
  ['en', 'rarely, like 4 times a year', '2'],
] as const)('of how often in %s "%s" is %j', (language, text, value) => {
  expect(read(language, oftens[language], text)).toEqual(value)
})

const ten = { type: 'rating', rateMin: 0, rateMax: 10 }

test.each([
  ['⭐⭐⭐', 3],
  ['★★★☆☆', 3],
  ['9, been here since 1988', 9],
  ['5, apt 12', 5],
  ['5 or 12', undefined],
  ['☆', undefined],
])('of ten "%s" is %j', (text, value) => {
  expect(read('en', ten, text)).toBe(value)
})
