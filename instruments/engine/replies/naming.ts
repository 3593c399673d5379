import { type Label, wordsOf } from './labels.ts'
import { heardTokens, isAround, type Listening } from './listening.ts'
import { is, tellingOf, type Token, tokensOf } from './tokens.ts'
import { labelsAbout } from './topics.ts'
import { distance, isFormOf } from './typos.ts'

/**
 * The choices that have all the words of a reply. A reply that says more than a choice still names it when the rest is
 * only the question said again. One that a word of its own turns around ("not safe") is no reading of "safe", but keeps
 * another from being the only one.
 */
export function theNamed(listening: Listening, words: readonly string[]): Label[] {
  const { labels, vocabulary } = listening
  if (words.every((word) => /^[a-z]{1,2}$/.test(word))) return [] // "or" and "to" mean none
  const containing = matches(listening, words, (word, other) => (word === other ? 0 : undefined))
  const straight = containing.filter(({ isTurned }) => !isTurned).map(({ label }) => label)
  const starting = straight.filter((label) => `${label.words.join(' ')} `.startsWith(`${words.join(' ')} `))
  if (starting.length === 1 && words.length > 1) return starting
  if (straight.length > 0) return containing.map(({ label }) => label)
  const named = contained(labels, words)
  const [label] = named
  if (containing.length > 0 || named.length !== 1 || !label) return []
  const rest = words.filter((word) => !label.words.includes(word))
  const turns = tokensOf(rest.join(' '), vocabulary).some(isTurning)
  return rest.every((word) => isAround(listening, word)) && !turns ? named : []
}

/** Whether a reply names two choices or more: "rent, or own", "between safe and very safe". */
export function severalNamed(listening: Listening, said: string): boolean {
  const { labels, vocabulary } = listening
  if (contained(labels, wordsOf(heardTokens(listening, said))).length > 1) return true
  const parts: Token[][] = [[]]
  for (const token of tokensOf(said, vocabulary))
    if (joints.some((role) => is(token, role))) parts.push([])
    else parts.at(-1)?.push(token)
  const named = parts.filter((part) => part.length > 0).map((part) => theNamed(listening, wordsOf(tellingOf(part))))
  return new Set(named.flatMap(([label, ...others]) => (label && others.length === 0 ? [label] : []))).size > 1
}

const joints = ['and', 'or', 'hedge', 'upTo'] as const

/** The choices that a reply names with slips of the finger, where no other is nearly as near. */
export function nearlyNamed(listening: Listening, words: readonly string[]): Label[] {
  const { lexicon } = listening.vocabulary
  const isKnown = (word: string) => {
    const sense = lexicon.get(word)
    return sense !== undefined && (sense.number !== undefined || sense.roles.size > 0)
  }
  const isForm = (word: string, other: string) => lexicon.get(word)?.number === undefined && isFormOf(word, other)
  const isFormOfAny = (word: string) => [...listening.labelWords].some((other) => word !== other && isForm(word, other))
  if (words.every(isKnown) && !words.some(isFormOfAny)) return []
  const near = matches(listening, words, (word, other) =>
    isKnown(word) ? (isForm(word, other) ? 1 : undefined) : distance(word, other, 1),
  )
  const nearest = Math.min(...near.map(({ slips }) => slips))
  const rivals = near.filter(({ slips }) => slips < nearest + 2)
  const whole = rivals.filter(({ label, isTurned }) => !isTurned && label.words.length === words.length)
  const [only, ...others] = whole.length === 1 ? whole : rivals
  if (!only || others.length > 0) return rivals.map(({ label }) => label)
  const isNear = words.every((word) =>
    only.label.words.some((other) => isKnown(word) || distance(word, other) !== undefined),
  )
  return isNear && !only.isTurned ? [only.label] : []
}

export type Match = { readonly label: Label; readonly slips: number; readonly isTurned: boolean }

/** The choices that have all the words, each with how far its words are from those said. */
export function matches(
  { labels, vocabulary }: Listening,
  words: readonly string[],
  nearness: (word: string, other: string) => number | undefined,
): Match[] {
  return labels.flatMap((label) => {
    let slips = 0
    const matched = new Set<string>()
    for (const word of words) {
      let best: string | undefined
      let least = Infinity
      for (const other of label.words) {
        const far = word === other ? 0 : nearness(word, other)
        if (far !== undefined && far < least) [best, least] = [other, far]
      }
      if (best !== undefined) matched.add(best)
      else if (!isPartOfChinese(label, word)) return []
      slips += best === undefined ? 0 : least
    }
    return [{ label, slips, isTurned: isTurned(label, words, matched, vocabulary.verbLast) }]
  })
}

