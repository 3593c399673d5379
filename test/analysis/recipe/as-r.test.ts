import { expect, test } from 'vitest'
import { recipeInR } from '#analysis/recipe/as-r.ts'
import { RecipeCase } from '#analysis/recipe/recipe.ts'

const scriptOf = (steps: object[], estimates: object[]) =>
  recipeInR([RecipeCase.parse({ id: 'one', data: 'people.csv', steps, estimates })], '/somewhere').split('\n')

test('a recipe becomes the calls of R that do the same', () => {
  const script = scriptOf(
    [
      { step: 'design', weights: 'w', strata: 'borough', clusters: ['block'], fpc: ['size'], nest: true },
      {
        step: 'rake',
        margins: [
          {
            var: 'age',
            totals: [
              { age: 'old', total: 3 },
              { age: 'young', total: 7 },
            ],
          },
        ],
      },
      { step: 'domain', keep: 'sex == f' },
    ],
    [
      { op: 'mean', vars: ['y'], na_rm: true, deff: 'replace' },
      { op: 'glm', formula: 'y ~ age', family: 'quasibinomial', test: '~age' },
    ],
  )
  expect(script).toContain('data <- read("people.csv")')
  expect(script).toContain(
    'design <- svydesign(~block, strata = ~borough, weights = ~w, fpc = ~size, nest = TRUE, data = data)',
  )
  expect(script).toContain(
    'design <- calibrate(design, list(~age), list(data.frame("age" = c("old", "young"), Freq = c(3, 7), check.names = FALSE)), calfun = "raking", maxit = 500, epsilon = 1e-12)',
  )
  expect(script).toContain('design <- subset(design, sex == "f")')
  expect(script).toContain('print(svymean(~y, design, na.rm = TRUE, deff = "replace"))')
  expect(script).toContain('print(regTermTest(model, ~age))')
})

test('what R does not have is said in the script', () => {
  const script = scriptOf([], [{ op: 'sub_area', y: 'y', psi: 'v', area: 'a' }]).join('\n')
  expect(script).toContain("# The model of cells within areas has no function in R's survey.")
})
