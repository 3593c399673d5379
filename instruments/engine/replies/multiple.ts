import type { Choice, Question } from '../question.ts'
import { exactly } from './pick.ts'
import { type Heard, hear } from './heard.ts'
import { wordsOf } from './labels.ts'
import { isInDoubt, pickSeveral } from './list.ts'
import { heardTokens, isAround, type Listening } from './listening.ts'
import { pickFromSentences } from './multiple-parts.ts'
import { misread, type Reading, understood } from './reading.ts'
import { is, type Token, tokensOf } from './tokens.ts'

/** Any number of choices: "1 3", "1, 3 and 5", "white and black", "all but 2", "none". Each part must be understood. */
export function readMultiple(question: Question & { kind: 'multiple' }, listening: Listening, heard: Heard): Reading {
  const { choices, atMost } = question
  if (heard.said === '') return misread(heard.hasSigns ? 'not-a-choice' : 'empty')
  const telling = heardTokens(listening, heard.said)
  const whole = exactly(listening.labels, heard.said, wordsOf(telling))
  if (whole) return chosen([whole.choice])
  const isAllOf = ({ number }: Token) => number === choices.filter(({ exclusive }) => !exclusive).length // "all five"
  const says = (role: 'none' | 'all' | 'both') =>
    telling.some((token) => is(token, role)) &&
    telling.every((token) => is(token, role) || isAround(listening, token.text) || (role === 'all' && isAllOf(token)))
  const things = new Set(listening.labels.flatMap(({ choice, words }) => (choice.exclusive ? [] : words)))
  const namesSome = telling.some((token) => wordsOf([token]).some((word) => things.has(word)))
  if (says('none') && !namesSome) {
    const named = listening.labels.filter(({ tokens }) => tokens.every((token) => is(token, 'none')))
    return chosen(named.length === 1 ? named.map(({ choice }) => choice) : choices.filter(({ exclusive }) => exclusive))
  }
  const several = choices.filter(({ exclusive }) => !exclusive)
  if (says('all') || (says('both') && several.length === 2))
    return several.length <= atMost ? chosen(several) : misread('out-of-range')
  const left = leftOut(listening, heard)
  if (left)
    return left.length > 0 ? chosen(several.filter((choice) => !left.includes(choice))) : misread('not-a-choice')
  const picks = pickSeveral(listening, heard)
  if (!('failed' in picks)) return chosen(picks.choices)
  const told =
    /\d/.test(heard.said) || !listening.atHome || isInDoubt(listening, heard)
      ? undefined
      : pickFromSentences(listening, heard)
  return told && !('failed' in told) ? chosen(told.choices) : picks.failed
}

/** The choices that "all except …" names; undefined where that is not what is said. */
function leftOut(listening: Listening, { said }: Heard): readonly Choice[] | undefined {
  const tokens = tokensOf(said, listening.vocabulary)
  const frame = (token: Token) => is(token, 'all') || is(token, 'except')
  if (!tokens.some((token) => is(token, 'except')) || !tokens.some((token) => is(token, 'all'))) return undefined
  const rest = tokens.filter((token) => !frame(token) && !isAround(listening, token.text))
  const picks = pickSeveral(listening, hear(rest.map(({ text }) => text).join(' ')))
  return 'failed' in picks ? [] : picks.choices
}

function chosen(choices: readonly Choice[]): Reading {
  const codes = [...new Set(choices.map(({ code }) => code).filter((code) => typeof code !== 'boolean'))]
  return codes.length > 0 ? understood(codes) : misread('not-a-choice')
}
