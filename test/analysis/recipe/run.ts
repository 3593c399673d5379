import { RecipeCase } from '#analysis/recipe/recipe.ts'
import { type CaseResult, runCase } from '#analysis/recipe/run-case.ts'
import { tableOf } from '#analysis/recipe/table.ts'

/** A table from its lines, the first one being the header. */
export function tableFrom(csv: string) {
  const [header = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))
  return tableOf(new Map(header.map((name, column) => [name, rows.map((row) => row[column] ?? '')])))
}

/** Computes a case on a small table. */
export function run(csv: string, steps: object[], estimates: object[], files: Record<string, string> = {}): CaseResult {
  const tables = Object.entries({ data: csv, ...files }).map(([name, text]) => [name, tableFrom(text)] as const)
  return runCase(RecipeCase.parse({ id: 'case', data: 'data', steps, estimates }), new Map(tables))
}

/** The results of a case that must not be refused. */
export function resultsOf(...args: Parameters<typeof run>): { weights: number[]; results: unknown[] } {
  const found = run(...args)
  if ('refused' in found) throw new Error(found.refused.message)
  const results = found.results.map((each) => ('result' in each ? each.result : each))
  return { weights: [...(found.weights ?? [])], results }
}
