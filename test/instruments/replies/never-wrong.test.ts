import { describe, expect, test } from 'vitest'
import { ElementJson } from '#instruments/engine/instrument.ts'
import { languages } from '#instruments/engine/languages/index.ts'
import { vocabularyOf } from '#instruments/engine/languages/vocabulary.ts'
import { inLanguage, type Question, questionOf } from '#instruments/engine/question.ts'
import { labelOf } from '#instruments/engine/replies/labels.ts'
import { readAnswer } from '#instruments/engine/replies/index.ts'
import { is, tokensOf } from '#instruments/engine/replies/tokens.ts'
import { corporaIn } from '../corpus.ts'
import { turned } from './turned.ts'

const codes = Object.keys(languages)
const corpora = ['open', 'strangers', 'second'].flatMap((folder) =>
  corporaIn(new URL(`../corpus/${folder}/`, import.meta.url)).map((corpus) => ({ folder, ...corpus })),
)

type Asked = Question & { readonly choices: Extract<Question, { choices: unknown }>['choices'] }

/** The value of a text, in a list; empty where it is not understood. */
function valuesOf(question: Question, text: string, language: string): unknown[] {
  const choices = 'choices' in question ? question.choices : []
  const reading = readAnswer(question, choices, text, [language, ...codes.filter((code) => code !== language)])
  return reading.understood ? [reading.value].flat() : []
}

const noes = ['negation', 'no', 'none', 'yes'] as const

const fill = (template: string, ...words: readonly string[]) =>
  words.reduce((text, word) => text.replace('*', () => word), template)

describe.each(corpora)('in $language, asked as in the $folder corpus,', ({ language, questions }) => {
  const { not, or, both } = turned[language]!
  const vocabulary = vocabularyOf(language)
  const asked = Object.values(questions).flatMap((json) => questionOf(ElementJson.parse(json), []) ?? [])
  const lists = asked.filter(
    (question): question is Asked => question.kind === 'single' || question.kind === 'multiple',
  )

  test('a choice that is denied is not what was answered', () => {
    const wrong = lists.flatMap((question) =>
      question.choices.flatMap((choice) => {
        // A choice that denies something itself may be denied to say another.
        const label = labelOf(choice, language)
        const denies = tokensOf(label.said, vocabulary).some((token) => noes.some((role) => is(token, role)))
        return denies || choice.exclusive
          ? []
          : not
              .map((template) => fill(template, inLanguage(choice.label, language).toLowerCase()))
              .filter((text) => valuesOf(question, text, language).includes(choice.code))
      }),
    )
    expect(wrong).toEqual([])
  })

  test('two choices, or two numbers of the list, and no word on which, are no answer', () => {
    const wrong = lists.flatMap((question) => {
      const [first, second, third] = question.choices.map(({ label }) => inLanguage(label, language))
      const pairs = [
        [first!, second!],
        [third ?? first!, second!],
        ['1', '2'],
        ['2', '3'],
      ] as const
      return pairs.flatMap((pair) =>
        or.map((template) => fill(template, ...pair)).filter((text) => valuesOf(question, text, language).length > 0),
      )
    })
    expect(wrong).toEqual([])
  })

  test('two choices one after the other are not one answer', () => {
    const wrong = lists
      .filter(({ kind }) => kind === 'single')
      .flatMap(({ choices, ...question }) =>
        choices.flatMap((one, i) => {
          const other = choices[(i + 1) % choices.length]!
          const text = [one, other].map(({ label }) => inLanguage(label, language)).join(', ')
          const values = valuesOf({ ...question, choices } as Question, text, language)
          return values.length > 0 ? [text] : []
        }),
      )
    expect(wrong).toEqual([])
  })

  test('two numbers and no word on which are no number', () => {
    const wrong = asked
      .filter(({ kind }) => kind === 'rating' || kind === 'number')
      .flatMap((question) =>
        or.map((template) => fill(template, '3', '4')).filter((text) => valuesOf(question, text, language).length > 0),
      )
    expect(wrong).toEqual([])
  })

  test('both yes and no is neither', () => {
    const wrong = asked
      .filter(({ kind }) => kind === 'boolean')
      .flatMap((question) => both.filter((text) => valuesOf(question, text, language).length > 0))
    expect(wrong).toEqual([])
  })
})
