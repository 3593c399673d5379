import { pickChoice } from './choice.ts'
import { byNumber } from './list-number.ts'
import { exactly, type Pick } from './pick.ts'
import type { Heard } from './heard.ts'
import { wordsOf } from './labels.ts'
import { heardTokens, type Listening } from './listening.ts'

/** An area from a list too long to print: its name, or its number with words of the question around it. */
export function pickArea(listening: Listening, heard: Heard): Pick {
  const named = pickChoice(listening, heard)
  if ('choice' in named) return named
  const telling = heardTokens(listening, heard.said)
  const told = telling.filter(({ text }) => !text.split(' ').every((word) => listening.around.has(word)))
  const [number] = told
  if (number?.number === undefined || told.length > 1) return named
  return byNumber(listening, number.number, exactly(listening.labels, number.text, wordsOf([number])))
}
