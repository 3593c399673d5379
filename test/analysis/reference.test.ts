import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, RecipeCase } from '#analysis/recipe/recipe.ts'
import { runCase } from '#analysis/recipe/run-case.ts'
import { readTable } from '#server/operations/analyze-recipe.ts'
import { largestDifference } from './reference/compare.ts'

type ReferenceCase = {
  id: string
  tolerance_rel: number
  se_tolerance_rel?: number
  expect_weights: number[] | null
  estimates: { op: string; expect: unknown }[]
  refused: Record<string, string>
}

const folder = join(import.meta.dirname, '../../../shared/reference')
const casesOf = (file: string): [string, ReferenceCase][] =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')).cases.map((each: ReferenceCase) => [each.id, each])

const computed = (each: ReferenceCase) => {
  const recipe = RecipeCase.parse(each)
  return runCase(recipe, new Map(filesOf(recipe).map((file) => [file, readTable(join(folder, file))])))
}

function toleranceOf(each: ReferenceCase, path: string): number {
  // R's rake() takes its residuals without design weights: other errors, and whatever follows from them.
  const error = /\/se|vcov|deff|\/ci|\/t\[|n_eff|_se|p_value/.test(path)
  return error ? Math.max(each.tolerance_rel, each.se_tolerance_rel ?? 0) : each.tolerance_rel
}

if (existsSync(folder)) {
  const cases = casesOf('expected.json')
  console.log(`reference: ${cases.length} cases of R's survey package are computed`)

  test.each(cases)('%s agrees with R', (_id, each) => {
    const ours = computed(each)
    if ('refused' in ours) throw new Error(ours.refused.message)
    const compare = (expected: unknown, found: unknown, what: string) => {
      const { excess, path } = largestDifference(expected, found, (where) => toleranceOf(each, where), what)
      expect(excess, path).toBeLessThanOrEqual(1)
    }
    each.estimates.forEach(({ op, expect: expected }, i) =>
      compare({ result: expected }, ours.results[i], `${op}#${i}`),
    )
    if (each.expect_weights) compare(each.expect_weights, [...(ours.weights ?? [])], 'weights')
  })

  test.each(casesOf('must_refuse.json'))('%s is refused by name', (_id, each) => {
    expect(computed(each)).toEqual({ refused: expect.objectContaining(each.refused) })
  })
} else {
  console.log(`reference: ${folder} is absent, nothing is compared with R`)
  test.skip('agrees with R')
}
