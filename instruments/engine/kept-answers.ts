import { type Question, QuestionMatrixModel, QuestionMultipleTextModel, type SurveyModel } from 'survey-core'
import type { Value } from './events.ts'
import type { Interview } from './interview.ts'

/**
 * Makes a model keep what it hides: survey-core clears a hidden question, and leaves the answer in a hidden row of a
 * grid. Here both are cleared, and what is shown again gets the answer back that was given before.
 */
export function keepHiddenAnswers(model: SurveyModel, { given }: Interview): void {
  const kept = new Map<string, Value>()
  for (const [name, reply] of Object.entries(given)) if (reply.kind === 'answered') kept.set(name, reply.value)

  model.onValueChanged.add((_, { question }: { question: Question }) => {
    for (const place of placesOf(question)) {
      const value = valueAt(place)
      if (value !== undefined) kept.set(place.name, value)
      else if (place.isShown()) kept.delete(place.name)
    }
  })
  const restore = () => {
    for (const place of model.getAllQuestions().flatMap(placesOf)) {
      const value = kept.get(place.name)
      if (value !== undefined && place.isShown() && valueAt(place) === undefined) fill(place, value)
    }
  }
  model.onQuestionVisibleChanged.add(restore)
  model.onPanelVisibleChanged.add(restore)
  model.onPageVisibleChanged.add(restore)
  for (const grid of model.getAllQuestions())
    if (grid instanceof QuestionMatrixModel)
      for (const row of grid.rows)
        row.registerPropertyChangedHandlers(['isVisible'], () => {
          if (row.isVisible) restore()
          else fill({ name: '', question: grid, part: String(row.value), isShown: () => false }, undefined)
        })
}

/** Where one answer stands in a model: a question, a row of a grid, or a field of a multiple text. */
type Place = {
  readonly name: string
  readonly question: Question
  readonly part?: string
  readonly isShown: () => boolean
}

function placesOf(question: Question): Place[] {
  const { name } = question
  const isShown = () => question.isVisible && question.isParentVisible
  const parts =
    question instanceof QuestionMatrixModel
      ? question.rows.map((row) => ({ part: String(row.value), isShown: () => isShown() && row.isVisible }))
      : question instanceof QuestionMultipleTextModel
        ? question.items.map((item) => ({ part: item.name, isShown }))
        : undefined
  return parts?.map((place) => ({ ...place, name: `${name}.${place.part}`, question })) ?? [{ name, question, isShown }]
}

function valueAt({ question, part }: Place): Value | undefined {
  if (question.isEmpty()) return undefined
  return part === undefined ? question.value : question.value[part]
}

function fill({ question, part }: Place, value: Value | undefined): void {
  if (part === undefined) question.value = value
  else {
    const { [part]: _, ...others } = question.isEmpty() ? {} : question.value
    const whole = value === undefined ? others : { ...others, [part]: value }
    question.value = Object.keys(whole).length > 0 ? whole : undefined
  }
}
