import { Model, type Question, type SurveyModel } from 'survey-core'
import { geographyVariable, registerAreaFunctions } from './area-functions.ts'
import type { Compiled } from './compile.ts'
import type { Value } from './events.ts'
import { type Interview, notBegun } from './interview.ts'
import { registerProperties } from './properties.ts'
import { answersOf } from './route.ts'

/**
 * survey-core's own model of a compiled instrument, for the web, the tablet and the phone script, with what an
 * interview has answered so far. What it shows, keeps and clears equals what `route.ts` says: a test proves it on
 * random walks.
 */
export function modelFor(compiled: Compiled, language: string, interview: Interview = notBegun): SurveyModel {
  registerProperties()
  registerAreaFunctions()
  const model = new Model()
  model.setVariable(geographyVariable, compiled.geography)
  model.fromJSON(compiled.instrument)
  model.locale = language
  model.data = { ...answersOf(compiled, interview) }
  keepHiddenAnswers(model, interview)
  return model
}

/** survey-core clears what it hides; what is shown again gets the answer back that was given before. */
function keepHiddenAnswers(model: SurveyModel, { given }: Interview): void {
  const kept = new Map<string, Value>()
  for (const [name, reply] of Object.entries(given)) if (reply.kind === 'answered') kept.set(name, reply.value)

  model.onValueChanged.add((_, { name, question, value }: { name: string; question: Question; value: Value }) => {
    if (!question.isEmpty()) kept.set(name, value)
    else if (isShown(question)) kept.delete(name)
  })
  const restore = () => {
    for (const question of model.getAllQuestions()) {
      const value = kept.get(question.name)
      if (value !== undefined && question.isEmpty() && isShown(question)) question.value = value
    }
  }
  model.onQuestionVisibleChanged.add(restore)
  model.onPanelVisibleChanged.add(restore)
  model.onPageVisibleChanged.add(restore)
}

function isShown(question: Question): boolean {
  return question.isVisible && question.isParentVisible
}
