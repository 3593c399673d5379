import { clausesOf } from './clauses.ts'
import type { Heard } from './heard.ts'
import type { Label } from './labels.ts'
import type { Listening } from './listening.ts'
import { oppositeOf } from './opposites.ts'
import { is, type Token, tokensOf } from './tokens.ts'
import { isNeither } from './topics.ts'

// What keeps a choice from being meant although its words are there.

/** "Totally agree" is not "agree" where that can be said more strongly. */
export function isTooWeak({ labels, vocabulary }: Listening, { said }: Heard, label: Label): boolean {
  const isVery = (token: Token) => is(token, 'very')
  const saysVery = tokensOf(said, vocabulary).some((token) => isVery(token) && !label.said.includes(token.text))
  if (!saysVery || label.tokens.some(isVery)) return false
  const content = label.words.filter((word) => !vocabulary.lexicon.get(word)?.roles.has('mild'))
  return labels.some(
    (other) =>
      other !== label &&
      other.tokens.some(isVery) &&
      content.every(
        (word) => other.words.includes(word) || (/\p{Script=Han}/u.test(word) && other.said.includes(word)),
      ),
  )
}

/** "Rent or own", "between safe and very safe"; not where a choice has the word itself. */
export function isBetween({ vocabulary, labelWords }: Listening, { text, said }: Heard): boolean {
  const all = tokensOf(said, vocabulary)
  const doubts = all.filter((token) => is(token, 'perhaps') && !is(token, 'filler')).length
  if (doubts > 1 || isAskedBack(text)) return true // "maybe this, maybe that"
  if (!all.some((token) => is(token, 'or'))) return false
  return clausesOf(text).some(({ said }) => {
    const tokens = tokensOf(said, vocabulary)
    const links = (token: Token, i: number) =>
      is(token, 'or') && (!labelWords.has(token.text) || /\d/.test(said)) && (i < tokens.length - 1 || !is(token, 'no'))
    return tokens.length > 1 && tokens.some(links)
  })
}

/** "Rent / own?" */
export function isAskedBack(text: string): boolean {
  return /[?？؟]/.test(text) && /\p{L}\s*\/\s*\p{L}|\d\s*\/\s*\d/u.test(text)
}

/** Whether a reply denies a choice that it names: by a no that the choice lacks, or one that stands elsewhere in it. */
export function isDenied(listening: Listening, { said }: Heard, label: Label): boolean {
  const tokens = tokensOf(said, listening.vocabulary)
  const denials = tokens.filter(denies)
  if (tokens.length < 2 || denials.length === 0 || oppositeOf(listening, said).includes(label)) return false
  const own = label.tokens.filter(denies)
  const isOwn = ({ text }: Token) =>
    label.said.includes(text) ||
    own.some((token) => text.includes(token.text) || hanNo(token.text) === (hanNo(text) ?? ''))
  if (!denials.every(isOwn)) return own.every(({ text }) => said.includes(text))
  return !listening.vocabulary.verbLast && denials.some(({ text }) => isElsewhere(said, label.said, text))
}

/**
 * Whether a reply denies one side of a scale, and no more, whose middle is "neither … nor": who does not agree is not in
 * the middle, whatever words of it were said.
 */
export function isMiddleDenied({ vocabulary }: Listening, { said }: Heard, label: Label): boolean {
  const isMiddle = isNeither.test(label.said)
  const isHalfOfIt = isNeither.test(said) || label.said.startsWith(said) // "বিশ্বাসও না" of "বিশ্বাসও না, অবিশ্বাসও না"
  return isMiddle && !isHalfOfIt && denialsOf(said, vocabulary) === 1
}

function denialsOf(said: string, vocabulary: Listening['vocabulary']): number {
  return tokensOf(said, vocabulary).filter(denies).length
}

/** "Nie raczej ufam" is not "raczej nie ufam": what stands before the no of a choice stands behind that of the reply. */
function isElsewhere(said: string, label: string, no: string): boolean {
  const at = label.indexOf(no)
  const before = label.slice(0, Math.max(0, at)).trim()
  return before.length > 1 && said.slice(said.indexOf(no) + no.length).includes(before)
}

/** The character that says no in a Chinese phrase. */
function hanNo(text: string): string | undefined {
  return /[不没冇未无非]/u.exec(text)?.[0]
}

export function denies(token: Token): boolean {
  return denying.some((role) => is(token, role))
}

const denying = ['negation', 'no', 'except'] as const
