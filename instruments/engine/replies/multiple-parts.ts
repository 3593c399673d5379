import { phrasesOf } from '../languages/vocabulary.ts'
import { only } from '../languages/words/only.ts'
import { plain } from './plain.ts'
import { lacks } from '../languages/words/lacks.ts'
import type { Choice } from '../question.ts'
import { hear, type Heard } from './heard.ts'
import { type Label, wordsOf } from './labels.ts'
import type { Picks } from './list.ts'
import { isAround, type Listening } from './listening.ts'
import { type Finder, finderOf } from './phrases.ts'
import { is, type Token, tokensOf } from './tokens.ts'
import { labelsAbout } from './topics.ts'
import { distance } from './typos.ts'

/** A stretch of a reply, and what parts it from the one before: a comma, "and", "but" or the end of a sentence. */
type Part = { readonly tokens: readonly Token[]; readonly after: 'comma' | 'and' | 'but' | 'stop' }

/**
 * The choices of a reply in sentences: "there are mice everywhere", "trees and benches, no bike racks", "parks. The rest
 * is closed". What is denied is left out; what names nothing may only explain. Undefined where that is not sure.
 */
export function pickFromSentences(listening: Listening, heard: Heard): Picks | undefined {
  const included = new Set<Choice>()
  const denied = new Set<Choice>()
  let deniedLast = false
  const parts = partsIn(listening, heard)
  const isOnly = parts.some(({ tokens }) => saysOnly(tokens))
  for (const part of parts) {
    const named = namedIn(listening, part.tokens)
    const isWant = part.tokens.some(denies) && areWants(named) && !saysWant(wordsOf(part.tokens.filter(isPlainWord))) // "no heat" is the lack of it
    const isDenied = part.tokens.some(denies) && !isWant
    if (part.tokens.some(unsettles)) return undefined
    if (named.length === 0) {
      if (!mayExplain(listening, part, deniedLast)) return undefined
      continue
    }
    if (isDenied && !isOnly && mayWant(listening, part.tokens)) return undefined
    if (!isDenied && deniedLast && part.after !== 'but' && part.after !== 'stop') return undefined
    if (named.length > 1 && (isDenied || !isList(part.tokens, named))) return undefined
    for (const { choice } of named) (isDenied ? denied : included).add(choice)
    deniedLast = isDenied
  }
  const choices = [...included]
  return choices.length > 0 && !choices.some((choice) => denied.has(choice)) ? { choices } : undefined
}

/** The choices that a word tells which no other choice has. */
export function namedIn(listening: Listening, tokens: readonly Token[]): Label[] {
  const named = byOwnWords(listening, tokens)
  return named.length > 0 ? named : labelsAbout(listening, tokens.map(({ text }) => text).join(' '))
}

function byOwnWords({ labels: all, vocabulary }: Listening, tokens: readonly Token[]): Label[] {
  const labels = all.filter(({ choice }) => !choice.exclusive)
  const words = wordsOf(tokens)
  const isHan = labels.some(({ said }) => /\p{Script=Han}/u.test(said))
  const said = words.join('')
  return labels.filter((label) => {
    if (isHan)
      return said.includes(label.words.join('')) || ownPieces(label, labels).some((piece) => said.includes(piece))
    const own = label.words.filter(
      (word) =>
        (word.length > 2 || /\p{Script=Hangul}/u.test(word)) &&
        !tokensOf(word, vocabulary).some(denies) && // "no mice" is not "no heat"
        !labels.some((other) => other !== label && other.words.includes(word)),
    )
    return own.some((word) =>
      words.some((other) => word === other || (word.length > 4 && distance(other, word) !== undefined)),
    )
  })
}

/** Two characters in a row that no other choice has. */
function ownPieces({ said }: Label, labels: readonly Label[]): string[] {
  const pieces = Array.from({ length: Math.max(0, said.length - 1) }, (_, at) => said.slice(at, at + 2))
  return pieces.filter((piece) => labels.filter((label) => label.said.includes(piece)).length === 1)
}

function partsIn({ vocabulary }: Listening, { text }: Heard): Part[] {
  const pieces = text.split(/([,;:،؛、，；：]+|[.!?\n…؟。！？]+)/u)
  const parts: Part[] = []
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 1) continue
    let after: Part['after'] = i > 0 && /[.!?\n…؟。！？]/.test(pieces[i - 1] ?? '') ? 'stop' : 'comma'
    let tokens: Token[] = []
    const close = () => {
      if (tokens.length > 0) parts.push({ tokens, after: after === 'comma' && saysOnly(tokens) ? 'but' : after })
      tokens = []
    }
    for (const token of tokensOf(hear(piece).said, vocabulary)) {
      const joint = is(token, 'and')
        ? 'and'
        : is(token, 'hedge') && !denies(token) && !is(token, 'or')
          ? 'but'
          : undefined
      if (joint === undefined || (joint === 'but' && is(token, 'filler'))) tokens.push(token)
      else {
        close()
        after = joint
      }
    }
    close()
  }
  return parts
}

/** "No mold, just leaks": what comes now is not denied any more. */
function saysOnly(tokens: readonly Token[]): boolean {
  const isOnly = ({ text }: Token) =>
    onlys().has(text) || onlyWritten.test(text) || text.split(' ').some((word) => onlys().has(word))
  return tokens.some(isOnly)
}

/** In Korean and Chinese, onto another word. */
const onlyWritten = /^[只仅净]|\p{Script=Hangul}{2}(?:만|만요|뿐)$/u

let preparedOnly: ReadonlySet<string> | undefined

function onlys(): ReadonlySet<string> {
  return (preparedOnly ??= new Set(phrasesOf(only).map(plain)))
}

function denies(token: Token): boolean {
  return is(token, 'negation') || is(token, 'no') || is(token, 'except') || is(token, 'none')
}

function unsettles(token: Token): boolean {
  return token.number !== undefined || (['or', 'perhaps', 'correction'] as const).some((role) => is(token, role))
}

/** Whether a part that names no choice only says why, thanks, or asks the question again. */
function mayExplain(listening: Listening, { tokens, after }: Part, deniedLast: boolean): boolean {
  const isLight = (token: Token) => light.some((role) => is(token, role)) || isAround(listening, token.text)
  return tokens.every(isLight) || (after !== 'and' && (after === 'stop' || deniedLast) && tokens.length > 1)
}

const light = ['filler', 'very', 'yes', 'because', 'mild'] as const

/** Whether several choices stand in a part without anything but themselves, as in "parks libraries". */
function isList(tokens: readonly Token[], named: readonly Label[]): boolean {
  return wordsOf(tokens).every((word) => named.some(({ words }) => words.includes(word)))
}

let prepared: Finder<string> | undefined

/** Whether a no may mean that the thing is wanting: "no parks" where that is asked. */
function mayWant({ around }: Listening, tokens: readonly Token[]): boolean {
  const others = tokens.filter((token) => !denies(token))
  return saysWant([...around]) && !saysWant(wordsOf(others))
}

function isPlainWord(token: Token): boolean {
  return !denies(token)
}

function areWants(named: readonly Label[]): boolean {
  return named.length > 0 && named.every(({ said }) => saysWant(said.split(' ')))
}

function saysWant(words: readonly string[]): boolean {
  const finder = (prepared ??= finderOf([['want', lacks]]))
  return (
    words.some((_, at) => finder.at(words, at).length > 0) ||
    finder.unspaced.some(({ said }) => words.some((word) => word.includes(said)))
  )
}
