import { type Question, QuestionMatrixModel, QuestionMultipleTextModel } from 'survey-core'
import type { WireEvent } from '#instruments/engine/events.ts'

/** One question as the log knows it: a row of a grid, a field of a multiple text, or a question that has no parts. */
export type AskedPart = {
  readonly name: string
  readonly isRequired: boolean
  readonly value: WireEvent['value']
  /** Whether survey-core has nothing against the value; shows nothing. */
  readonly isSound: () => boolean
}

/** What a shown question asks, part by part; nothing where it only shows something. */
export function partsOf(question: Question): AskedPart[] {
  const { name, isRequired } = question
  if (question instanceof QuestionMatrixModel)
    return question.visibleRows.map((row) => ({
      name: `${name}.${row.name}`,
      isRequired: question.eachRowRequired,
      value: row.value ?? undefined,
      isSound: () => true, // it was picked from the columns
    }))
  if (question instanceof QuestionMultipleTextModel)
    return question.items.map(({ name: field, isRequired, editor }) => ({
      name: `${name}.${field}`,
      isRequired,
      value: valueOf(editor),
      isSound: () => editor.validate(false),
    }))
  if (!question.hasInput) return []
  return [{ name, isRequired, value: valueOf(question), isSound: () => question.validate(false) }]
}

function valueOf(question: Question): WireEvent['value'] {
  return question.isEmpty() ? undefined : question.value
}
