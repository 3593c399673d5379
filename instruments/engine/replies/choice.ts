import type { Misreading } from '../events.ts'
import type { Choice } from '../question.ts'
import { alikeInSound } from './by-sound.ts'
import { pickFromClauses } from './clauses.ts'
import { sameInDegree } from './degrees.ts'
import type { Heard } from './heard.ts'
import { type Label, wordsOf } from './labels.ts'
import { heardTokens, isAround, type Listening } from './listening.ts'
import { nearlyNamed, severalNamed, theNamed } from './naming.ts'
import { is, type Token } from './tokens.ts'
import { sameInTopic } from './topics.ts'

export type Pick = { readonly choice: Choice } | { readonly reason: Misreading }

/**
 * The one choice a reply means: by its number on the list ("2.", "#2", "option two", "2 - sometimes"), by a number in
 * its words ("30" for "25 to 34"), by its words, by a part of them that no other choice has, or by words with a slip of
 * the finger. What names two choices, or a number and other words, is ambiguous.
 */
export function pickChoice(listening: Listening, heard: Heard): Pick {
  const pick = pickWhole(listening, heard)
  if ('choice' in pick || heard.said === '') return pick
  return pickFromClauses(listening, heard, (clause) => pickWhole(listening, clause)) ?? pick
}

function pickWhole(listening: Listening, heard: Heard): Pick {
  if (heard.said === '') return { reason: heard.hasSigns ? 'not-a-choice' : 'empty' }
  const telling = heardTokens(listening, heard.said)
  const words = wordsOf(telling)
  const exact = exactly(listening.labels, heard.said, words)
  const isDecimal = /\d\.\d/.test(heard.text)
  const [first] = telling
  if (telling.length === 1 && first?.number !== undefined)
    return isDecimal ? { reason: 'not-a-choice' } : byNumber(listening, first.number, exact)
  if (exact) return { choice: exact.choice }
  if (telling.length === 1 && first && /^[a-i]$/.test(first.text) && listening.numbered)
    return byNumber(listening, first.text.charCodeAt(0) - 96)
  if (isDecimal) return { reason: 'not-a-choice' }

  const spoken = byYesOrNo(listening, telling)
  if (spoken) return spoken
  if (telling.every((token) => is(token, 'lastFew')) && listening.numbered) return only(listening.labels.slice(-1))
  const named = theNamed(listening, words)
  if (named.length === 1) return only(named)
  if (telling.some(({ number }) => number !== undefined) && listening.numbered)
    return byNumberAndWords(listening, telling)
  if (named.length > 1 || severalNamed(listening, heard.said)) return { reason: 'ambiguous' }
  const near = nearlyNamed(listening, words)
  return only(near.length > 0 ? near : looselyNamed(listening, heard, words))
}

/** What is left to try: less of the question said again, another word for how much, the sound, the topic. */
function looselyNamed(listening: Listening, { said }: Heard, words: readonly string[]): Label[] {
  const fewer = words.filter((word) => !isAround(listening, word))
  const ways = [
    () => (fewer.length < words.length ? theNamed(listening, fewer) : []),
    () => (fewer.length < words.length ? nearlyNamed(listening, fewer) : []),
    () => sameInDegree(listening, said),
    () => alikeInSound(listening, fewer.length > 0 ? fewer : words),
    () => sameInTopic(listening, said),
    () => sameInTopic(listening, words.join(' ')),
  ]
  for (const way of ways) {
    const labels = way()
    if (labels.length > 0) return labels
  }
  return []
}

/** The choice whose words the reply repeats. */
export function exactly(labels: readonly Label[], said: string, words: readonly string[]): Label | undefined {
  const telling = words.join(' ')
  const unspaced = /\d/.test(said) ? undefined : said.replaceAll(' ', '')
  return (
    sole(labels, (label) => label.said === said) ??
    sole(labels, (label) => label.words.join(' ') === telling) ??
    sole(labels, (label) => label.said.replaceAll(' ', '') === unspaced)
  )
}

function sole(labels: readonly Label[], fits: (label: Label) => boolean): Label | undefined {
  const fitting = labels.filter(fits)
  return fitting.length === 1 ? fitting[0] : undefined
}

/** A bare number: the place on the list, and whatever choice has it in its words. */
export function byNumber({ labels, numbered }: Listening, number: number, exact?: Label): Pick {
  const listed = numbered ? labels[number - 1] : undefined
  const meant = [listed, exact, ...labels.filter((label) => covers(label, number, labels.length))]
  return only(new Set(meant.filter((label) => label !== undefined)))
}

/** "Under 18" is no reading of "2" where the list has a second choice; "under 5" may be one. */
function covers({ covers }: Label, number: number, listed: number): boolean {
  if (!covers || number < covers.from || number > covers.to) return false
  return !covers.openBelow || number > listed || covers.to < 2 * listed
}

/** "2 sometimes": the words must not contradict the number. */
function byNumberAndWords(listening: Listening, telling: readonly Token[]): Pick {
  const [number, ...others] = new Set(telling.flatMap(({ number }) => number ?? []))
  if (number === undefined || others.length > 0) return { reason: 'ambiguous' }
  const { labels } = listening
  const spoken = telling.filter((token) => token.number === undefined && !is(token, 'and') && token.sense?.unit !== 0)
  const rest = wordsOf(spoken).filter((word) => !isAround(listening, word))
  if (rest.length === 0) return byNumber(listening, number)
  const listed = labels[number - 1]
  const exact = exactly(labels, rest.join(' '), rest)
  const meant = exact ?? byYesOrNoLabel(listening, spoken)
  const named = meant ? [meant] : theNamed(listening, rest)
  const near = named.length > 0 ? named : nearlyNamed(listening, rest)
  if (listed && near.includes(listed)) return { choice: listed.choice }
  return { reason: near.length > 0 || severalNamed(listening, rest.join(' ')) ? 'ambiguous' : 'not-a-choice' }
}

/** A word for yes or no means only a choice that says just that: "no" is not "some college, no degree". */
function byYesOrNo({ labels, atHome }: Listening, telling: readonly Token[]): Pick | undefined {
  for (const role of ['yes', 'no'] as const) {
    const isSaid = (token: Token) => is(token, role) || (atHome && telling.length === 1 && is(token, `${role}Here`))
    if (!telling.every(isSaid)) continue
    const saying = labels.filter((label) => label.tokens.every((token) => is(token, role)))
    if (saying.length > 0) return only(saying)
    const opening = labels.filter(
      ({ tokens, opening }) => tokens[0] && is(tokens[0], role) && tokens[0].text === opening,
    )
    return only(opening)
  }
  return undefined
}

function byYesOrNoLabel(listening: Listening, telling: readonly Token[]): Label | undefined {
  const picked = telling.length > 0 ? byYesOrNo(listening, telling) : undefined
  return picked && 'choice' in picked ? listening.labels.find(({ choice }) => choice === picked.choice) : undefined
}

export function only(labels: Iterable<Label>): Pick {
  const [label, ...others] = labels
  if (!label) return { reason: 'not-a-choice' }
  return others.length > 0 ? { reason: 'ambiguous' } : { choice: label.choice }
}
