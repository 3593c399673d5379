import { describe, expect, test } from 'vitest'
import { checkAgainst } from '#instruments/engine/check-value.ts'
import { ElementJson } from '#instruments/engine/instrument.ts'
import { languages } from '#instruments/engine/languages/index.ts'
import { type Question, questionOf } from '#instruments/engine/question.ts'
import { bodyText } from '#instruments/engine/replies/body.ts'
import { readAnswer } from '#instruments/engine/replies/index.ts'
import { corporaIn } from '../corpus.ts'

const codes = Object.keys(languages)
const corpora = corporaIn(new URL('../corpus/open/', import.meta.url))
const first = (code: string) => [code, ...codes.filter((other) => other !== code)]

function asked(json: Readonly<Record<string, unknown>>): Question {
  const question = questionOf(ElementJson.parse({ name: 'q', ...json }), [])
  if (!question) throw new RangeError('asks nothing')
  return question
}

const list = ['heat', 'rent', 'trash', 'rats', 'water', 'light', 'paint', 'locks', 'stairs']
const questions = [
  { type: 'radiogroup', choices: list },
  { type: 'dropdown', choices: Array.from({ length: 40 }, (_, i) => `Area ${i}`) },
  { type: 'boolean' },
  { type: 'checkbox', choices: list, maxSelectedChoices: 3, showNoneItem: true },
  { type: 'ranking', choices: list.slice(0, 4) },
  { type: 'rating', rateMin: 0, rateMax: 10 },
  { type: 'text', inputType: 'number', min: 1, max: 90, step: 1 },
  { type: 'text', inputType: 'date', min: '2020-01-01' },
  { type: 'text', maxLength: 20 },
  { type: 'comment' },
].map(asked)

/** The same numbers every time, so that what fails once fails again. */
function randomly(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Texts of every plane of Unicode, halves of pairs among them, and pieces of real replies shuffled. */
function texts(count: number): string[] {
  const next = randomly(20_260_301)
  const below = (most: number) => Math.floor(next() * most)
  const pieces = corpora.flatMap(({ replies }) => replies.map(({ text }) => text))
  return Array.from({ length: count }, (_, i) => {
    const ranges = [0x80, 0x0600 + below(0x100), 0x0980 + below(0x80), 0x4e00 + below(0x2000), 0x10000, 0x110000]
    const wild = () => String.fromCodePoint(below(ranges[below(ranges.length)] ?? 0x80))
    const half = () => String.fromCharCode(0xd800 + below(0x800))
    const piece = () => (pieces[below(pieces.length)] ?? '').slice(below(6))
    const parts = Array.from(
      { length: 1 + below(8) },
      () => [wild, piece, half, () => String(below(999))][(i + below(4)) % 4],
    )
    return parts.map((part) => part?.() ?? '').join(next() < 0.5 ? ' ' : '')
  })
}

describe('any text at all', () => {
  test('is read without an error, and only as a value that the question takes', () => {
    const wrong: unknown[] = []
    for (const [i, text] of texts(1500).entries()) {
      const question = questions[i % questions.length]!
      const choices = 'choices' in question ? question.choices : []
      const reading = readAnswer(question, choices, bodyText(text), first(codes[i % codes.length] ?? 'en'))
      if (reading.understood && !checkAgainst(question, choices, reading.value).ok) wrong.push([text, reading.value])
    }
    expect(wrong).toEqual([])
  })

  test('is read in bounded time, however long', () => {
    const long = ['no ', 'stop ', '1 ', '不', 'نعم ', '"', '-', 'a'].map((part) => bodyText(part.repeat(100_000)))
    const readings = long.map((text) => questions.map((question) => readAnswer(question, [], text, first('en'))))
    expect(readings).toHaveLength(long.length)
  })
})

const scripts = { arabic: 0x0660, urdu: 0x06f0, devanagari: 0x0966, bengali: 0x09e6, wide: 0xff10, ascii: 0x30 }

describe.each(corpora)('in $language', ({ language, questions }) => {
  const closed = Object.entries(questions).flatMap(([id, json]) => {
    const question = asked({ ...(json as object), name: id })
    return 'choices' in question && question.kind !== 'rating' ? [question] : []
  })

  test('a number on the list is its choice in every script of digits', () => {
    for (const question of closed)
      for (const [i, { code }] of question.choices.entries())
        for (const zero of Object.values(scripts)) {
          const digit = String.fromCodePoint(zero + i + 1)
          for (const text of [digit, `${digit}.`, ` (${digit}) `, `#${digit}`])
            expect([text, readAnswer(question, question.choices, text, first(language))]).toEqual([
              text,
              { understood: true, value: question.kind === 'multiple' ? [code] : code },
            ])
        }
  })

  test('the words of a choice are that choice, whatever their case and the signs around them', () => {
    for (const question of closed)
      for (const { code, label } of question.choices)
        for (const text of [label['default']!, label['default']!.toUpperCase(), ` ${label['default']!}!! `])
          expect([text, readAnswer(question, question.choices, text, first(language))]).toEqual([
            text,
            { understood: true, value: question.kind === 'multiple' ? [code] : code },
          ])
  })

  test('a reaction to a question is never an answer', () => {
    for (const question of closed) {
      const title = question.title['default'] ?? ''
      for (const lead of ['Liked', 'Loved', 'Disliked', 'Laughed at', 'Emphasized', 'Questioned', 'Reacted 👍 to'])
        expect(readAnswer(question, question.choices, `${lead} “${title}”`, first(language))).toEqual({
          understood: false,
          reason: 'reaction',
        })
    }
  })
})
