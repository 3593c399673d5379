import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { analyzeRecipe, writeRecipeInR } from '#server/operations/analyze-recipe.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'recipe-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const write = (name: string, content: string | object) => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return join(folder, name)
}
const analyzed = (recipe: object) => {
  const cases = analyzeRecipe(write('recipe.json', recipe), join(folder, 'results.json'))
  return { cases, results: JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) }
}

const design = { step: 'design', weights: 'w' }
const mean = { op: 'mean', vars: ['y'] }

test('the results are the recipe with weights and a result for each estimate, in full precision', () => {
  write('people.csv', '\uFEFFy,w\r\n1,0.1\r\n4,0.2\r\n')
  const { results } = analyzed({
    note: 'kept',
    cases: [{ id: 'a', why: 'kept too', data: 'people.csv', steps: [design], estimates: [mean] }],
  })
  expect(results).toMatchObject({ note: 'kept', cases: [{ id: 'a', why: 'kept too', weights: [0.1, 0.2] }] })
  expect(results.cases[0].estimates[0]).toMatchObject({ op: 'mean', result: { estimate: [(0.1 + 0.8) / (0.1 + 0.2)] } })
})

test('a refused case names line, variable and reason, and the others are computed', () => {
  write('bad.csv', 'y,w\n1,1\n2,-1\n')
  write('good.csv', 'y,w\n1,1\n2,1\n')
  const { cases, results } = analyzed({
    cases: ['bad.csv', 'absent.csv', 'good.csv'].map((data) => ({
      id: data,
      data,
      steps: [design],
      estimates: [mean],
    })),
  })
  expect(results.cases[0].refused).toEqual({
    code: 'bad-weight',
    message: '"w" is -1 in row 1. That is line 3 of the file.',
    variable: 'w',
  })
  expect(results.cases[1].refused).toMatchObject({ code: 'no-file', message: expect.stringContaining('absent.csv') })
  expect(results.cases[2].estimates[0].result.estimate).toEqual([1.5])
  expect(cases.map(({ refused }) => refused?.code)).toEqual(['bad-weight', 'no-file', undefined])
})

test('an operation that does not exist is refused by its place in the recipe', () => {
  write('good.csv', 'y,w\n1,1\n2,1\n')
  const { results } = analyzed({
    cases: [{ id: 'a', data: 'good.csv', steps: [design], estimates: [{ op: 'guess' }] }],
  })
  expect(results.cases[0].refused).toMatchObject({
    code: 'bad-recipe',
    message: expect.stringContaining('estimates[0]'),
  })
})

test('a recipe that is no JSON is refused with its path', () => {
  const recipe = write('recipe.json', 'cases:')
  expect(() => analyzeRecipe(recipe, join(folder, 'results.json'))).toThrow(recipe)
})

test('the script in R reads the files from the folder of the recipe', () => {
  const recipe = write('recipe.json', { cases: [{ id: 'a', data: 'people.csv', steps: [design], estimates: [mean] }] })
  writeRecipeInR(recipe, join(folder, 'recipe.R'))
  const script = readFileSync(join(folder, 'recipe.R'), 'utf8')
  expect(script).toContain(`folder <- ${JSON.stringify(folder)}`)
  expect(script).toContain('data <- read("people.csv")')
})
