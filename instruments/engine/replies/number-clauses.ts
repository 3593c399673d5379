import type { Role } from '../languages/vocabulary.ts'
import { addresses } from '../languages/words/addresses.ts'
import { type Finder, finderOf } from './phrases.ts'
import { clausesOf, unexplained } from './clauses.ts'
import { isCounted } from './counted.ts'
import { type Heard, hear } from './heard.ts'
import type { Listening } from './listening.ts'
import { misread, type Reading } from './reading.ts'
import { is, isYear, type Token, tokensOf } from './tokens.ts'

/**
 * The one number of a reply of several clauses, where the others only explain it: "8 because they help", "a 2, there
 * are 3 broken lamps", "I have 3 kids and we have lived here 8 years". Two clauses that are numbers are ambiguous.
 */
export function readFromClauses(listening: Listening, heard: Heard, read: (heard: Heard) => Reading): Reading {
  const whole = read(heard)
  if (whole.understood || heard.said === '') return whole
  const explained = unexplained(heard, listening.vocabulary)
  if (explained) {
    const reading = read(explained)
    const [, ...later] = clausesOf(heard.text)
    const isOther = (clause: Heard) => {
      const other = read(clause)
      return other.understood && other.value !== (reading.understood && reading.value)
    }
    if (reading.understood) return later.some(isOther) ? misread('ambiguous') : reading
  }
  const parts = withoutPlaceAndYear(clausesOf(heard.text), listening)
  const isRival = (clause: Heard) => unsettles(listening, clause) || addsTo(listening, clause)
  const apart =
    isSome(parts) || parts.length < clausesOf(heard.text).length ? soleNumber(parts, read, isRival) : undefined
  if (apart) return apart
  const halves = joined(listening, heard)
  const countsElse = (clause: Heard) =>
    unsettles(listening, clause) || endsInNumber(listening, clause) || addsTo(listening, clause)
  return (isSome(halves) ? soleNumber(halves, read, countsElse) : undefined) ?? whole
}

/** "5 people, apt 12": the clauses but for those that say where somebody lives or since when, where another has a number. */
function withoutPlaceAndYear(clauses: readonly Heard[], { vocabulary }: Listening): readonly Heard[] {
  const hasNumber = ({ said }: Heard) => tokensOf(said, vocabulary).some(({ number }) => number !== undefined)
  const [first] = clauses
  const isBeside = (clause: Heard) => isAddress(clause) || (clause !== first && tellsYear(clause, vocabulary))
  const others = clauses.filter((clause) => !(hasNumber(clause) && isBeside(clause)))
  return others.some(hasNumber) ? others : clauses
}

/** "Been here since 1988": a year in words of its own, and no other number. */
function tellsYear({ said }: Heard, vocabulary: Listening['vocabulary']): boolean {
  const tokens = tokensOf(said, vocabulary)
  const numbers = tokens.filter(({ number }) => number !== undefined)
  return tokens.length > 2 && numbers.length === 1 && numbers.every(({ text }) => isYear(text))
}

let prepared: Finder<string> | undefined

function isAddress({ said }: Heard): boolean {
  const finder = (prepared ??= finderOf([['address', addresses]]))
  const words = said.split(' ')
  return (
    words.some((_, at) => finder.at(words, at).length > 0) ||
    finder.unspaced.some(({ said: phrase }) => words.some((word) => word.endsWith(phrase)))
  )
}

function isSome({ length }: readonly Heard[]): boolean {
  return length > 1 && length < 8
}

function soleNumber(
  clauses: readonly Heard[],
  read: (heard: Heard) => Reading,
  isRival: (clause: Heard) => boolean,
): Reading | undefined {
  const found: Reading[] = []
  for (const clause of clauses) {
    const reading = read(clause)
    if (reading.understood) found.push(reading)
    else if (isRival(clause)) return misread('ambiguous')
  }
  const [first] = found
  const values = new Set(found.map((reading) => JSON.stringify(reading)))
  return values.size > 1 ? misread('ambiguous') : first
}

/** Whether a clause that is no number has one all the same, and with it a word that takes the other back: "or 9". */
function unsettles({ vocabulary }: Listening, { said }: Heard): boolean {
  const tokens = tokensOf(said, vocabulary)
  const isFigure = ({ number, text }: Token) => number !== undefined && !(tokens.length > 1 && isYear(text))
  const hasNumber = tokens.some((token, i) => isFigure(token) && !isCount(tokens[i + 1])) // "since 1988" is none
  const [first] = tokens
  // "Or 9" in a language that is not listened to.
  const isShort =
    !vocabulary.verbLast && tokens.length < 3 && tokens[0]?.sense === undefined && (tokens[0]?.text.length ?? 0) < 5
  if (hasNumber && isShort && tokens.at(-1)?.number !== undefined) return true
  const isDoubt = tokens.length < 3 && first !== undefined && unsettling.some((role) => is(first, role))
  return isDoubt || (hasNumber && tokens.some((token) => unsettling.some((role) => is(token, role))))
}

/** "3 lamps" and "a year ago" count something else. */
function isCount(next: Token | undefined): boolean {
  return next !== undefined && (next.sense === undefined || next.sense.unit !== undefined)
}

/** "Between 6 and 7": the 6 counts nothing of its own, as in "3 kids and 8 years". */
function endsInNumber({ vocabulary }: Listening, { said }: Heard): boolean {
  return !vocabulary.verbLast && tokensOf(said, vocabulary).at(-1)?.number !== undefined
}

/** "2 girls and a boy": one more of what is counted. */
function addsTo({ around, vocabulary }: Listening, { said }: Heard): boolean {
  const tokens = tokensOf(said, vocabulary)
  return tokens.every(({ number }) => number === undefined) && tokens.some(({ text }) => isCounted(around, text))
}

const unsettling = ['or', 'hedge', 'perhaps', 'upTo', 'orMore', 'orLess'] as const satisfies readonly Role[]

/** Clauses as "and" joins them. */
function joined({ vocabulary }: Listening, { said }: Heard): Heard[] {
  const parts: Token[][] = [[]]
  for (const token of tokensOf(said, vocabulary))
    if (is(token, 'and')) parts.push([])
    else parts.at(-1)?.push(token)
  return parts.filter((part) => part.length > 0).map((part) => hear(part.map(({ text }) => text).join(' ')))
}
