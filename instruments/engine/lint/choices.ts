import type { ElementJson } from '../instrument.ts'
import { type Choice, inLanguage, type Question } from '../question.ts'
import { isCarrierWord, optOut } from '../replies/commands.ts'
import { plain } from '../replies/plain.ts'
import { aboutQuestion, type Finding } from './finding.ts'

/** Whether the choices of a question can be told apart, numbered and answered by text in every language. */
export function lintChoices(element: ElementJson, question: Question, languages: readonly string[]): Finding[] {
  if (!('choices' in question) || element.choicesFrom) return []
  const { name, choices, kind } = question
  const found: Finding[] = []
  if (choices.length < 2) found.push(aboutQuestion(name, 'It has fewer than two choices: add them, or remove it.'))
  for (const code of repeated(choices.map(({ code }) => String(code))))
    found.push(aboutQuestion(name, `Two choices have the code ${code}: give each its own.`))
  if (kind === 'multiple' && question.atLeast > question.atMost)
    found.push(aboutQuestion(name, `It asks for at least ${question.atLeast} answers and at most ${question.atMost}.`))
  if (kind === 'rating') return found
  found.push(...choices.flatMap(({ code }) => collision(name, String(code), 'code')))
  for (const language of languages) found.push(...lintLabels(name, choices, language))
  return found
}

function lintLabels(name: string, choices: readonly Choice[], language: string): Finding[] {
  const labels = choices.map(({ label }) => inLanguage(label, language))
  return [
    ...repeated(labels.map(plain)).map((label) =>
      aboutQuestion(name, `Two choices read "${label}": a reply could mean either.`, { language }),
    ),
    ...labels.flatMap((label, i) => misnumbered(name, label, i + 1, labels.length, language)),
    ...labels.flatMap((label) => collision(name, label, 'choice', language)),
  ]
}

/** A figure that stands at another figure's place: "1" would be both the first choice and the words of this one. */
function misnumbered(name: string, label: string, place: number, count: number, language: string): Finding[] {
  const figure = /^\d+$/.test(label) ? Number(label) : place
  if (figure === place || figure < 1 || figure > count) return []
  const reason = `The choice "${label}" has the number ${place}: ask for a number, or put words beside the figure.`
  return [aboutQuestion(name, reason, { mode: 'sms', language })]
}

/**
 * A choice must not be a word on which the carrier, or we, do something else than take an answer: a text of that one
 * word would end, resume or explain the interview. A choice "Yes" does no harm: carriers act on it only after an
 * opt-out, and a prompt asks for its number.
 */
function collision(name: string, words: string, what: 'code' | 'choice', language?: string): Finding[] {
  if (!optOut(words) && !isCarrierWord(words)) return []
  const reason = `The ${what} "${words}" means something else to the carrier or to us: reword it.`
  return [aboutQuestion(name, reason, { mode: 'sms', ...(language !== undefined && { language }) })]
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
}
