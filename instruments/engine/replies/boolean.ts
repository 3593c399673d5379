import { vocabularyOf } from '../languages/vocabulary.ts'
import type { Question } from '../question.ts'
import { pickChoice } from './choice.ts'
import { asciiDigits, plain } from './plain.ts'
import { misread, type Reading, understood } from './reading.ts'

/** Yes or no: the number on the list, the words of the choice, or a word for yes or no; both at once is neither. */
export function readBoolean(question: Question & { kind: 'boolean' }, text: string, language: string): Reading {
  const { yes, no, filler } = vocabularyOf(language)
  const said = plain(text)
  if (said !== '' && !/\d/.test(said)) {
    if (yes.has(said)) return understood(true)
    if (no.has(said)) return understood(false)
    const words = said.split(' ').filter((word) => !filler.has(word))
    const agrees = words.some((word) => yes.has(word))
    const denies = words.some((word) => no.has(word))
    if (agrees && denies) return misread('ambiguous')
    if (agrees && words.every((word) => yes.has(word))) return understood(true)
    if (denies && words.every((word) => no.has(word))) return understood(false)
  }
  const thumb = thumbOf(asciiDigits(text))
  if (thumb !== undefined) return understood(thumb)
  const picked = pickChoice(question.choices, text, language, true)
  return 'choice' in picked ? understood(picked.choice.code) : misread(picked.reason)
}

function thumbOf(text: string): boolean | undefined {
  const signs = text.replace(/\s|\u{fe0f}|\p{Emoji_Modifier}/gu, '')
  if (/^[👍👌✅✔☑]+$/u.test(signs)) return true
  if (/^[👎❌✖🚫]+$/u.test(signs)) return false
  return undefined
}
