import { alikeInSound } from './by-sound.ts'
import { clausesOf, pickFromClauses } from './clauses.ts'
import { sameInDegree } from './degrees.ts'
import type { Heard } from './heard.ts'
import { denies, isBetween, isDenied, isMiddleDenied, isTooWeak } from './held-back.ts'
import { withoutTimes } from './how-often.ts'
import { type Label, wordsOf } from './labels.ts'
import { byLetter, byNumber, byNumberAndWords, withoutYears } from './list-number.ts'
import { heardTokens, isAround, type Listening } from './listening.ts'
import { nearlyNamed, saidAmong, saidUnspaced, severalNamed, theNamed } from './naming.ts'
import { oppositeOf } from './opposites.ts'
import { exactly, only, type Pick } from './pick.ts'
import { is, type Token, tokensOf } from './tokens.ts'
import { sameInTopic } from './topics.ts'
import { byYesOrNo, saysOther } from './yes-no-choice.ts'

/**
 * The one choice a reply means: by its number on the list ("2.", "#2", "option two", "2 - sometimes"), by a number in
 * its words ("30" for "25 to 34"), by its words, by a part of them that no other choice has, or by words with a slip of
 * the finger. What names two choices, or a number and other words, is ambiguous.
 */
export function pickChoice(listening: Listening, heard: Heard): Pick {
  const uncounted = withoutTimes(listening, heard)
  if (uncounted) return pickChoice(listening, uncounted)
  const pick = pickAny(listening, heard)
  if (!('choice' in pick)) return pick
  const clauses = clausesOf(heard.text)
  if (clauses.length < 2 || clauses.length > mostClauses) return pick
  const isOther = (clause: Heard) => {
    const other = pickWhole(listening, clause)
    return 'choice' in other && other.choice !== pick.choice
  }
  const label = listening.labels.find(({ choice }) => choice === pick.choice)
  return label?.said !== heard.said && clauses.some(isOther) ? { reason: 'ambiguous' } : pick
}

/** Of a longer text no clause is read by itself. */
const mostClauses = 7

function pickAny(listening: Listening, heard: Heard): Pick {
  const pick = pickWhole(listening, heard)
  if ('choice' in pick || heard.said === '') return pick
  if (isBetween(listening, heard)) return { ...pick, reason: 'ambiguous' }
  return pickFromClauses(listening, heard, (clause) => pickWhole(listening, clause)) ?? pick
}

/** A choice that is named beside a word that denies it ("not noise") is not meant. */
function pickWhole(listening: Listening, heard: Heard): Pick {
  const pick = pickNamed(listening, heard)
  if (!('choice' in pick)) return pick
  const label = listening.labels.find(({ choice }) => choice === pick.choice)
  if (!label || label.said === heard.said) return pick
  if (isMiddleDenied(listening, heard, label)) return besidesMiddle(listening, heard, label)
  if (isDenied(listening, heard, label)) return { reason: 'not-a-choice' }
  if (isTooWeak(listening, heard, label)) return { reason: 'ambiguous' }
  return isBetween(listening, heard) ? { reason: 'ambiguous' } : pick
}

