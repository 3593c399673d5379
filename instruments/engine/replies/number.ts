import { isJustMe } from './alone.ts'
import { figure, valuesOf } from './figures.ts'
import type { Vocabulary } from '../languages/vocabulary.ts'
import { isCounted } from './counted.ts'
import type { Heard } from './heard.ts'
import { isAround, type Listening } from './listening.ts'
import { plain } from './plain.ts'
import { type Part, quantitiesOf, totalOf } from './quantity.ts'
import { misread, type Reading, understood } from './reading.ts'
import { is, type Token, tokensOf } from './tokens.ts'
import { slipsBetween } from './typos.ts'

type Range = { readonly min: number; readonly max: number; readonly whole: boolean }

/** One number in digits or words, with words around it that carry nothing; two numbers are ambiguous. */
export function readNumber(range: Range, listening: Listening, heard: Heard): Reading {
  if (heard.said === '') return misread(heard.hasSigns ? 'not-a-number' : 'empty')
  if (range.min <= 1 && isJustMe(listening, heard)) return understood(1)
  const { vocabulary } = listening
  const isGrouped = vocabulary.decimal === 'comma'
  const text = isGrouped ? heard.text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '') : heard.text
  if (/\d\s*\+/.test(text)) return misread('ambiguous') // "10+" is ten or any more
  const figures = [...text.matchAll(figure)].map(([digits]) => digits)
  const between = text.split(figure).map((words, i) => {
    const tokens = numerals(tokensOf(plain(words), vocabulary), vocabulary)
    const isAbout = i < figures.length && tokens.at(-1)?.number !== undefined && is(tokens.at(-1)!, 'perhaps') // "한 10년"
    return isAbout ? tokens.slice(0, -1) : tokens
  })
  const tokens = between.flat()
  if (figures.length === 0 && range.min <= 0 && saysNone(tokens, listening)) return understood(0)
  const problem = problemWith(tokens, listening)
  if (problem) return problem

  const spoken = between.map((tokens) => tokens.flatMap((token) => partsOf(token, vocabulary.thousand)))
  const [first] = figures
  const readings = first === undefined ? [0] : valuesOf(first, vocabulary.decimal)
  const values = readings.flatMap((reading) => {
    const parts = spoken.flatMap((parts, i): Part[] => {
      const digits = figures[i]
      if (digits === undefined) return parts
      const value = i === 0 ? reading : (valuesOf(digits, vocabulary.decimal)[0] ?? Number.NaN)
      return [...parts, { kind: 'number', value, inWords: false }]
    })
    return totalOf(quantitiesOf(parts), listening.unit) ?? []
  })
  return chosen(range, values, first === undefined && !tokens.some(isNumber))
}

/** Number words with a slip of the finger as they are meant; "three years zero six months" without the zero. */
function numerals(tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const meant = tokens.map((token) => {
    const number = token.sense || token.number !== undefined ? undefined : numberLike(token.text, vocabulary)
    return number === undefined ? token : { ...token, number }
  })
  return meant.filter((token, i) => {
    if (token.text === '零') return meant[i - 1]?.sense?.unit === undefined
    return !(token.number === 1 && is(token, 'filler') && meant[i + 1]?.number !== undefined) // "un siete"
  })
}

/** The value that the question takes, where a figure may be read in two ways. */
function chosen(range: Range, values: readonly number[], saysNoNumber: boolean): Reading {
  const fitting = values.filter(
    (value) => value >= range.min && value <= range.max && (!range.whole || Number.isInteger(value)),
  )
  const [value] = fitting.length > 0 ? fitting : values
  if (value === undefined) return misread(saysNoNumber ? 'not-a-number' : 'ambiguous')
  return fitting.length > 1 ? misread('ambiguous') : understood(value)
}

function isNumber(token: Token): boolean {
  return token.number !== undefined
}

/** "None", and "no kids" where kids are counted. */
function saysNone(tokens: readonly Token[], listening: Listening): boolean {
  const telling = tokens.filter((token) => !is(token, 'filler') || is(token, 'none'))
  const isNone = (token: Token) => is(token, 'none')
  if (telling.length > 0 && telling.every(isNone)) return true
  const denies = (token: Token) => isNone(token) || is(token, 'negation') || is(token, 'no')
  const isThing = (token: Token) => isCounted(listening.around, token.text)
  return (
    telling.some(denies) &&
    telling.some(isThing) &&
    telling.every((token) => denies(token) || isThing(token) || isAround(listening, token.text))
  )
}

function partsOf(token: Token, thousand: ReadonlySet<string>): Part[] {
  const { text, number, sense } = token
  if (is(token, 'half')) return [{ kind: 'half' }]
  if (is(token, 'halfMore')) return [{ kind: 'halfMore' }]
  if (is(token, 'point')) return [{ kind: 'point' }]
  if (thousand.has(text)) return [{ kind: 'thousand' }]
  const unit: Part[] = sense?.unit === undefined ? [] : [{ kind: 'unit', unit: sense.unit }]
  return number === undefined ? unit : [{ kind: 'number', value: number, inWords: true }, ...unit]
}

/** Why the words beside a number keep it from being the answer, if they do. */
function problemWith(tokens: readonly Token[], listening: Listening): Reading | undefined {
  if (areAdded(tokens, listening)) return misread('ambiguous')
  for (const token of tokens) {
    if (partsOf(token, listening.vocabulary.thousand).length > 0) continue
    if (is(token, 'filler') || is(token, 'counters') || is(token, 'perhaps') || is(token, 'and') || is(token, 'yes'))
      continue
    if (qualifying.some((role) => is(token, role))) return misread('ambiguous')
    if (!isAround(listening, token.text) && !isCounted(listening.around, token.text)) return misread('not-a-number')
  }
  return undefined
}

/** "2 girls and a boy": things counted in two parts. */
function areAdded(tokens: readonly Token[], { around }: Listening): boolean {
  const at = tokens.findIndex((token) => is(token, 'and'))
  const counts = (part: readonly Token[]) => part.some(({ text }) => isCounted(around, text))
  return at >= 0 && counts(tokens.slice(0, at)) && counts(tokens.slice(at + 1))
}

const qualifying = ['orMore', 'moreThan', 'lessThan', 'orLess', 'hedge', 'negation', 'or', 'upTo'] as const

/** The number that a misspelled word is one slip away from, where no other is two away. */
function numberLike(word: string, { lexicon }: Vocabulary): number | undefined {
  if (word.length < 6) return undefined
  const near = new Map<number, number>()
  for (const [name, { number }] of lexicon) {
    const slips = number === undefined || name.length < 5 ? undefined : slipsBetween(word, name, 2)
    if (number !== undefined && slips !== undefined) near.set(number, Math.min(slips, near.get(number) ?? 2))
  }
  const [[number, slips] = [0, 2], ...others] = near
  return slips === 1 && others.length === 0 ? number : undefined
}
