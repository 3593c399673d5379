import { ConditionRunner } from 'survey-core'
import { registerAreaFunctions } from './area-functions.ts'
import type { Geography } from './geography.ts'
import { elementOf, type Values } from './parts.ts'

/** Whether a condition of an instrument holds for the answers given so far. */
export type Condition = (answers: Values) => boolean

/** Parses a SurveyJS condition once, so that asking it costs microseconds. Throws where it cannot be read. */
export function conditionOf(expression: string, geography: Geography): Condition {
  registerAreaFunctions()
  const runner = new ConditionRunner(expression)
  if (!runner.canRun()) throw new RangeError(`the condition "${expression}" cannot be read`)
  // Our functions find the geography where a full survey model keeps it: in the survey's variables.
  const properties = { survey: { getVariable: () => geography } }
  const reads = readsOf(expression)
  const known = new Map<string, boolean>()
  return (answers) => {
    // A condition knows nothing but the answers it reads, and most residents give the same few.
    const key = JSON.stringify(reads.map((name) => answers[name]))
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= mostKnown) known.clear()
    const holds = runner.runValues(answers, properties)
    known.set(key, holds)
    return holds
  }
}

const mostKnown = 1000

/** The names of the questions a condition reads. */
export function readsOf(expression: string): string[] {
  return [...new Set(pathsOf(expression).map(elementOf))]
}

/** The same with the row or field that it reads of a grid or multiple text. */
export function pathsOf(expression: string): string[] {
  return new ConditionRunner(expression).getVariables().map((path) => path.split('[')[0] ?? path)
}
