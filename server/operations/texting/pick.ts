import { line } from '#instruments/engine/languages/index.ts'
import { type Choice, inLanguage, type Question } from '#instruments/engine/question.ts'
import { readAnswer } from '#instruments/engine/replies/index.ts'

/** The code of what was picked from a list of ours, or nothing. */
export type Picking = string | undefined

/** A question with a numbered list, as a text. */
export function numbered(question: string, choices: readonly Choice[], language: string): string {
  const lines = choices.map(({ label }, index) => `${index + 1}) ${inLanguage(label, language)}`)
  const hint =
    choices.length === 2 ? line(language, 'pickOneOfTwo') : line(language, 'pickOne', { most: choices.length })
  return [question, ...lines, hint].join('\n')
}

/** Reads the answer to such a list with the readers of interviews. */
export function pick(choices: readonly Choice[], text: string, language: string): Picking {
  const reading = readAnswer(asked(choices), choices, text, [language])
  return reading.understood ? String(reading.value) : undefined
}

function asked(choices: readonly Choice[]): Question {
  return {
    name: 'picked',
    title: {},
    readAloud: false,
    required: true,
    core: false,
    sensitive: false,
    shownIf: [],
    kind: 'single',
    choices,
  }
}
