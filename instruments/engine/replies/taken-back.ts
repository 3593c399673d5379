import type { Vocabulary } from '../languages/vocabulary.ts'
import { type Heard, hear } from './heard.ts'
import { plain } from './plain.ts'
import { is, type Token, tokensOf } from './tokens.ts'

/**
 * The second of two numbers where the first is taken back with a word for no: "3, oh no, 4", "1 or no, 2". Where that
 * word may also mean "not" ("3, not 4"), a pause, a sigh or the word twice must show which is meant.
 */
export function takenBack(heard: Heard, vocabulary: Vocabulary): Heard | undefined {
  const numbers = tokensOf(heard.said, vocabulary).filter(({ number }) => number !== undefined)
  if (numbers.length < 2) return undefined
  const items = itemsOf(heard.text, vocabulary)
  const last = items.at(-1)
  const at = items.findIndex(({ kind }) => kind === 'number')
  const between = items.slice(at + 1, -1)
  if (at < 0 || last?.kind !== 'number' || between.length === 0 || between.length > 8) return undefined
  const first = between.findIndex(({ kind }) => kind === 'no')
  const isOnlyNo = between.every(({ kind }) => kind !== 'number' && kind !== 'words')
  if (first < 0 || !isOnlyNo || items.slice(0, at).some(({ kind }) => kind === 'words')) return undefined
  const noes = between.filter(({ kind }) => kind === 'no')
  const isPaused = between.slice(first + 1).some(({ kind }) => kind === 'pause' || kind === 'sigh')
  const isSighed = between.slice(0, first).some(({ kind }) => kind === 'sigh')
  const mayDeny = noes.some(
    ({ token }) => token && !onlyNo.has(token.text) && (is(token, 'negation') || is(token, 'or')),
  )
  const isTwice = noes.flatMap(({ token }) => token?.text.split(' ') ?? []).length > 1
  return isTwice || isPaused || isSighed || !mayDeny ? hear(last.token?.text ?? '') : undefined
}

/** Words that say no, and never "not" before a number. */
const onlyNo: ReadonlySet<string> = new Set(['non', 'нет', 'nope', 'nah'])

type Item = { readonly kind: 'number' | 'no' | 'pause' | 'sigh' | 'words'; readonly token?: Token }

/** The numbers, the words for no, the pauses, and the short words between them, in their order. */
function itemsOf(text: string, vocabulary: Vocabulary): Item[] {
  return text
    .split(/([,.;!?،؛。，、；…\n]+|\s[-–—]+\s)/u)
    .flatMap((part, i): Item[] =>
      i % 2 === 1 ? [{ kind: 'pause' }] : tokensOf(plain(part), vocabulary).flatMap((token) => itemOf(token)),
    )
}

function itemOf(token: Token): Item[] {
  if (token.number !== undefined && !is(token, 'filler')) return [{ kind: 'number', token }]
  if (is(token, 'no')) return [{ kind: 'no', token }]
  if (is(token, 'counters')) return []
  if (is(token, 'filler') || is(token, 'or') || is(token, 'correction') || isSigh(token)) return [{ kind: 'sigh' }]
  return [{ kind: 'words' }]
}

function isSigh({ text, sense }: Token): boolean {
  const roles = sense?.roles.size ?? 0
  return roles === 0 && sense?.number === undefined && sense?.unit === undefined && text.length <= 4
}
