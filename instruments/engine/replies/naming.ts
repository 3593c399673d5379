import { type Label, wordsOf } from './labels.ts'
import type { Listening } from './listening.ts'
import { is, tellingOf, type Token, tokensOf } from './tokens.ts'
import { slipsAllowed, slipsBetween } from './typos.ts'

/**
 * The choices that have all the words of a reply. A reply that says more than a choice still names it when the rest is
 * only the question said again.
 */
export function theNamed({ labels, around, vocabulary }: Listening, words: readonly string[]): Label[] {
  if (words.every((word) => /^[a-z]{1,2}$/.test(word))) return [] // "or" and "to" by themselves mean none
  const containing = labels.filter((label) => matchOf(label, words, vocabulary.verbLast, isSame) !== undefined)
  const starting = containing.filter((label) => `${label.words.join(' ')} `.startsWith(`${words.join(' ')} `))
  if (starting.length === 1 && words.length > 1) return starting
  if (containing.length > 0) return containing
  const named = contained(labels, words)
  const [label] = named
  if (named.length !== 1 || !label) return []
  const rest = words.filter((word) => !label.words.includes(word))
  const turns = tokensOf(rest.join(' '), vocabulary).some(isTurning)
  return rest.every((word) => around.has(word)) && !turns ? named : []
}

/** Whether a reply names two choices or more: "rent, or own", "between safe and very safe". */
export function severalNamed(listening: Listening, said: string): boolean {
  const { labels, vocabulary } = listening
  const tokens = tokensOf(said, vocabulary)
  if (contained(labels, wordsOf(tellingOf(tokens))).length > 1) return true
  const parts: Token[][] = [[]]
  for (const token of tokens)
    if (is(token, 'and') || is(token, 'or') || is(token, 'hedge') || is(token, 'upTo')) parts.push([])
    else parts.at(-1)?.push(token)
  const named = parts.filter((part) => part.length > 0).map((part) => theNamed(listening, wordsOf(tellingOf(part))))
  return new Set(named.flatMap(([label, ...others]) => (label && others.length === 0 ? [label] : []))).size > 1
}

/** The choices that a reply names with slips of the finger, where no other is nearly as near. */
export function nearlyNamed({ labels, vocabulary }: Listening, words: readonly string[]): Label[] {
  const isKnown = (word: string) => {
    const sense = vocabulary.lexicon.get(word)
    return sense !== undefined && (sense.number !== undefined || sense.roles.size > 0)
  }
  if (words.every(isKnown)) return []
  const nearness = (spare: number) => (word: string, other: string) =>
    slipsBetween(word, other, isKnown(word) ? 0 : slipsAllowed(word) + (slipsAllowed(word) > 0 ? spare : 0))
  const near = labels.flatMap((label) => {
    const slips = matchOf(label, words, vocabulary.verbLast, nearness(1))
    return slips === undefined ? [] : [{ label, slips }]
  })
  const nearest = Math.min(...near.map(({ slips }) => slips))
  const rivals = near.filter(({ slips }) => slips < nearest + 2).map(({ label }) => label)
  const [label] = rivals
  if (rivals.length !== 1 || !label) return rivals
  return matchOf(label, words, vocabulary.verbLast, nearness(0)) === undefined ? [] : rivals
}

type Nearness = (word: string, other: string) => number | undefined

function isSame(word: string, other: string): number | undefined {
  return word === other ? 0 : undefined
}

/** How far a label's words are from a reply all of whose words it has; undefined where one is missing or is turned. */
function matchOf(label: Label, words: readonly string[], verbLast: boolean, nearness: Nearness): number | undefined {
  let total = 0
  const matched = new Set<string>()
  for (const word of words) {
    const slips = label.words.map((other) => ({ other, slips: nearness(word, other) ?? Infinity }))
    const best = slips.reduce((a, b) => (b.slips < a.slips ? b : a), { other: '', slips: Infinity })
    if (best.slips < Infinity) matched.add(best.other)
    else if (!isPartOfChinese(label, word)) return undefined
    total += best.slips < Infinity ? best.slips : 0
  }
  return isTurned(label, matched, verbLast) ? undefined : total
}

/** Whether the label turns the matched words around: "safe" is not "not very safe", nor "1 hour" "less than 1 hour". */
function isTurned({ tokens }: Label, matched: ReadonlySet<string>, verbLast: boolean): boolean {
  const isMatched = ({ text }: Token) => text.split(' ').some((word) => matched.has(word))
  const last = verbLast ? tokens.length : tokens.findLastIndex(isMatched)
  return matched.size > 0 && tokens.some((token, i) => i < last && isTurning(token) && !isMatched(token))
}

function isTurning(token: Token): boolean {
  return is(token, 'negation') || is(token, 'no') || is(token, 'lessThan') || is(token, 'moreThan')
}

/** Chinese words are not apart: a part of the label will do, unless a word for "not" stands before it. */
function isPartOfChinese({ said }: Label, word: string): boolean {
  if (!/^\p{Script=Han}{2,}$/u.test(word)) return false
  const at = said.indexOf(word)
  return at >= 0 && !/[不没无非未别]/.test(said.slice(0, at))
}

/** The choices that a list without commas names one after the other, where they are all that it says. */
export function allNamed({ labels, around, vocabulary }: Listening, words: readonly string[]): Label[] {
  const named = contained(labels, words)
  const chinese = named.reduce((said, label) => said.replace(label.words.join(''), ''), words.join(''))
  const rest = words.filter((word) => !named.some((label) => label.words.includes(word)))
  const left = /\p{Script=Han}/u.test(words.join('')) ? tokensOf(chinese, vocabulary).map(({ text }) => text) : rest
  return left.every((word) => around.has(word)) ? named : []
}

/** The choices whose words stand together in the reply, without those inside a longer one. */
function contained(labels: readonly Label[], words: readonly string[]): Label[] {
  const isChinese = /\p{Script=Han}/u.test(words.join(''))
  const joint = isChinese ? '' : ' '
  const said = isChinese ? words.join('') : ` ${words.join(' ')} `
  const phraseOf = (label: Label) => (isChinese ? label.words.join('') : ` ${label.words.join(joint)} `)
  const found = labels.filter((label) => label.words.length > 0 && said.includes(phraseOf(label)))
  return found.filter((label) => !found.some((other) => other !== label && phraseOf(other).includes(phraseOf(label))))
}
