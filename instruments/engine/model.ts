import { Model, type SurveyModel } from 'survey-core'
import { geographyVariable, registerAreaFunctions } from './area-functions.ts'
import type { Compiled } from './compile.ts'
import { type Interview, notBegun } from './interview.ts'
import { keepHiddenAnswers } from './kept-answers.ts'
import { surveyCode } from './languages/codes.ts'
import { together } from './parts.ts'
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
  model.locale = surveyCode(language)
  model.data = { ...together(answersOf(compiled, interview)) }
  keepHiddenAnswers(model, interview)
  return model
}
