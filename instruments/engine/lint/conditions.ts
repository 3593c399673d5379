import { ConditionRunner, FunctionFactory } from 'survey-core'
import { registerAreaFunctions } from '../area-functions.ts'
import { pathsOf } from '../conditions.ts'
import { elementOf } from '../parts.ts'

/** What is wrong with a condition that may look at the questions named; nothing when it can be asked. */
export function lintCondition(expression: string, earlier: ReadonlySet<string>, all: ReadonlySet<string>): string[] {
  registerAreaFunctions()
  const runner = new ConditionRunner(expression)
  if (!runner.canRun()) return [`The condition "${expression}" cannot be read: check its brackets and operators.`]
  const functions = [...expression.replace(/'[^']*'|"[^"]*"/g, '').matchAll(/([a-z_]\w*)\s*\(/gi)]
    .map(([, name = '']) => name)
    .filter((name) => !operators.has(name.toLowerCase()))
  return [
    ...functions.flatMap((name) => {
      if (!FunctionFactory.Instance.hasFunction(name)) return [`The condition uses ${name}(), which does not exist.`]
      if (FunctionFactory.Instance.isAsyncFunction(name) || impure.has(name))
        return [`The condition uses ${name}(), whose answer changes by itself: ask a question instead.`]
      return []
    }),
    ...pathsOf(expression).flatMap((path) => {
      const name = elementOf(path)
      if (earlier.has(path) || (earlier.has(name) && !isPart(path, earlier))) return []
      if (earlier.has(name))
        return [`The condition looks at ${path}, which is no row or field of ${name}: check the name.`]
      return all.has(name)
        ? [`The condition looks at ${name}, which is asked later or is the question itself: move it before.`]
        : [`The condition looks at ${name}, which is no question: check the name.`]
    }),
  ]
}

const operators = new Set([
  'and',
  'or',
  'not',
  'anyof',
  'allof',
  'noneof',
  'contains',
  'notcontains',
  'empty',
  'notempty',
])
const impure = new Set(['today', 'currentDate', 'getDate', 'age', 'year', 'month', 'day', 'weekday', 'random'])

/** Whether a path leads into a question that has parts. */
function isPart(path: string, names: ReadonlySet<string>): boolean {
  const name = elementOf(path)
  return path !== name && [...names].some((known) => known.startsWith(`${name}.`))
}
