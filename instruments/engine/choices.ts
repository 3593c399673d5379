import type { Compiled } from './compile.ts'
import { offersArea } from './geography.ts'
import type { Interview } from './interview.ts'
import { type Choice, type Code, inLanguage, type Question } from './question.ts'
import { answersOf } from './route.ts'

/** The choices a question offers in this interview: those of the instrument, or the areas that its ZIP or borough leaves. */
export function offeredChoices(compiled: Compiled, interview: Interview, question: Question): readonly Choice[] {
  if (!('choices' in question)) return []
  if (question.kind !== 'single' || question.choicesFrom !== 'areas') return question.choices
  const answers = answersOf(compiled, interview)
  const { zip, parent } = compiled.study.location ?? {}
  return question.choices.filter(({ code }) =>
    offersArea(compiled.geography, code, zip && answers[zip], parent && answers[parent]),
  )
}

/** The same, as people read them. */
export function choicesOf(
  compiled: Compiled,
  interview: Interview,
  question: Question,
  language: string,
): readonly { code: Code; label: string }[] {
  return offeredChoices(compiled, interview, question).map(({ code, label }) => ({
    code,
    label: inLanguage(label, language),
  }))
}