/** Whether the label turns the matched words around: "safe" is not "not very safe", nor "1 hour" "less than 1 hour". */
function isTurned(
  { tokens, said }: Label,
  words: readonly string[],
  matched: ReadonlySet<string>,
  verbLast: boolean,
): boolean {
  const isMatched = ({ text }: Token) => text.split(' ').some((word) => matched.has(word))
  const last = verbLast ? tokens.length : tokens.findLastIndex(isMatched)
  if (tokens.some((token, i) => i < last && isTurning(token) && !isMatched(token))) return true
  return words.some((word) => !matched.has(word) && /[不没无未别]|非(?!常)/.test(said.slice(0, said.indexOf(word))))
}

function isTurning(token: Token): boolean {
  return turning.some((role) => is(token, role))
}

const turning = ['negation', 'no', 'lessThan', 'moreThan'] as const

/** Chinese words are not apart: a part of the label will do. */
function isPartOfChinese({ said }: Label, word: string): boolean {
  return /^\p{Script=Han}{2,}$/u.test(word) && said.includes(word)
}

/** The choices that a list without commas names one after the other, where they are all that it says. */
export function allNamed(listening: Listening, words: readonly string[]): Label[] {
  const named = contained(listening.labels, words)
  const isChinese = /\p{Script=Han}/u.test(words.join(''))
  const left = isChinese
    ? heardTokens(
        listening,
        named.reduce((said, label) => said.replace(label.words.join(''), ' '), words.join('')).trim(),
      ).map(({ text }) => text)
    : words.filter((word) => !named.some((label) => label.words.includes(word)))
  return left.every((word) => word === '' || isAround(listening, word)) ? named : []
}

/** At most so many words of a reply may say nothing that we know beside the choice that it names. */
const mostUnknown = 4

/**
 * The one choice whose words stand whole in a reply that says a little more ("I do odd jobs, part time for now"): where
 * nothing denies, doubts or counts, and no other choice has any of the rest.
 */
export function saidAmong(listening: Listening, words: readonly string[]): Label[] {
  const { labels, labelWords, vocabulary, takesSeveral, atHome } = listening
  const named = contained(labels, words)
  const [label] = named
  if (takesSeveral || !atHome || named.length !== 1 || !label) return []
  const isHan = /\p{Script=Han}/u.test(words.join(''))
  const said = isHan ? words.join('').replace(label.words.join(''), ' ') : words.join(' ')
  const left = tokensOf(said, vocabulary).filter(
    ({ text }) => !text.split(' ').every((word) => label.words.includes(word)),
  )
  const isTooShort =
    !isHan && label.words.length === 1 && (label.words[0]?.length ?? 0) < 4 && !/\p{Script=Hangul}/u.test(said)
  const isUnsure = (token: Token) => token.number !== undefined || unsure.some((role) => is(token, role))
  const namesAnother = left.some(
    ({ text }) => labelWords.has(text) || (isHan && labels.some(({ said }) => text.length > 1 && said.includes(text))),
  )
  const unknown = left.filter((token) => !is(token, 'filler') && !is(token, 'very'))
  const isLike = (word: string) =>
    matches(listening, [word], (one, other) => distance(one, other)).some(({ label: other }) => other !== label)
  const isAboutAnother = labelsAbout(listening, left.map(({ text }) => text).join(' ')).some((other) => other !== label)
  if (isTooShort || namesAnother || left.some(isUnsure) || isAboutAnother) return []
  if (wordsOf(left).some((word) => word.length > 3 && isLike(word))) return []
  return unknown.length <= mostUnknown ? named : []
}

/** The one choice that a Korean reply holds with other spaces: "한달에 몇번 정도" of "한 달에 몇 번". */
export function saidUnspaced({ labels, atHome, takesSeveral }: Listening, said: string): Label[] {
  if (!atHome || takesSeveral || !/\p{Script=Hangul}/u.test(said)) return []
  const unspaced = said.replaceAll(' ', '')
  const found = labels.filter((label) => {
    const own = label.said.replaceAll(' ', '')
    return own.length >= 4 && unspaced.includes(own)
  })
  return found.length === 1 ? found : []
}

const unsure = ['negation', 'no', 'hedge', 'or', 'except', 'perhaps', 'correction', 'upTo', 'none', 'lessThan'] as const

/** The choices whose words stand together in the reply, without those inside a longer one. */
function contained(labels: readonly Label[], words: readonly string[]): Label[] {
  const isChinese = /\p{Script=Han}/u.test(words.join(''))
  const spaced = (parts: readonly string[]) => (isChinese ? parts.join('') : ` ${parts.join(' ')} `)
  const said = spaced(words)
  const found = labels.filter((label) => label.words.length > 0 && said.includes(spaced(label.words)))
  return found.filter(
    (label) => !found.some((other) => other !== label && spaced(other.words).includes(spaced(label.words))),
  )
}
