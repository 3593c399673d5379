import { expect, test } from 'vitest'
import { parseExpression, printed } from '#analysis/recipe/expression.ts'
import { rowsWhere } from '#analysis/recipe/evaluate.ts'
import { modelMatrix } from '#analysis/recipe/model-matrix.ts'
import { conditionInR } from '#analysis/recipe/r-words.ts'
import { tableFrom } from './run.ts'

const table = tableFrom('age,sex\n20,m\n40,f\n,f\n60,')

test.each([
  ['age > 30', [0, 1, 0, 1]],
  ['age not missing', [1, 1, 0, 1]],
  ['sex is missing', [0, 0, 0, 1]],
  ['sex == f & age <= 40', [0, 1, 0, 0]],
  ['sex = "f" or age = 20', [1, 1, 1, 0]],
  ['not (sex in (f, m))', [0, 0, 0, 1]],
  ['sex %in% c("m", "x")', [1, 0, 0, 0]],
  ['sex not in [m]', [0, 1, 1, 1]],
  ['age + 2 * 10 == 60', [0, 1, 0, 0]],
  ['!is.na(age) && age != 20', [0, 1, 0, 1]],
])('%s', (condition, rows) => {
  expect([...rowsWhere(table, condition)]).toEqual(rows)
})

test.each(['age >', 'age ** 2', '(age', 'age 3', '"age'])('%s cannot be read', (condition) => {
  expect(() => rowsWhere(table, condition)).toThrow(expect.objectContaining({ code: 'bad-expression' }))
})

test('an expression is printed as R prints it', () => {
  expect(printed(parseExpression("as.numeric( sex=='f' )"))).toBe('as.numeric(sex == "f")')
  expect(conditionInR('sex == f and age not missing')).toBe('sex == "f" & !is.na(age)')
})

test('categories become dummies but for the first, and interactions are coded as in R', () => {
  const full = tableFrom('x,a,b\n1,p,u\n2,q,v\n3,p,v\n4,q,u')
  const names = (formula: string) =>
    modelMatrix(full, formula, new Uint8Array(4).fill(1)).columns.map(({ name }) => name)
  expect(names('~ x + a')).toEqual(['(Intercept)', 'x', 'aq'])
  expect(names('~ a - 1')).toEqual(['ap', 'aq'])
  expect(names('~ a * b')).toEqual(['(Intercept)', 'aq', 'bv', 'aq:bv'])
  expect(names('~ a:b')).toEqual(['(Intercept)', 'ap:bu', 'aq:bu', 'ap:bv', 'aq:bv'])
  expect(names('~ factor(x) + x:a')).toEqual(['(Intercept)', 'factor(x)2', 'factor(x)3', 'factor(x)4', 'x:ap', 'x:aq'])
})
