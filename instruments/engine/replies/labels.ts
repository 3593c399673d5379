import { type Vocabulary, vocabularyOf } from '../languages/vocabulary.ts'
import { type Choice, inLanguage } from '../question.ts'
import { plain } from './plain.ts'
import { is, tellingOf, type Token, tokensOf } from './tokens.ts'

/** A choice as people name it in one language. */
export type Label = {
  readonly choice: Choice
  /** All of its words, plain. */
  readonly said: string
  /** The words that tell it from others, without filler. */
  readonly words: readonly string[]
  readonly tokens: readonly Token[]
  /** "Yes" of "Yes, always". */
  readonly opening: string
  /** The numbers that it stands for, as in "25 to 34", "75 or older", "under $20,000", "Precinct 19". */
  readonly covers: { readonly from: number; readonly to: number; readonly openBelow: boolean } | undefined
}

/** "Zadowolony/a", "Satisfait(e)": the ending for the other gender. */
const otherGender = /(\p{L})(?:\/(?:a|e|as|es|os|na|ła|la|а|я|на)(?!\p{L})|\((?:a|e|as|es|ne|le|а|я|на)\))/gu

const remembered = new WeakMap<Choice, Map<string, Label>>()

/** A choice's label in a language, worked out once. */
export function labelOf(choice: Choice, language: string): Label {
  let labels = remembered.get(choice)
  if (!labels) remembered.set(choice, (labels = new Map()))
  let label = labels.get(language)
  if (!label) labels.set(language, (label = workedOut(choice, language)))
  return label
}

export function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text }) => text.split(' '))
}

function workedOut(choice: Choice, language: string): Label {
  const vocabulary = vocabularyOf(language)
  const written = inLanguage(choice.label, language).replace(otherGender, '$1')
  const said = plain(written)
  const tokens = tokensOf(said, vocabulary)
  return {
    choice,
    said,
    words: wordsOf(tellingOf(tokens)),
    tokens,
    opening: plain(/^[\p{L}\p{M}\s]+(?=[,;:.،，。–—-])/u.exec(written)?.[0] ?? ''),
    covers: coversOf(written, vocabulary),
  }
}

/** The range of a label's figures. One figure among other words is only a name with a number, as of a precinct. */
function coversOf(written: string, vocabulary: Vocabulary): Label['covers'] {
  const figures = written.replace(/(\d)[,. ](?=\d{3}(?!\d))/g, '$1')
  const tokens = tokensOf(plain(figures), vocabulary)
  const numbers = tokens.filter(({ number, text }) => number !== undefined && (/\d/.test(text) || tokens.length === 1))
  const [first, second, ...more] = numbers.map(({ number = 0 }) => number)
  if (first === undefined || more.length > 0) return undefined
  if (second !== undefined) {
    const between = tokens.filter((token) => token.number === undefined && !is(token, 'filler'))
    return between.length <= 3 ? { from: first, to: second, openBelow: false } : undefined
  }
  const has = (role: 'orMore' | 'moreThan' | 'lessThan' | 'orLess') => tokens.some((token) => is(token, role))
  if (has('lessThan')) return { from: -Infinity, to: first - smallestStep, openBelow: true }
  if (has('orLess')) return { from: -Infinity, to: first, openBelow: true }
  if (has('orMore') || /\d\s*\+/.test(figures)) return { from: first, to: Infinity, openBelow: false }
  if (has('moreThan')) return { from: first + smallestStep, to: Infinity, openBelow: false }
  return { from: first, to: first, openBelow: false }
}

const smallestStep = 1e-6
