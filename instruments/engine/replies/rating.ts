import { inLanguage, type Question } from '../question.ts'
import { exactChoice } from './choice.ts'
import { readNumber } from './number.ts'
import { plain } from './plain.ts'
import { type Reading, understood } from './reading.ts'

/** A point on a scale: its number, its words, or the name of one end. */
export function readRating(question: Question & { kind: 'rating' }, text: string, language: string): Reading {
  const { choices, lowest, highest } = question
  const said = plain(text)
  const first = choices[0]
  const last = choices.at(-1)
  if (lowest && first && said === plain(inLanguage(lowest, language))) return understood(first.code)
  if (highest && last && said === plain(inLanguage(highest, language))) return understood(last.code)
  const named = exactChoice(choices, text, language)
  return named ? understood(named.code) : readNumber(text, language)
}
