import type { Choice } from '../question.ts'
import { pickChoice } from './choice.ts'
import { type Heard, hear, hearPart } from './heard.ts'
import { isAskedBack } from './held-back.ts'
import { wordsOf } from './labels.ts'
import { heardTokens, type Listening } from './listening.ts'
import { allNamed, nearlyNamed, theNamed } from './naming.ts'
import { misread, type Reading } from './reading.ts'
import { is, tellingOf, type Token, tokensOf } from './tokens.ts'

export type Picks = { readonly choices: readonly Choice[] } | { readonly failed: Reading }

/** The choices of a list in the order they are named: "1 3", "1, 3 and 5", "2-4", "white and black". All or none. */
export function pickSeveral(listening: Listening, heard: Heard): Picks {
  if (isInDoubt(listening, heard)) return { failed: misread('ambiguous') }
  const picked: Choice[] = []
  const parts = partsOf(spelledOut(listening, heard.text))
  const areSigns = parts.every((part) => /^[^\p{L}\p{N}]*[a-i\d][^\p{L}\p{N}]*$/iu.test(part)) // "a, c"
  for (const part of parts) {
    const picks = pickPart(listening, areSigns ? hear(part) : hearPart(part))
    if ('failed' in picks) return picks
    picked.push(...picks.choices)
  }
  return { choices: picked }
}

/** "Between 1 and 3", "parks or buses", "maybe 1, maybe 2": some of them, but which? */
export function isInDoubt({ vocabulary, labels }: Listening, { said, text }: Heard): boolean {
  if (labels.some((label) => label.said === said)) return false
  const tokens = tokensOf(said, vocabulary)
  const isOwn = ({ text: word }: Token) => labels.some(({ words }) => words.includes(word))
  const isLinked = tokens.some(
    (token, i) => is(token, 'or') && !isOwn(token) && (i < tokens.length - 1 || vocabulary.verbLast),
  )
  const doubts = tokens.filter((token) => is(token, 'perhaps') && !is(token, 'filler')).length
  return (isLinked && !tokens.some((token) => is(token, 'except'))) || doubts > 1 || isAskedBack(text)
}

/** "1-3 and 5" with all that the range holds; a chain of hyphens is no range, nor is what is beyond the list. */
function spelledOut({ labels }: Listening, text: string): string {
  if (/\d\s*[-–]\s*\d+\s*[-–]\s*\d/.test(text) || /^\D*\d+\s*[-–—~〜]\s*\d+\D*$/u.test(text)) return text
  return text.replace(/(?<!\d)(\d{1,2})\s*[-–—~〜]\s*(\d{1,2})(?!\d)/gu, (range, first: string, last: string) => {
    const [from, to] = [Number(first), Number(last)]
    if (from < 1 || from >= to || to > labels.length) return range
    return Array.from({ length: to - from + 1 }, (_, i) => from + i).join(', ')
  })
}

