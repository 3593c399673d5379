import { FunctionFactory } from 'survey-core'
import type { Geography } from './geography.ts'
import { asksArea, asksParent, offersArea } from './geography.ts'

/** The variable under which a survey model holds the areas of its wave; no question can have this name. */
export const geographyVariable = 'canvass-geography'

type Context = { survey: { getVariable(name: string): Geography } }

/**
 * Lets conditions ask what the areas of the wave call for: `asksParent({#zip})`, `asksArea({#zip}, {#parent})` and
 * `offersArea({#item}, {#zip}, {#parent})`. Registering again changes nothing.
 */
export function registerAreaFunctions(): void {
  register('asksParent', (geography, [zip]) => asksParent(geography, zip))
  register('asksArea', (geography, [zip, parent]) => asksArea(geography, zip, parent))
  register('offersArea', (geography, [area, zip, parent]) => offersArea(geography, area, zip, parent))
}

function register(name: string, answer: (geography: Geography, parameters: unknown[]) => boolean): void {
  if (FunctionFactory.Instance.hasFunction(name)) return
  // survey-core hands over the survey as `this`; conditionOf and modelFor see to it that it has the variable.
  FunctionFactory.Instance.register(name, function (this: Context, parameters: unknown[]) {
    return answer(this.survey.getVariable(geographyVariable), parameters)
  })
}
