import { type Choice, inLanguage, type Question } from '../question.ts'
import { exactly, only } from './pick.ts'
import type { Heard } from './heard.ts'
import { wordsOf } from './labels.ts'
import { heardTokens, type Listening } from './listening.ts'
import { nearlyNamed, severalNamed, theNamed } from './naming.ts'
import { readNumber } from './number.ts'
import { plain } from './plain.ts'
import { misread, type Reading, understood } from './reading.ts'
import { is, tellingOf, type Token, tokensOf } from './tokens.ts'
import { distance } from './typos.ts'

type Rating = Question & { readonly kind: 'rating' }

/** A point on a scale: its number ("7", "7/10", "seven out of ten"), its words, or the name of one end. */
export function readRating(question: Rating, listening: Listening, heard: Heard, language: string): Reading {
  const { choices } = question
  const end = heard.said === '' ? undefined : endNamed(question, listening, heard, language)
  if (end) return understood(end.code)
  if (heard.said === '十分' && choices.some(({ code }) => code === 10)) return understood(10) // else "very"
  const stars = heard.said === '' ? starsIn(heard.text) : 0
  const starred = stars === 0 ? undefined : choices.find(({ code }) => code === stars)
  if (starred) return understood(starred.code)
  const telling = heardTokens(listening, heard.said)
  const isBelowZero = /(?:^|\s)[-−]\d/.test(heard.text)
  const exact = isBelowZero ? undefined : exactly(listening.labels, heard.said, wordsOf(telling))
  if (exact) return understood(exact.choice.code)
  const named = listening.labels.some(({ words }) => words.some((word) => !/^\d+$/.test(word)))
    ? byWords(listening, heard, wordsOf(telling))
    : undefined
  if (named) return named
  const reading = readNumber(
    { min: -Infinity, max: Infinity, whole: false },
    listening,
    withoutEnd(question, listening, heard),
  )
  if (!reading.understood) return reading
  const listed = choices.find(({ code }) => String(code) === String(reading.value))
  return listed ? understood(listed.code) : reading
}

/** "★★★☆☆" is three: how many stars are full where there is nothing else. */
function starsIn(text: string): number {
  return /^[\s⭐★☆🌟]+$/u.test(text) ? (text.match(/[⭐★🌟]/gu)?.length ?? 0) : 0
}

/** The end of the scale that has just these words, in any of their forms: "nada satisfecha" of "Nada satisfecho". */
function endNamed(
  { choices, lowest, highest }: Rating,
  listening: Listening,
  { said }: Heard,
  language: string,
): Choice | undefined {
  const ends = [
    { choice: choices[0], label: plain(inLanguage(lowest, language)) },
    { choice: choices.at(-1), label: plain(inLanguage(highest, language)) },
  ]
  const whole = ends.find(({ label }) => label === said)
  if (whole || /\d/.test(said)) return whole?.choice
  const words = said.split(' ')
  const isForm = (word: string, other: string | undefined) =>
    other !== undefined && (word === other || (word.length > 4 && distance(word, other) !== undefined))
  const wordsOfEnd = (label: string) => wordsOf(tellingOf(tokensOf(label, listening.vocabulary)))
  const told = wordsOf(tellingOf(tokensOf(said, listening.vocabulary)))
  const like = ends.filter(({ label }) =>
    [
      [words, label.split(' ')],
      [told, wordsOfEnd(label)],
    ].some(([one = [], other = []]) => one.length === other.length && one.every((word, i) => isForm(word, other[i]))),
  )
  return like.length === 1 ? like[0]?.choice : undefined
}

function byWords(listening: Listening, heard: Heard, words: readonly string[]): Reading | undefined {
  if (/\d/.test(heard.said) || heard.said === '') return undefined
  const named = theNamed(listening, words)
  if (named.length === 0 && severalNamed(listening, heard.said)) return misread('ambiguous')
  const found = named.length > 0 ? named : nearlyNamed(listening, words)
  if (found.length === 0) return undefined
  const pick = only(found)
  return 'choice' in pick ? understood(pick.choice.code) : misread(pick.reason)
}

/** "7/10" and "7 out of 10" without the end of the scale, where it is this scale's. */
function withoutEnd({ choices }: Rating, { vocabulary }: Listening, heard: Heard): Heard {
  const end = Number(choices.at(-1)?.code)
  const [, top, bottom] = /^\D*(\d+)\s*\/\s*(\d+)\D*$/.exec(heard.text) ?? []
  const opening = tokensOf(plain(heard.text.replace(/\d.*$/su, '')), vocabulary)
  const isOnlyNumber = opening.every(({ number }) => number === undefined)
  if (top !== undefined && Number(bottom) === end && isOnlyNumber) return { ...heard, text: top, said: top }
  const tokens = tokensOf(heard.said, vocabulary)
  const at = tokens.findIndex((token) => is(token, 'outOf'))
  const isEnd = (token: Token | undefined) => token?.number === end
  const others = tokens.filter(({ number }) => number !== undefined)
  if (at < 0 || others.length !== 2 || !others.some(isEnd)) return heard
  // Which of the two is the end: "7 out of 10", but "10점 만점에 7".
  const before = tokens.findLastIndex(({ number }, i) => i <= at && number !== undefined)
  const after = tokens.findIndex(({ number }, i) => i > at && number !== undefined)
  const ended = vocabulary.verbLast || !isEnd(tokens[after]) ? before : after
  if (!isEnd(tokens[ended])) return heard
  const said = tokens
    .filter((_, i) => i !== at && i !== ended)
    .map(({ text }) => text)
    .join(' ')
  return { ...heard, text: said, said }
}