function pickNamed(listening: Listening, heard: Heard): Pick {
  if (heard.said === '') return { reason: heard.hasSigns ? 'not-a-choice' : 'empty' }
  const reworded = heard.said.replace(shortNo, '$1하지 않음')
  if (reworded !== heard.said) return pickNamed(listening, { ...heard, text: reworded, said: reworded })
  const telling = withoutYears(listening, heardTokens(listening, heard.said))
  const words = wordsOf(telling)
  const exact = exactly(listening.labels, heard.said, words)
  const isDecimal = /\d\.\d/.test(heard.text)
  const [first] = telling
  const lettered = byLetter(listening, heard)
  if (lettered && (!exact || exact === lettered)) return { choice: lettered.choice }
  if (telling.length === 1 && first?.number !== undefined)
    return isDecimal ? { reason: 'not-a-choice' } : byNumber(listening, first.number, exact)
  if (exact) return { choice: exact.choice }
  if (telling.length === 1 && first && first.text !== heard.said && /^[b-i]$/.test(first.text) && listening.numbered)
    return only(listening.labels.slice(first.text.charCodeAt(0) - 97).slice(0, 1)) // "letter b"
  if (isDecimal) return { reason: 'not-a-choice' }

  const hasNumber = telling.some(({ number }) => number !== undefined)
  if (!hasNumber && isGraded(listening, heard)) {
    const alike = sameInDegree(listening, heard.said)
    const found = alike.length > 0 ? alike : oppositeOf(listening, heard.said)
    if (found.length === 1) return only(found)
  }
  const spoken = saysOther(listening, words) ? undefined : byYesOrNo(listening, telling)
  if (spoken) return settledByTopic(listening, heard, spoken)
  if (telling.every((token) => is(token, 'lastFew')) && listening.numbered) return only(listening.labels.slice(-1))
  const named = theNamed(listening, words)
  if (named.length === 1) return only(named)
  if (hasNumber && listening.numbered) {
    const pick = byNumberAndWords(listening, telling)
    const isWritten = telling.some(({ text, number = 1 }) => /\d/.test(text) || number !== 1) // "one" may be a word
    if (isWritten || 'choice' in pick || pick.reason !== 'not-a-choice') return pick
  }
  if (named.length > 1 || severalNamed(listening, heard.said)) return { reason: 'ambiguous' }
  const near = nearlyNamed(listening, words)
  if (near.length === 1) return only(near)
  const loose = looselyNamed(listening, heard, words)
  if (near.length === 0) return only(loose)
  const both = near.filter((label) => loose.includes(label)) // spelled like two, about one
  return only(both.length === 1 ? both : near)
}

/** "I don't agree" says no to two choices, and is about one. */
function settledByTopic(listening: Listening, { said }: Heard, pick: Pick): Pick {
  if ('choice' in pick) return pick
  const about = sameInTopic(listening, said)
  return about.length === 1 ? only(about) : pick
}

/** "No estoy de acuerdo" is about "en desacuerdo", once "ni de acuerdo ni en desacuerdo" is out of the question. */
function besidesMiddle(listening: Listening, { said }: Heard, middle: Label): Pick {
  const labels = listening.labels.filter((label) => label !== middle)
  return only(sameInTopic({ ...listening, labels }, said))
}

/** Korean has two ways to say not: "동의 안 함" and "동의하지 않음". */
const shortNo = /([가-힣]+?)(?:은|는|을|를)? 안 ?(?:해요?|함|합니다|한다|했어요)(?![가-힣])/u

/** Whether a reply of one clause says how much, or denies. */
function isGraded({ vocabulary }: Listening, { said, text }: Heard): boolean {
  const isMark = (token: Token) => is(token, 'very') || is(token, 'mild') || denies(token)
  return tokensOf(said, vocabulary).some(isMark) && clausesOf(text).length === 1
}

/** Those of several choices that another way finds too, where there are any: "kabhi kabhi" is "sometimes", not "never". */
function narrowed(labels: Label[], others: readonly Label[]): Label[] {
  const both = labels.length > 1 ? labels.filter((label) => others.includes(label)) : []
  return both.length > 0 ? both : labels
}

/** What is left to try: less of the question said again, another word for how much, the sound, the topic. */
function looselyNamed(listening: Listening, { said }: Heard, words: readonly string[]): Label[] {
  const fewer = words.filter((word) => !isAround(listening, word))
  const ways = [
    () => (fewer.length < words.length ? theNamed(listening, fewer) : []),
    () => (fewer.length < words.length ? nearlyNamed(listening, fewer) : []),
    () => oppositeOf(listening, said),
    () => narrowed(alikeInSound(listening, fewer.length > 0 ? fewer : words), sameInTopic(listening, said)),
    () => saidAmong(listening, words),
    () => saidUnspaced(listening, said),
    () => sameInTopic(listening, said),
    () => sameInTopic(listening, words.join(' ')),
  ]
  for (const way of ways) {
    const labels = way()
    if (labels.length > 0) return labels
  }
  return []
}
