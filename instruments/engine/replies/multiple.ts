import { vocabularyOf } from '../languages/vocabulary.ts'
import type { Choice, Question } from '../question.ts'
import { exactChoice, pickChoice } from './choice.ts'
import { asciiDigits, plain } from './plain.ts'
import { misread, type Reading, understood } from './reading.ts'

/** Any number of choices: "1 3", "1, 3 and 5", "white and black", "all", "none". Each part must be understood. */
export function readMultiple(question: Question & { kind: 'multiple' }, text: string, language: string): Reading {
  const { choices, atMost } = question
  const { all, none, and } = vocabularyOf(language)
  const said = plain(text)
  if (said === '') return misread('empty')
  const whole = exactChoice(choices, text, language)
  if (whole) return chosen([whole])
  if (none.has(said)) return chosen(choices.filter(({ exclusive }) => exclusive))
  const several = choices.filter(({ exclusive }) => !exclusive)
  if (all.has(said)) return several.length <= atMost ? chosen(several) : misread('out-of-range')

  const picks = partsOf(text, and).map((part) => pickChoice(choices, part, language, true))
  const failed = picks.find((pick) => 'reason' in pick)
  if (failed && 'reason' in failed) return misread(failed.reason)
  return chosen(picks.flatMap((pick) => ('choice' in pick ? [pick.choice] : [])))
}

function chosen(choices: readonly Choice[]): Reading {
  const codes = [...new Set(choices.map(({ code }) => code).filter((code) => typeof code !== 'boolean'))]
  return codes.length > 0 ? understood(codes) : misread('not-a-choice')
}

/** The parts of a list: between commas, signs and words for "and"; bare numbers also between spaces. */
function partsOf(text: string, and: ReadonlySet<string>): string[] {
  return asciiDigits(text)
    .split(/[,;/&+\n]|\.(?=\s|$)|(?<=\d)\s+(?=\d)/)
    .flatMap((part) => {
      const words = part.split(/\s+/)
      const joints = words.flatMap((word, i) => (and.has(plain(word)) ? [i] : []))
      return [-1, ...joints].map((joint, i) => words.slice(joint + 1, joints[i]).join(' '))
    })
    .filter((part) => plain(part) !== '')
}
