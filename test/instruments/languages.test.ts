import { describe, expect, test } from 'vitest'
import { languages } from '#instruments/engine/languages/index.ts'
import type { Lines } from '#instruments/engine/languages/language.ts'
import { requestIn } from '#instruments/engine/replies/commands.ts'
import { hear } from '#instruments/engine/replies/heard.ts'
import { segmentsOf } from '#instruments/engine/segments.ts'
import { instrument, studyJson } from './bundled.ts'

const english = flat(languages['en']!.lines)
const spoken = Object.keys(languages)
const translated = spoken.filter((code) => code !== 'en')

/** The lines by name, those for what was not understood among them. */
function flat({ reasons, ...lines }: Lines): Map<string, string> {
  return new Map(Object.entries({ ...lines, ...reasons }))
}

const blanksOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

/** What each language's hints tell people to send. */
const commands: Readonly<Record<string, { readonly skip: string; readonly back: string; readonly help: string }>> = {
  en: { skip: 'SKIP', back: 'BACK', help: 'HELP' },
  es: { skip: 'SALTAR', back: 'ATRÁS', help: 'AYUDA' },
  'zh-hans': { skip: '跳过', back: '返回', help: '帮助' },
  'zh-hant': { skip: '跳過', back: '返回', help: '幫助' },
  ru: { skip: 'ПРОПУСТИТЬ', back: 'НАЗАД', help: 'ПОМОЩЬ' },
  bn: { skip: 'বাদ', back: 'পিছনে', help: 'সাহায্য' },
  ht: { skip: 'SOTE', back: 'RETOUNEN', help: 'HELP' },
  ko: { skip: '건너뛰기', back: '뒤로', help: '도움' },
  ar: { skip: 'تخطي', back: 'رجوع', help: 'مساعدة' },
  ur: { skip: 'چھوڑیں', back: 'واپس', help: 'مدد' },
  fr: { skip: 'PASSER', back: 'RETOUR', help: 'AIDE' },
  pl: { skip: 'POMIŃ', back: 'WSTECZ', help: 'POMOC' },
}

describe.each(translated)('what we say in %s', (code) => {
  const lines = flat(languages[code]!.lines)

  test('is nowhere left in English', () => {
    const left = [...english].filter(([name, text]) => lines.get(name) === text).map(([name]) => name)
    expect(left).toEqual([])
  })

  test('has the blanks that the English has', () => {
    for (const [name, text] of lines) expect(blanksOf(text), name).toEqual(blanksOf(english.get(name)!))
  })

  test('names the carrier’s words where the English does', () => {
    const named = (text: string) => text.match(/\b(?:STOP|START|OK)\b/g) ?? []
    for (const [name, text] of lines) expect(named(text).sort(), name).toEqual(named(english.get(name)!).sort())
  })
})

test.each(spoken)('the words that %s tells people to send are read as what they ask for', (code) => {
  const { help, welcome, sayFreely } = languages[code]!.lines
  const { skip, back, help: askForHelp } = commands[code]!
  expect(help).toContain(skip)
  expect(help).toContain(back)
  expect(welcome).toContain(askForHelp)
  expect(sayFreely).toContain(skip)
  for (const [command, word] of Object.entries(commands[code]!))
    expect(requestIn(hear(word), [code])?.command, word).toBe(command)
})

test.each(['en', 'ht'])('every line in %s fits the cheap letters of a text', (code) => {
  for (const [name, text] of flat(languages[code]!.lines)) expect(segmentsOf(text).encoding, name).toBe('GSM-7')
})

/** Curly quotes, dashes, an ellipsis, a space that does not break: each makes a text of plain letters three times as dear. */
const dear = /[‘’“”–—…\u00a0\u202f\u2009]/u

test.each(['en', 'es', 'ht', 'fr', 'pl'])('no line or question in %s has a mark that makes a text dear', (code) => {
  for (const [name, text] of flat(languages[code]!.lines)) expect(text, name).not.toMatch(dear)
  const key = code === 'en' ? 'default' : code
  const wordings = [...wordingsIn(instrument, key), ...wordingsIn(studyJson, code)]
  expect(wordings.length).toBeGreaterThan(150)
  for (const text of wordings) expect(text).not.toMatch(dear)
})

/** Every wording of a language in a JSON document. */
function wordingsIn(node: unknown, key: string): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    name === key && typeof value === 'string' ? [value] : wordingsIn(value, key),
  )
}

test.each(spoken)('no line in %s takes more than four parts of a text before its blanks are filled', (code) => {
  for (const [name, text] of flat(languages[code]!.lines)) expect(segmentsOf(text).segments, name).toBeLessThan(5)
})

test.each(spoken)('a hint in %s takes one part of a text', (code) => {
  const { pickOne, pickOneOfTwo, pickSeveral, pickOnScale, sayNumber, sayFreely } = languages[code]!.lines
  for (const hint of [pickOne, pickOneOfTwo, pickSeveral, pickOnScale, sayNumber, sayFreely])
    expect(segmentsOf(hint.replaceAll(/\{\w+\}/g, '1 3')).segments, hint).toBe(1)
})
