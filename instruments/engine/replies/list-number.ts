import type { Heard } from './heard.ts'
import { type Label, wordsOf } from './labels.ts'
import { isAround, type Listening } from './listening.ts'
import { nearlyNamed, severalNamed, theNamed } from './naming.ts'
import { exactly, only, type Pick } from './pick.ts'
import { is, isYear, type Token } from './tokens.ts'
import { byYesOrNoLabel } from './yes-no-choice.ts'

/**
 * A bare number: its place on the numbered list, unless another choice is that very number ("2" where the third choice
 * is "2"); beyond the list, the choice that it falls into.
 */
export function byNumber({ labels, numbered }: Listening, number: number, exact?: Label): Pick {
  const listed = numbered ? labels[number - 1] : undefined
  const others = labels.filter((label) => (listed ? isThatNumber(label, number, labels) : covers(label, number)))
  const meant = new Set([listed, exact, ...others].filter((label) => label !== undefined))
  const pick = only(meant)
  return listed && meant.size > 1 ? { reason: 'ambiguous', between: [...meant].map(({ choice }) => choice) } : pick
}

function covers({ covers }: Label, number: number): boolean {
  return covers !== undefined && number >= covers.from && number <= covers.to
}

/** Whether a choice is a number and what it counts ("2", "2 cars", "2 or more"), and no name that has one ("Precinct 2"). */
function isThatNumber({ tokens, covers, choice }: Label, number: number, labels: readonly Label[]): boolean {
  const [first, ...rest] = tokens
  if (covers?.from !== number || (covers.to !== number && covers.to !== Infinity) || first?.number !== number)
    return false
  const isCounted = ({ text }: Token) =>
    labels.some((other) => other.choice !== choice && other.tokens.some((token) => alike(token.text, text)))
  return rest.every(
    (token) => counting.some((role) => is(token, role)) || token.sense?.unit !== undefined || isCounted(token),
  )
}

const counting = ['filler', 'counters', 'orMore', 'and', 'or'] as const

/** "Car" and "cars". */
function alike(one: string, other: string): boolean {
  return one.length > 2 && other.length > 2 && one.slice(0, 3) === other.slice(0, 3)
}

/** "2 sometimes": the words must not contradict the number. */
export function byNumberAndWords(listening: Listening, telling: readonly Token[]): Pick {
  const [number, ...others] = new Set(telling.flatMap(({ number }) => number ?? []))
  if (number === undefined || others.length > 0) return { reason: 'ambiguous' }
  const { labels } = listening
  const spoken = telling.filter((token) => token.number === undefined && !is(token, 'and') && token.sense?.unit !== 0)
  const rest = wordsOf(spoken).filter((word) => !isAround(listening, word))
  const counted = thatMany(listening, telling, number, rest)
  if (counted) return only(counted)
  if (rest.length === 0) return byNumber(listening, number)
  const listed = labels[number - 1]
  const exact = exactly(labels, rest.join(' '), rest)
  const meant = exact ?? byYesOrNoLabel(listening, spoken)
  const named = meant ? [meant] : theNamed(listening, rest)
  const near = named.length > 0 ? named : nearlyNamed(listening, rest)
  if (listed && near.includes(listed)) return { choice: listed.choice }
  return { reason: near.length > 0 || severalNamed(listening, rest.join(' ')) ? 'ambiguous' : 'not-a-choice' }
}

/** The choices into which a number falls that is said with what it counts: "3 years", "2 times". */
function thatMany(
  { labels }: Listening,
  telling: readonly Token[],
  number: number,
  rest: readonly string[],
): Label[] | undefined {
  const units = new Set(telling.flatMap(({ sense }) => sense?.unit ?? []))
  const falling = labels.filter((label) => {
    if (!covers(label, number)) return false
    if (units.size === 0) return rest.length > 0 && rest.every((word) => label.words.includes(word))
    const own = label.tokens.flatMap(({ sense }) => sense?.unit ?? [])
    return own.length === 0 || own.some((unit) => units.has(unit))
  })
  return falling.length > 0 ? falling : undefined
}

/** "I bought it in 2009": a year is no number of a list, unless a choice has one. */
export function withoutYears({ labels }: Listening, telling: readonly Token[]): readonly Token[] {
  const rest = telling.filter(({ text }) => !isYear(text))
  const areYears = labels.some(({ tokens }) => tokens.some(({ text }) => isYear(text)))
  return rest.length === 0 || areYears ? telling : rest
}

/** "B" is the second of the list; a letter that is a word of its own ("사", four) is not. */
export function byLetter({ labels, numbered, vocabulary }: Listening, { lettered, said }: Heard): Label | undefined {
  if (lettered === undefined || !numbered || (!/^[a-i]$|^\d$/.test(said) && vocabulary.lexicon.has(said)))
    return undefined
  return labels[lettered - 1]
}
