import { ConditionRunner } from 'survey-core'
import type { Value } from './events.ts'
import { registerAreaFunctions } from './area-functions.ts'
import type { Geography } from './geography.ts'

/** Whether a condition of an instrument holds for the answers given so far. */
export type Condition = (answers: Readonly<Record<string, Value>>) => boolean

/** Parses a SurveyJS condition once, so that asking it costs microseconds. Throws where it cannot be read. */
export function conditionOf(expression: string, geography: Geography): Condition {
  registerAreaFunctions()
  const runner = new ConditionRunner(expression)
  if (!runner.canRun()) throw new RangeError(`the condition "${expression}" cannot be read`)
  // Our functions find the geography where a full survey model keeps it: in the survey's variables.
  const properties = { survey: { getVariable: () => geography } }
  return (answers) => runner.runValues(answers, properties)
}

/** The names of the questions a condition reads. */
export function readsOf(expression: string): string[] {
  return new ConditionRunner(expression).getVariables().map((path) => path.split(/[.[]/)[0] ?? path)
}
