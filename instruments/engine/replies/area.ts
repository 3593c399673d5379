import { vocabularyOf } from '../languages/vocabulary.ts'
import { type Choice, inLanguage, type Question } from '../question.ts'
import { byNumber, exactChoice, type Pick, pickChoice, withoutFiller } from './choice.ts'
import { plain } from './plain.ts'

/** An area from a list too long to print: its name, or its number with words of the question around it. */
export function pickArea(question: Question, choices: readonly Choice[], text: string, language: string): Pick {
  const named = pickChoice(choices, text, language, false)
  if ('choice' in named) return named
  const asked = new Set(plain(inLanguage(question.title, language)).split(' '))
  const words = withoutFiller(plain(text), vocabularyOf(language))
    .filter((word) => !asked.has(word))
    .map((word) => word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1'))
  const [number, ...others] = words
  if (number === undefined || others.length > 0 || !/^\d{1,4}$/.test(number)) return named
  return byNumber(choices, Number(number), language, false, exactChoice(choices, number, language))
}
