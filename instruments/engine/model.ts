import { Model, type SurveyModel } from 'survey-core'
import { geographyVariable, registerAreaFunctions } from './area-functions.ts'
import type { Compiled } from './compile.ts'
import { registerProperties } from './properties.ts'

/**
 * survey-core's own model of a compiled instrument, for the web, the tablet and the phone script. What it shows and
 * what it clears equals what `route.ts` says: a test proves it on random walks.
 */
export function modelFor(compiled: Compiled, language: string): SurveyModel {
  registerProperties()
  registerAreaFunctions()
  const model = new Model()
  model.setVariable(geographyVariable, compiled.geography)
  model.fromJSON(compiled.instrument)
  model.locale = language
  return model
}
