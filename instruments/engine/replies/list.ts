import type { Choice } from '../question.ts'
import { pickChoice } from './choice.ts'
import { type Heard, hear } from './heard.ts'
import { wordsOf } from './labels.ts'
import type { Listening } from './listening.ts'
import { allNamed, theNamed } from './naming.ts'
import { misread, type Reading } from './reading.ts'
import { is, tellingOf, type Token, tokensOf } from './tokens.ts'

export type Picks = { readonly choices: readonly Choice[] } | { readonly failed: Reading }

/** The choices of a list in the order they are named: "1 3", "1, 3 and 5", "2-4", "white and black". All or none. */
export function pickSeveral(listening: Listening, heard: Heard): Picks {
  const picked: Choice[] = []
  for (const part of partsOf(heard.text)) {
    const picks = pickPart(listening, hear(part))
    if ('failed' in picks) return picks
    picked.push(...picks.choices)
  }
  return { choices: picked }
}

/** Between commas, signs and lines; figures also between spaces and full stops. A chain of hyphens is a list too. */
function partsOf(text: string): string[] {
  const unchained = /\d\s*[-–]\s*\d+\s*[-–]\s*\d/.test(text) ? text.replace(/(?<=\d)\s*[-–]\s*(?=\d)/g, ',') : text
  return unchained
    .split(/[,;/&+\n、،؛|•>→]|\.(?=\s|$)|(?<=\d)[.\s]+(?=[#\d])|(?<=[)\]])\s*(?=[(#\d])/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
}

function pickPart(listening: Listening, heard: Heard): Picks {
  const { vocabulary } = listening
  const range = /^\D*(\d+)\s*[-–—~〜]\s*(\d+)\D*$/u.exec(heard.text)
  if (range && heard.said.split(' ').length === 2) return between(listening, Number(range[1]), Number(range[2]))
  const pick = pickChoice(listening, heard)
  if ('choice' in pick) return { choices: [pick.choice] }

  const tokens = tokensOf(heard.said, vocabulary).filter((token) => !is(token, 'filler') || is(token, 'and'))
  const [from, to, until, ...more] = tokens.filter((token) => !is(token, 'counters'))
  if (from?.number !== undefined && to && is(to, 'upTo') && until?.number !== undefined && more.length === 0)
    return between(listening, from.number, until.number)
  if (tokens.some((token) => is(token, 'or'))) return { failed: misread('ambiguous') }
  const parts = divided(tokens)
  if (parts.length > 1) return pickEach(listening, parts)
  const words = wordsOf(tellingOf(tokens))
  const named = allNamed(listening, words)
  if (named.length > 1) return { choices: named.map(({ choice }) => choice) }
  const each = words.map((word) => theNamed(listening, [word]))
  const isEach = words.length > 1 && each.every((labels) => labels.length === 1)
  if (isEach) return { choices: each.flatMap((labels) => labels.map(({ choice }) => choice)) }
  return { failed: misread(pick.reason) }
}

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
    const pick = pickChoice(listening, hear(part.map(({ text }) => text).join(' ')))
    if ('reason' in pick) return { failed: misread(pick.reason) }
    choices.push(pick.choice)
  }
  return { choices }
}

function between({ labels }: Listening, from: number, to: number): Picks {
  if (from > to) return { failed: misread('ambiguous') }
  if (from < 1 || to > labels.length) return { failed: misread('out-of-range') }
  return { choices: labels.slice(from - 1, to).map(({ choice }) => choice) }
}
