import { topics } from '../languages/topics/index.ts'
import type { Label } from './labels.ts'
import { isAround, type Listening } from './listening.ts'
import { type Finder, finderOf } from './phrases.ts'
import { is, isYear, type Token, tokensOf } from './tokens.ts'
import { distance } from './typos.ts'

/** What a plain text is about, and the words that say nothing of it. */
type About = { readonly topics: ReadonlySet<string>; readonly rest: readonly string[] }

/**
 * The choices about what the reply is about, in words of its own or another language: "somebody stole my bike" is
 * "Robbery and theft" where no other choice is about it. A reply that denies, doubts or counts something is none.
 */
export function sameInTopic(listening: Listening, said: string): Label[] {
  const about = topicsOf(said)
  const meant = [...about.topics].filter((topic) => listening.labels.some((label) => isAbout(label, topic)))
  if (meant.length === 0 || about.rest.some(isFigure)) return []
  const found = listening.labels.filter((label) => meant.some((topic) => isAbout(label, topic)))
  if (found.length > 1) {
    // "Looking for work" is about having work and having none; its words are those of one.
    const own = said.split(' ').filter((word) => word.length > 3)
    const literal = found.filter(
      (label) => own.some((word) => label.words.includes(word)) && meant.every((topic) => isAbout(label, topic)),
    )
    return literal.length === 1 && !listening.takesSeveral ? literal : found
  }
  const rest = tokensOf(about.rest.join(' '), listening.vocabulary)
  const isLight = (token: Token) => is(token, 'filler') || is(token, 'very') || isAround(listening, token.text)
  const isWhole = ({ text }: Token) => about.rest.includes(text) || /[ \p{Script=Han}]/u.test(text)
  if (rest.some((token) => isWhole(token) && unsettling.some((role) => is(token, role)))) return []
  const mustBeLight = listening.takesSeveral || meant.some(isGeneral) || rest.some((token) => is(token, 'and'))
  if (mustBeLight && !rest.every((token) => isLight(token) || (is(token, 'and') && !listening.takesSeveral))) return []
  const isSayable = ({ tokens }: Label) => !tokens.some((token) => is(token, 'negation') || is(token, 'no'))
  const isNaming = (token: Token, label: Label) =>
    token.text.length > 2 &&
    label.words.some(
      (word) => word === token.text || (token.text.length > 4 && distance(token.text, word) !== undefined),
    )
  const namesAnother = listening.labels.filter(
    (label) =>
      isSayable(label) && rest.some((token) => !is(token, 'and') && !is(token, 'filler') && isNaming(token, label)),
  )
  return [...new Set([...found, ...namesAnother])]
}

/** The choices about anything that a plain text is about, but for "nothing" and "other". */
export function labelsAbout({ labels }: Listening, said: string): Label[] {
  const { topics } = topicsOf(said)
  const meant = [...topics].filter((topic) => !isGeneral(topic))
  return labels.filter((label) => meant.some((topic) => isAbout(label, topic)))
}

const unsettling = ['negation', 'no', 'hedge', 'except', 'or', 'none', 'mild'] as const

/** "Nothing" and "other" are about a choice only where they are all of it. */
function isGeneral(topic: string): boolean {
  return topic === 'nothing' || topic === 'other'
}

function isAbout(label: Label, topic: string): boolean {
  let about = remembered.get(label)
  if (!about) remembered.set(label, (about = topicsOf(label.said)))
  if (topic === 'neutral' && isNeither.test(label.said)) return true
  return about.topics.has(topic) && (!isGeneral(topic) || about.rest.length === 0)
}

/** "Neither … nor" in any of our languages is the middle of a scale. */
export const isNeither =
  /^neither |^既(?:不|非).*[也又](?:不|非)|(?:^| )(ni|ani|ни|نه|لا) .*(?:^| )و?\1 |도 .*도 |(?:ও|ও) (?:না|নয়) .*(?:না|নয়)/u

const remembered = new WeakMap<Label, About>()

function isFigure(word: string): boolean {
  return /\d/.test(word) && !isYear(word)
}

function topicsOf(said: string): About {
  return /\p{Script=Han}/u.test(said) ? inChinese(said) : inWords(said.split(' '))
}

function inWords(words: readonly string[]): About {
  const found = new Set<string>()
  const rest: string[] = []
  for (let at = 0; at < words.length; ) {
    const phrases = finder().at(words, at)
    for (const { of } of phrases) found.add(of)
    if (phrases.length === 0) rest.push(words[at] ?? '')
    at = phrases[0]?.to ?? at + 1
  }
  return { topics: found, rest }
}

/** Chinese is written without spaces; one character alone is too often a part of another word. */
function inChinese(said: string): About {
  const found = new Set<string>()
  let rest = said
  for (const { of, said: word } of finder().unspaced)
    if (word.length > 1 ? rest.includes(word) : rest === word) {
      found.add(of)
      rest = rest.replaceAll(word, ' ')
    }
  const others = inWords(rest.split(' ').filter((word) => word !== ''))
  return { topics: new Set([...found, ...others.topics]), rest: others.rest }
}

let prepared: Finder<string> | undefined

/** Korean and Bengali write endings onto words. */
function finder(): Finder<string> {
  return (prepared ??= finderOf(Object.entries(topics), (phrase) =>
    /\p{Script=Hangul}{2}|\p{Script=Bengali}{3}/u.test(phrase),
  ))
}
