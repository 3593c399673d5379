import { offeredChoices } from '../choices.ts'
import type { Compiled } from '../compile.ts'
import type { Value } from '../events.ts'
import type { Interview } from '../interview.ts'
import { line } from '../languages/index.ts'
import { type Choice, inLanguage, type Question } from '../question.ts'

/** The longest list that is printed into a text message; a longer one is answered by name. */
export const mostListed = 9

/** The text of a message that asks a question: its wording, the numbered choices, and how to answer. */
export function prompt(compiled: Compiled, interview: Interview, question: Question, language: string): string {
  const choices = offeredChoices(compiled, interview, question)
  const lines = [inLanguage(question.textTitle ?? question.title, language)]
  if (question.kind === 'rating') lines.push(...endsOf(question, language))
  else if (choices.length <= mostListed) lines.push(...choices.map(numbered(language)))
  const hint = hintOf(question, choices, language)
  const before = interview.given[question.name]
  if (before?.kind === 'answered')
    lines.push(line(language, 'keepAnswer', { answer: said(choices, before.value, language) }))
  else if (hint !== '') lines.push(hint)
  return lines.join('\n')
}

function numbered(language: string) {
  return ({ label }: Choice, index: number) => `${index + 1}) ${inLanguage(label, language)}`
}

function endsOf({ choices, lowest, highest }: Question & { kind: 'rating' }, language: string): string[] {
  const ends = [
    [choices[0], lowest],
    [choices.at(-1), highest],
  ] as const
  return ends.flatMap(([choice, label]) => (choice && label ? [`${choice.code} = ${inLanguage(label, language)}`] : []))
}

function hintOf(question: Question, choices: readonly Choice[], language: string): string {
  if (question.textHint) return inLanguage(question.textHint, language)
  switch (question.kind) {
    case 'boolean':
      return line(language, 'pickOneOfTwo')
    case 'single':
      if (choices.length > mostListed) return line(language, 'sayArea')
      return choices.length === 2 ? line(language, 'pickOneOfTwo') : line(language, 'pickOne', { most: choices.length })
    case 'multiple': {
      const most = question.atMost < choices.length ? question.atMost : undefined
      return most ? line(language, 'pickUpTo', { most }) : line(language, 'pickSeveral')
    }
    case 'rating':
      return line(language, 'pickOnScale', { least: String(choices[0]?.code), most: String(choices.at(-1)?.code) })
    case 'ranking':
      return line(language, 'rankAll', { example: choices.map((_, i) => choices.length - i).join(' ') })
    case 'date':
      return line(language, 'sayDate')
    case 'number':
      return line(language, 'sayNumber')
    case 'text':
    case 'comment':
      return question.required ? '' : line(language, 'sayFreely')
  }
}

/** An answer as people read it. */
function said(choices: readonly Choice[], value: Value, language: string): string {
  const codes = typeof value === 'object' ? value : [value]
  const labels = codes.map((code) => {
    const choice = choices.find((choice) => choice.code === code)
    return choice ? inLanguage(choice.label, language) : String(code)
  })
  return labels.join(', ')
}
