import { phrasesOf } from '../languages/vocabulary.ts'
import { firm } from '../languages/words/firm.ts'
import { pickChoice } from './choice.ts'
import { exactly } from './pick.ts'
import { echoed } from './echo.ts'
import type { Heard } from './heard.ts'
import { wordsOf } from './labels.ts'
import { heardTokens, isAround, type Listening } from './listening.ts'
import { plain } from './plain.ts'
import { clausesOf } from './clauses.ts'
import { requestsWithin } from './cores.ts'
import { misread, type Reading, understood } from './reading.ts'
import { arabicStem } from './typos.ts'
import { is, tellingOf, type Token, tokensOf } from './tokens.ts'

/** Yes or no: the number on the list, the words of the choice, a word or a sign for yes or no; both at once is neither. */
export function readBoolean(title: string, listening: Listening, heard: Heard): Reading {
  const thumb = /^\s*\++\s*$/.test(heard.text) ? true : thumbOf(heard.text)
  if (heard.said === '') {
    if (thumb !== undefined) return thumb === 'both' ? misread('ambiguous') : understood(thumb)
    return misread(heard.hasSigns ? 'not-a-choice' : 'empty')
  }
  const telling = answering(listening, heard)
  const exact = exactly(listening.labels, heard.said, wordsOf(telling))
  const isSigned = (value: unknown) => thumb !== undefined && thumb !== value
  if (exact) return isSigned(exact.choice.code) ? misread('ambiguous') : understood(exact.choice.code)
  const isWord = telling.every((token) => is(token, 'yes') || is(token, 'no'))
  const echo = isWord ? undefined : (echoed(title, heard) ?? (isDeniedEcho(listening, heard) ? false : undefined))
  if (echo !== undefined)
    return isSigned(echo) || contradicts(title, listening, heard, echo) ? misread('ambiguous') : understood(echo)
  const spoken = isPlace(listening, heard, telling) ? undefined : yesOrNo(title, listening, heard, telling)
  if (spoken) return spoken.understood && thumb !== undefined && thumb !== spoken.value ? misread('ambiguous') : spoken
  const picked = pickChoice(listening, heard)
  if (!('choice' in picked)) return misread(telling.some((token) => is(token, 'hedge')) ? 'ambiguous' : picked.reason)
  const { code } = picked.choice
  const isContrary = (token: Token) =>
    is(token, code === true ? 'no' : 'yes') && !is(token, code === true ? 'yes' : 'no')
  return telling.some(isContrary) || (heard.isNoNumber && code === true) ? misread('ambiguous') : understood(code)
}

/** "I never felt safe there" to "Did you feel safe …?": the question said again, with a no and nothing else. */
function isDeniedEcho(listening: Listening, { said, text }: Heard): boolean {
  const { vocabulary, around } = listening
  const tokens = tellingOf(tokensOf(said, vocabulary))
  const denies = (token: Token) => is(token, 'negation') || is(token, 'no')
  const asked = tokensOf([...around].join(' ').replace(/有没有|有冇|是不是|会不会|能不能/gu, ' '), vocabulary)
  const repeated = tokens.filter((token) => !denies(token) && !is(token, 'filler'))
  return (
    tokens.some(denies) &&
    (repeated.length > 1 || repeated.some(({ text: word }) => /\p{Script=Han}|\p{Script=Hangul}{3}/u.test(word))) &&
    !/[?？؟]/.test(text) &&
    !asked.some(denies) &&
    repeated.every((token) => isAround(listening, token.text) || isAskedIn(around, token.text))
  )
}

/** A verb of the question in the form of an answer: "안전하지" of "안전하다고", "اشعر" of "تشعر". */
function isAskedIn(asked: ReadonlySet<string>, word: string): boolean {
  const isArabic = /\p{Script=Arabic}/u.test(word) && word.length > 3
  const isKorean = /^\p{Script=Hangul}{2}/u.test(word)
  return [...asked].some(
    (other) =>
      (isArabic && (other.slice(1) === word.slice(1) || arabicStem(other) === arabicStem(word))) ||
      (isKorean && other.slice(0, 2) === word.slice(0, 2)),
  )
}

/** The tokens that carry the answer; a yes or no at the beginning is one even where its word is elsewhere filler ("有"). */
function answering(listening: Listening, { said }: Heard): readonly Token[] {
  const telling = heardTokens(listening, said)
  const [first] = tokensOf(said, listening.vocabulary)
  const isLost =
    first !== undefined && (is(first, 'yes') || is(first, 'no')) && !telling.some(({ text }) => text === first.text)
  return isLost ? [first, ...telling] : telling
}

/** Whether the one number of a reply may be a place on the list ("1", "yes 1"), and counts nothing ("yes, 2 times"). */
function isPlace(listening: Listening, { said }: Heard, telling: readonly Token[]): boolean {
  const numbers = telling.filter(({ number }) => number !== undefined)
  const others = telling.filter(({ number }) => number === undefined)
  const isListed = numbers.some(({ number = 0 }) => number >= 1 && number <= listening.labels.length)
  if (numbers.length === 0) return false
  if (others.length === 0) return numbers.some(({ text }) => /\d/.test(text)) || isListed
  const all = tokensOf(said, listening.vocabulary)
  const isCount = all.some((token, i) => all[i - 1]?.number !== undefined && is(token, 'counters'))
  return isListed && !isCount && others.every((token) => isAnswering(listening, token))
}