/** Between commas, signs and lines; figures also between spaces and full stops. A chain of hyphens is a list too. */
function partsOf(text: string): string[] {
  const unchained = /\d\s*[-–]\s*\d+\s*[-–]\s*\d/.test(text) ? text.replace(/(?<=\d)\s*[-–]\s*(?=\d)/g, ',') : text
  return unchained
    .split(
      /[,;/&+\n、،؛|•>→]|\.(?=\s|$)|(?<=\d)[.\s]+(?=[#\d])|(?<=[)\]])\s*(?=[(#\d])|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u,
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

function pickPart(listening: Listening, heard: Heard): Picks {
  const range = /^\D*(\d+)\s*[-–—~〜]\s*(\d+)\D*$/u.exec(heard.text)
  if (range && heard.said.split(' ').length === 2) return between(listening, Number(range[1]), Number(range[2]))
  const run = /^\d{2,9}$/.test(heard.said) ? runOf(listening, heard.said) : undefined
  if (run) return run
  const tokens = tokensOf(heard.said, listening.vocabulary)
  const few = fewOf(listening, tokens)
  if (few) return few
  const pick = pickChoice(listening, heard)
  if ('choice' in pick) return { choices: [pick.choice] }

  const ends = endsOf(tokens)
  if (ends) return between(listening, ...ends)
  if (tokens.some((token) => is(token, 'or'))) return { failed: misread('ambiguous') }
  const parts = divided(tokens)
  if (parts.length > 1) return pickEach(listening, parts)
  const words = wordsOf(heardTokens(listening, heard.said))
  const named = allNamed(listening, words)
  if (named.length > 1) return { choices: named.map(({ choice }) => choice) }
  const each = words.map((word) => {
    if (isDenial(listening, word)) return [] // "no mice" is not "mice" and "no heat"
    const exact = theNamed(listening, [word])
    return exact.length > 0 ? exact : nearlyNamed(listening, [word])
  })
  const isEach = words.length > 1 && each.every((labels) => labels.length === 1)
  if (isEach) return { choices: each.flatMap((labels) => labels.map(({ choice }) => choice)) }
  return { failed: misread(pick.reason) }
}

function isDenial({ vocabulary }: Listening, word: string): boolean {
  const roles = vocabulary.lexicon.get(word)?.roles
  return roles?.has('negation') === true || roles?.has('no') === true
}

/** "135" of five choices can only be three of them. */
function runOf({ labels }: Listening, digits: string): Picks | undefined {
  const places = Array.from(digits, Number)
  const isRun = Number(digits) > labels.length && places.every((place, i) => place > (places[i - 1] ?? 0))
  if (!isRun || labels.length > 9 || (places.at(-1) ?? 0) > labels.length) return undefined
  return { choices: labels.filter((_, i) => places.includes(i + 1)).map(({ choice }) => choice) }
}

/** "The first two" and "the last three" of the list. */
function fewOf({ labels }: Listening, tokens: readonly Token[]): Picks | undefined {
  const telling = tellingOf(tokens)
  const [which, count] = telling
  const number = count?.number
  if (which === undefined || number === undefined || telling.length > 2) return undefined
  const [isFirst, isLast] = [is(which, 'firstFew'), is(which, 'lastFew')]
  if (!isFirst && !isLast) return undefined
  if (number < 2 || number > labels.length) return { failed: misread('not-a-choice') }
  const picked = isFirst ? labels.slice(0, number) : labels.slice(-number)
  return { choices: picked.map(({ choice }) => choice) }
}

/** The ends of "1 to 4", "from two to five" or "3번부터 5번까지", where nothing else is said. */
function endsOf(tokens: readonly Token[]): [from: number, to: number] | undefined {
  const [from, to, ...others] = tokens.flatMap(({ number }) => number ?? [])
  const rest = tokens.filter(({ number }) => number === undefined)
  const isRange = rest.some((token) => is(token, 'upTo'))
  const saysNoMore = rest.every((token) => rangeWords.some((role) => is(token, role)))
  return isRange && saysNoMore && from !== undefined && to !== undefined && others.length === 0 ? [from, to] : undefined
}

const rangeWords = ['upTo', 'filler', 'counters', 'outOf'] as const

/** A run of words as the parts of a list: at every "and", and at every number where there are several. */
function divided(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const token of tokens) {
    const last = parts.at(-1) ?? []
    if (is(token, 'and')) parts.push([])
    else if (token.number !== undefined && last.some(({ number }) => number !== undefined)) parts.push([token])
    else last.push(token)
  }
  return parts.filter((part) => part.length > 0)
}

function pickEach(listening: Listening, parts: readonly Token[][]): Picks {
  const choices: Choice[] = []
  for (const part of parts) {
    const picks = pickPart(listening, hear(part.map(({ text }) => text).join(' ')))
    if ('failed' in picks) return picks
    choices.push(...picks.choices)
  }
  return { choices }
}

function between({ labels }: Listening, from: number, to: number): Picks {
  if (from > to) return { failed: misread('ambiguous') }
  if (from < 1 || to > labels.length) return { failed: misread('not-a-choice') }
  return { choices: labels.slice(from - 1, to).map(({ choice }) => choice) }
}
