import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { recipeInR } from '#analysis/recipe/as-r.ts'
import { filesOf, RecipeCase } from '#analysis/recipe/recipe.ts'
import { type CaseResult, type Refused, runCase } from '#analysis/recipe/run-case.ts'
import { type Table, tableOf } from '#analysis/recipe/table.ts'
import { unreadable } from '#server/problems.ts'

const Document = z.looseObject({ cases: z.array(z.looseObject({})) })

export type AnalyzedCase = { id: string; refused: Refused | undefined; refusedEstimates: number }

/**
 * Computes every case of a recipe file and writes the same document with results (contracts.md, "Recipes").
 *
 * @throws Problem unreadable when the recipe itself cannot be read; what is wrong with a case is its refusal
 */
export function analyzeRecipe(recipeFile: string, resultsFile: string): AnalyzedCase[] {
  const document = documentOf(recipeFile)
  const tables = new Map<string, Table>()
  const analyzed: AnalyzedCase[] = []
  const cases = document.cases.map((given, place) => {
    const result = resultOf(given, dirname(recipeFile), tables)
    const id = typeof given['id'] === 'string' ? given['id'] : `case ${place + 1}`
    const refusedEstimates = 'results' in result ? result.results.filter((each) => 'refused' in each).length : 0
    analyzed.push({ id, refused: 'refused' in result ? result.refused : undefined, refusedEstimates })
    return withResult(given, result)
  })
  write(resultsFile, `${JSON.stringify({ ...document, cases }, jsonNumber)}\n`)
  return analyzed
}

/**
 * Writes an R script that does the same as a recipe.
 *
 * @throws Problem unreadable when a case cannot be read, or the script cannot be written
 */
export function writeRecipeInR(recipeFile: string, scriptFile: string): void {
  const { cases } = documentOf(recipeFile)
  const read = cases.map((given) => {
    const { success, data, error } = RecipeCase.safeParse(given)
    if (!success) throw unreadable({ path: recipeFile, reason: z.prettifyError(error) })
    return data
  })
  write(scriptFile, recipeInR(read, resolve(dirname(recipeFile))))
}

function resultOf(given: unknown, folder: string, tables: Map<string, Table>): CaseResult {
  const { success, data, error } = RecipeCase.safeParse(given)
  if (!success) return { refused: { code: 'bad-recipe', message: z.prettifyError(error) } }
  for (const file of filesOf(data)) {
    if (tables.has(file)) continue
    try {
      tables.set(file, readTable(resolve(folder, file)))
    } catch (error) {
      return { refused: { code: 'no-file', message: `"${file}" cannot be read: ${reasonOf(error)}` } }
    }
  }
  return runCase(data, tables)
}

/** A CSV file with a header, in columns. */
export function readTable(path: string): Table {
  const [header = [], ...records]: string[][] = parse(readFileSync(path), {
    bom: true,
    trim: true,
    skip_empty_lines: true,
  })
  return tableOf(new Map(header.map((name, column) => [name, records.map((record) => record[column] ?? '')])))
}

function withResult(given: Record<string, unknown>, result: CaseResult) {
  if ('refused' in result) return { ...given, refused: result.refused }
  const estimates = Array.isArray(given['estimates']) ? given['estimates'] : []
  return {
    ...given,
    weights: result.weights && [...result.weights],
    estimates: estimates.map((wanted: object, place) => ({ ...wanted, ...result.results[place] })),
  }
}

/** JSON has no infinity: it is a word there, and what is unknown is null. */
const jsonNumber = (_key: string, value: unknown): unknown => {
  if (value === Infinity) return 'Infinity'
  if (value === -Infinity) return '-Infinity'
  return value
}

function documentOf(file: string): z.infer<typeof Document> {
  let text: unknown
  try {
    text = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw unreadable({ path: file, reason: reasonOf(error) })
  }
  const { success, data, error } = Document.safeParse(text)
  if (!success) throw unreadable({ path: file, reason: z.prettifyError(error) })
  return data
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw unreadable({ path: file, reason: reasonOf(error) })
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