function isAnswering(listening: Listening, token: Token): boolean {
  return is(token, 'yes') || is(token, 'no') || listening.labelWords.has(token.text)
}

function yesOrNo(title: string, listening: Listening, heard: Heard, telling: readonly Token[]): Reading | undefined {
  const isShort = listening.atHome && telling.length === 1
  const isYes = (token: Token) => is(token, 'yes') || (isShort && is(token, 'yesHere'))
  const isNo = (token: Token) => is(token, 'no') || (isShort && is(token, 'noHere'))
  const [first] = telling
  const isApart = first !== undefined && (isYes(first) || isNo(first)) && standsFirst(heard, first)
  if (isApart && !takesBack(listening, heard, isYes(first)))
    return contradicts(title, listening, heard, isYes(first)) ? misread('ambiguous') : understood(isYes(first))
  const agrees = telling.some(isYes)
  const denies = telling.some(isNo)
  if ((agrees && denies) || saysBoth(heard)) return misread('ambiguous')
  if (!agrees && !denies) return telling.every((token) => is(token, 'hedge')) ? misread('ambiguous') : undefined
  const rest = telling.filter((token) => !isYes(token) && !isNo(token))
  if (rest.some((token) => is(token, 'hedge') || is(token, 'negation'))) return misread('ambiguous')
  if (heard.said.split(' ').length > 1 && isDoubted(listening, heard)) return undefined
  const saysNoMore = rest.every((token) => is(token, 'and') || isAround(listening, token.text))
  return saysNoMore || isFirm(first, rest, heard) ? understood(agrees) : undefined
}

/** Whether a later clause says the other of yes and no and nothing else, be it in short: "ja, N", "安全，不安全". */
function contradicts(title: string, { vocabulary }: Listening, { text }: Heard, value: boolean): boolean {
  const [, ...others] = clausesOf(text)
  const other = value ? 'no' : 'yes'
  return others.some((clause) => {
    const roles = vocabulary.lexicon.get(clause.said)?.roles
    return roles?.has(other) === true || roles?.has(`${other}Here`) === true || echoed(title, clause) === !value
  })
}

/** "Yes they did 2 times": the very word for yes, and what follows asks nothing. Other words for it say too much else. */
function isFirm(first: Token | undefined, rest: readonly Token[], { text, said }: Heard): boolean {
  return (
    first !== undefined &&
    firmly.has(first.text) &&
    !/[?？؟]/.test(text) &&
    !rest.some(
      (token) =>
        is(token, 'or') ||
        is(token, 'perhaps') ||
        is(token, 'except') ||
        is(token, 'hedge') ||
        is(token, 'negation') ||
        is(token, 'except'),
    ) &&
    requestsWithin(said).length === 0
  )
}

const firmly: ReadonlySet<string> = new Set(phrasesOf(firm).map(plain))

/** Whether what follows a yes or no that stands apart may take it back: "yes, but …", "no, well yes". */
function takesBack({ vocabulary }: Listening, { text }: Heard, isYes: boolean): boolean {
  const [, ...others] = clausesOf(text)
  const tokens = others.map(({ said }) => tellingOf(tokensOf(said, vocabulary)))
  const isOther = (token: Token) => is(token, isYes ? 'no' : 'yes') && !is(token, isYes ? 'yes' : 'no')
  return (
    tokens.some(([first]) => first !== undefined && (isOther(first) || is(first, 'hedge') || is(first, 'perhaps'))) ||
    tokens.some((clause) => clause.some((token) => is(token, 'correction') || (isYes && isUnsure(token)))) ||
    others.some(({ said }) => requestsWithin(said).length > 0)
  )
}

function isUnsure(token: Token): boolean {
  return is(token, 'hedge') || is(token, 'negation') || is(token, 'or')
}

/** "有也没有": is and is not, with the same word. */
function saysBoth({ said }: Heard): boolean {
  return /(有|是|会|能|对|去过|用过)(?!没|不).{0,4}(?:没|不|冇)\1/u.test(said)
}

/** "Maybe yes" is not yes. */
function isDoubted({ vocabulary }: Listening, { said }: Heard): boolean {
  return said.split(' ').some((word) => vocabulary.lexicon.get(word)?.roles.has('perhaps'))
}

/** "Yes, the officers on my block": a yes or no that a comma or a full stop sets apart from what explains it. */
function standsFirst({ text }: Heard, first: Token): boolean {
  const opening = /^\s*([\p{L}\p{M}'’]+)\s*[,.;:!،؛。、–—-]/u.exec(text)?.[1]
  return opening !== undefined && !first.text.includes(' ') && plain(opening) === first.text
}

/** What thumbs, checks and crosses say, in any colour of skin, where there is no other sign. */
function thumbOf(text: string): boolean | 'both' | undefined {
  const signs = text.replace(/[\p{L}\p{N}\p{M}\p{P}\s\p{Emoji_Modifier}\u200d♀♂]/gu, '')
  if (signs === '' || !/^[👍👌✅✔☑✓🆗🙆👎❌✖🚫⛔✗✘🙅]+$/u.test(signs)) return undefined
  const agrees = /[👍👌✅✔☑✓🆗🙆]/u.test(signs)
  const denies = /[👎❌✖🚫⛔✗✘🙅]/u.test(signs)
  return agrees && denies ? 'both' : agrees
}
