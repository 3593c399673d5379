import { figure, valuesOf } from './figures.ts'
import type { Heard } from './heard.ts'
import type { Listening } from './listening.ts'
import { misread, type Reading, understood } from './reading.ts'
import { is, type Token, tokensOf } from './tokens.ts'
import { plain } from './plain.ts'

type Range = { readonly min: number; readonly max: number; readonly whole: boolean }

/** One number in digits or words, with words around it that carry nothing; two numbers are ambiguous. */
export function readNumber(range: Range, listening: Listening, heard: Heard): Reading {
  const { vocabulary } = listening
  if (heard.said === '') return misread(heard.hasSigns ? 'not-a-number' : 'empty')
  const written = vocabulary.decimal === 'comma' ? heard.text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '') : heard.text
  const figures = written.match(figure) ?? []
  if (figures.length > 1) return misread('ambiguous')
  const [digits] = figures
  if (digits === undefined) return readWords(range, listening, tokensOf(heard.said, vocabulary))
  const [before = '', after = ''] = written.split(digits)
  const following = tokensOf(plain(after), vocabulary)
  const isThousands = following[0] !== undefined && vocabulary.thousand.has(following[0].text)
  const rest = [...tokensOf(plain(before), vocabulary), ...following.slice(isThousands ? 1 : 0)]
  const problem = problemWith(rest, listening) ?? (/^\s*\+/.test(after) ? misread('ambiguous') : undefined)
  if (problem) return problem
  const values = valuesOf(digits, vocabulary.decimal).map((value) => (isThousands ? value * 1000 : value))
  const fitting = values.filter((value) => fits(range, value))
  const [value, ...others] = fitting.length > 0 ? fitting : values
  if (value === undefined) return misread('not-a-number')
  return others.length > 0 && fitting.length > 0 ? misread('ambiguous') : understood(value)
}

function fits({ min, max, whole }: Range, value: number): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value))
}

function readWords(range: Range, listening: Listening, tokens: readonly Token[]): Reading {
  const { thousand } = listening.vocabulary
  if (range.min <= 0 && tokens.every((token) => is(token, 'none') || is(token, 'filler'))) {
    if (tokens.some((token) => is(token, 'none'))) return understood(0)
  }
  const isPart = ({ text, number }: Token) => number !== undefined || thousand.has(text)
  const first = tokens.findIndex(isPart)
  const last = tokens.findLastIndex(isPart)
  if (first < 0) return misread('not-a-number')
  const spoken = tokens.slice(first, last + 1)
  if (spoken.some((token) => is(token, 'or') || is(token, 'upTo'))) return misread('ambiguous')
  const problem = problemWith([...tokens.slice(0, first), ...tokens.slice(last + 1)], listening)
  if (problem) return problem
  const value = composed(spoken, thousand)
  return value === undefined ? misread('ambiguous') : understood(value)
}

/** "Two hundred and fifty" from its parts, or undefined where they are two numbers. */
function composed(tokens: readonly Token[], thousand: ReadonlySet<string>): number | undefined {
  let total = 0
  let current = 0
  for (const token of tokens) {
    const { text, number } = token
    if (thousand.has(text)) {
      total += Math.max(current, 1) * 1000
      current = 0
    } else if (number === undefined) {
      if (!is(token, 'and')) return undefined
    } else if (number === 100 && current < 10) current = Math.max(current, 1) * 100
    else if (current % 100 === 0 && number < 100) current += number
    else return undefined
  }
  return total + current
}

/** Why the words beside a number keep it from being the answer, if they do. */
function problemWith(rest: readonly Token[], { around, vocabulary }: Listening): Reading | undefined {
  const units = [...around].flatMap((word) => vocabulary.lexicon.get(word)?.unit ?? [])
  for (const token of rest) {
    const { sense, text } = token
    if (sense?.unit !== undefined) {
      if (units.length === 0 ? sense.unit !== 0 : !units.includes(sense.unit)) return misread('ambiguous')
    } else if (is(token, 'filler') || is(token, 'counters')) continue
    else if (qualifying.some((role) => is(token, role))) return misread('ambiguous')
    else if (!text.split(' ').every((word) => around.has(word))) return misread('not-a-number')
  }
  return undefined
}

const qualifying = ['orMore', 'moreThan', 'lessThan', 'orLess', 'hedge', 'negation', 'or', 'upTo'] as const
