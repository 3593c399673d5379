import type { Choice, Question } from '../question.ts'
import { exactly } from './choice.ts'
import type { Heard } from './heard.ts'
import { wordsOf } from './labels.ts'
import { pickSeveral } from './list.ts'
import type { Listening } from './listening.ts'
import { misread, type Reading, understood } from './reading.ts'
import { is, tellingOf, tokensOf } from './tokens.ts'

/** Any number of choices: "1 3", "1, 3 and 5", "white and black", "all", "none". Each part must be understood. */
export function readMultiple(question: Question & { kind: 'multiple' }, listening: Listening, heard: Heard): Reading {
  const { choices, atMost } = question
  if (heard.said === '') return misread(heard.hasSigns ? 'not-a-choice' : 'empty')
  const telling = tellingOf(tokensOf(heard.said, listening.vocabulary))
  const whole = exactly(listening.labels, heard.said, wordsOf(telling))
  if (whole) return chosen([whole.choice])
  const says = (role: 'none' | 'all' | 'both') => telling.every((token) => is(token, role))
  if (says('none')) {
    const named = listening.labels.filter(({ tokens }) => tokens.every((token) => is(token, 'none')))
    return chosen(named.length === 1 ? named.map(({ choice }) => choice) : choices.filter(({ exclusive }) => exclusive))
  }
  const several = choices.filter(({ exclusive }) => !exclusive)
  if (says('all') || (says('both') && several.length === 2))
    return several.length <= atMost ? chosen(several) : misread('out-of-range')
  const picks = pickSeveral(listening, heard)
  return 'failed' in picks ? picks.failed : chosen(picks.choices)
}

function chosen(choices: readonly Choice[]): Reading {
  const codes = [...new Set(choices.map(({ code }) => code).filter((code) => typeof code !== 'boolean'))]
  return codes.length > 0 ? understood(codes) : misread('not-a-choice')
}
