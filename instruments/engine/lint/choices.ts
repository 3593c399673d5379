import type { ElementJson } from '../instrument.ts'
import { mostListed } from '../prompts/index.ts'
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
  if (choices.length > mostListed && kind !== 'rating')
    found.push(
      aboutQuestion(
        name,
        `A text can number ${mostListed} choices, not ${choices.length}: merge some, or ask in two steps.`,
      ),
    )
  for (const code of repeated(choices.map(({ code }) => String(code))))
    found.push(aboutQuestion(name, `Two choices have the code ${code}: give each its own.`))
  if (kind === 'multiple' && question.atLeast > question.atMost)
    found.push(aboutQuestion(name, `It asks for at least ${question.atLeast} answers and at most ${question.atMost}.`))
  if (kind === 'rating') return found
  found.push(...choices.flatMap(({ code }) => collision(name, String(code), 'code', kind)))
  for (const language of languages) found.push(...lintLabels(name, choices, language, kind))
  return found
}

function lintLabels(name: string, choices: readonly Choice[], language: string, kind: Question['kind']): Finding[] {
  const labels = choices.map(({ label }) => inLanguage(label, language))
  return [
    ...repeated(labels.map(plain)).map((label) =>
      aboutQuestion(name, `Two choices read "${label}": a reply could mean either.`, { language }),
    ),
    ...labels.flatMap((label) => collision(name, label, 'choice', kind, language)),
  ]
}

/** A choice must not be a word on which the carrier, or we, do something else than take an answer. */
function collision(
  name: string,
  words: string,
  what: 'code' | 'choice',
  kind: Question['kind'],
  language?: string,
): Finding[] {
  const where = language === undefined ? {} : { language }
  if (optOut(words) || isCarrierWord(words))
    return [
      aboutQuestion(name, `The ${what} "${words}" means something else to the carrier or to us: reword it.`, where),
    ]
  if (kind === 'boolean' || plain(words) !== 'yes') return []
  const reason = `After an opt-out a carrier takes a bare YES as START; as an ordinary ${what} use longer words.`
  return [aboutQuestion(name, reason, { ...where, severity: 'warning' })]
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
}
