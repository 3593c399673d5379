import { topics } from '../languages/topics/index.ts'
import { phrasesOf } from '../languages/vocabulary.ts'
import type { Label } from './labels.ts'
import { isAround, type Listening } from './listening.ts'
import { plain } from './plain.ts'
import { is, type Token, tokensOf } from './tokens.ts'

type Phrase = { readonly topic: string; readonly words: readonly string[]; readonly isStem: boolean }

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
  const rest = tokensOf(about.rest.join(' '), listening.vocabulary)
  if (rest.some((token) => unsettling.some((role) => is(token, role)))) return []
  const isLight = (token: Token) => is(token, 'filler') || is(token, 'very') || isAround(listening, token.text)
  if ((listening.takesSeveral || meant.some(isGeneral)) && !rest.every(isLight)) return []
  const namesAnother = listening.labels.filter(({ words }) => words.some((word) => about.rest.includes(word)))
  const found = listening.labels.filter((label) => meant.some((topic) => isAbout(label, topic)))
  return [...new Set([...found, ...namesAnother])]
}

const unsettling = ['negation', 'no', 'hedge', 'except', 'and', 'or', 'none', 'mild'] as const

/** "Nothing" and "other" are about a choice only where they are all of it. */
function isGeneral(topic: string): boolean {
  return topic === 'nothing' || topic === 'other'
}

function isAbout(label: Label, topic: string): boolean {
  let about = remembered.get(label)
  if (!about) remembered.set(label, (about = topicsOf(label.said)))
  return about.topics.has(topic) && (!isGeneral(topic) || about.rest.length === 0)
}

const remembered = new WeakMap<Label, About>()

function isFigure(word: string): boolean {
  return /\d/.test(word)
}

function topicsOf(said: string): About {
  return /\p{Script=Han}/u.test(said) ? inChinese(said) : inWords(said.split(' '))
}

function inWords(words: readonly string[]): About {
  const found = new Set<string>()
  const rest: string[] = []
  for (let at = 0; at < words.length; ) {
    const fitting = (phrases().get(keyOf(words[at] ?? '')) ?? []).filter((phrase) => fits(phrase, words, at))
    const longest = Math.max(0, ...fitting.map((phrase) => phrase.words.length))
    for (const { topic, words } of fitting) if (words.length === longest) found.add(topic)
    if (longest === 0) rest.push(words[at] ?? '')
    at += Math.max(1, longest)
  }
  return { topics: found, rest }
}

function fits({ words: listed, isStem }: Phrase, words: readonly string[], at: number): boolean {
  return listed.every((part, i) => {
    const word = words[at + i] ?? ''
    return isStem && i === listed.length - 1 ? word.startsWith(part) : word === part
  })
}

/** Chinese is written without spaces; one character alone is too often a part of another word. */
function inChinese(said: string): About {
  const found = new Set<string>()
  let rest = said
  for (const { topic, word } of chinese())
    if (word.length > 1 ? rest.includes(word) : rest === word) {
      found.add(topic)
      rest = rest.replaceAll(word, ' ')
    }
  const others = inWords(rest.split(' ').filter((word) => word !== ''))
  return { topics: new Set([...found, ...others.topics]), rest: others.rest }
}

let prepared: ReadonlyMap<string, Phrase[]> | undefined
let preparedChinese: readonly { readonly topic: string; readonly word: string }[] | undefined

/** The phrases by how they begin. */
function phrases(): ReadonlyMap<string, Phrase[]> {
  return (prepared ??= Map.groupBy(
    Object.entries(topics).flatMap(([topic, list]) =>
      phrasesOf(list).map((phrase): Phrase => {
        const isStem = phrase.endsWith('*') || /\p{Script=Hangul}{2}|\p{Script=Bengali}{3}/u.test(phrase)
        return { topic, words: plain(phrase).split(' '), isStem }
      }),
    ),
    ({ words: [first = ''] }) => keyOf(first),
  ))
}

/** Longest first, so that a part of a word is not taken for another. */
function chinese() {
  return (preparedChinese ??= Object.entries(topics)
    .flatMap(([topic, list]) => phrasesOf(list).map((phrase) => ({ topic, word: plain(phrase) })))
    .filter(({ word }) => /^\p{Script=Han}+$/u.test(word))
    .toSorted((one, other) => other.word.length - one.word.length))
}

function keyOf(word: string): string {
  return word.slice(0, 2)
}
