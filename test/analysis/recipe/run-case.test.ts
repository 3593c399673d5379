import { expect, test } from 'vitest'
import { resultsOf, run } from './run.ts'

const four = `y,g,w,u
1,a,1,1
3,a,1,1
5,b,1,2
7,b,1,2`
const design = { step: 'design', weights: 'w' }

test('a simple mean has the textbook standard error', () => {
  // ȳ = 4, s² = (9 + 1 + 1 + 9) / 3 = 20/3, s² / n = 5/3
  expect(resultsOf(four, [design], [{ op: 'mean', vars: ['y'] }]).results).toEqual([
    { names: ['y'], estimate: [4], se: [expect.closeTo(Math.sqrt(5 / 3), 12)], df: 3 },
  ])
})

test('with two units the error is half of their difference', () => {
  // means 2 and 6, total weights equal: v = 2/1 · ((−1)² + 1²) = 4
  const [mean] = resultsOf(four, [{ ...design, clusters: ['u'] }], [{ op: 'mean', vars: ['y'] }]).results
  expect(mean).toMatchObject({ estimate: [4], se: [expect.closeTo(2, 12)], df: 1 })
})

test('a population size of twice the sample halves the variance, and so does a fraction of a half', () => {
  const sized = `${four.replaceAll('\n', ',8\n').replace('u,8', 'u,size')},8`
  const shared = `${four.replaceAll('\n', ',0.5\n').replace('u,0.5', 'u,size')},0.5`
  for (const data of [sized, shared])
    expect(resultsOf(data, [{ ...design, fpc: ['size'] }], [{ op: 'mean', vars: ['y'] }]).results[0]).toMatchObject({
      se: [expect.closeTo(Math.sqrt(5 / 6), 12)],
    })
})

test('post-stratification leaves only what varies within the strata', () => {
  // a: 6 of 10 with mean 2, b: 4 of 10 with mean 6; residuals ±1 with weights 3 and 2, over 10: v = 4/3 · 2(.3² + .2²)
  const totals = [
    { g: 'a', total: 6 },
    { g: 'b', total: 4 },
  ]
  const { weights, results } = resultsOf(
    four,
    [design, { step: 'poststratify', vars: ['g'], totals }],
    [
      { op: 'mean', vars: ['y'] },
      { op: 'total', vars: ['g'] },
    ],
  )
  expect(weights).toEqual([3, 3, 2, 2])
  expect(results[0]).toMatchObject({
    estimate: [expect.closeTo(3.6, 12)],
    se: [expect.closeTo(Math.sqrt((4 / 3) * 0.26), 12)],
  })
  expect(results[1]).toMatchObject({
    names: ['g=a', 'g=b'],
    estimate: [6, 4],
    se: [expect.closeTo(0, 6), expect.closeTo(0, 6)],
  })
})

test('raking, linear calibration and post-stratification to one margin are the same, from a file too', () => {
  const totals = [
    { g: 'a', total: 6 },
    { g: 'b', total: 4 },
  ]
  const wanted = [
    { op: 'mean', vars: ['y'] },
    { op: 'by', vars: ['y'], domain: ['g'] },
  ]
  const file = { 'totals.csv': 'variable,category,count\ng,a,6\ng,b,4\nother,x,1' }
  const expected = resultsOf(four, [design, { step: 'poststratify', vars: ['g'], totals }], wanted)
  const others = [
    { step: 'rake', margins: [{ var: 'g', totals }] },
    { step: 'rake', margins: [{ var: 'g', totals_file: 'totals.csv', totals_variable: 'g' }] },
    { step: 'calibrate', formula: '~g', totals: { '(Intercept)': 10, gb: 4 } },
    { step: 'calibrate', margins: [{ var: 'g', totals }], distance: 'raking' },
    { step: 'calibrate', margins: [{ var: 'g', totals }], distance: 'logit', bounds: [0.1, 4] },
  ]
  for (const step of others) {
    const { weights, results } = resultsOf(four, [design, step], wanted, file)
    weights.forEach((weight, row) => expect(weight).toBeCloseTo(expected.weights[row]!, 10))
    expect(results[0]).toMatchObject({ se: [expect.closeTo((expected.results[0] as { se: number[] }).se[0]!, 10)] })
  }
})

test('a domain keeps the units of the whole design', () => {
  // In the domain a only unit 1 has rows; unit 2 counts as 0, so that the total 4 has v = 2 · (2² + 2²) = 16.
  const [total] = resultsOf(
    four,
    [
      { ...design, clusters: ['u'] },
      { step: 'domain', keep: 'g == "a"' },
    ],
    [{ op: 'total', vars: ['y'] }],
  ).results
  expect(total).toMatchObject({ estimate: [4], se: [expect.closeTo(4, 12)], df: 0 })
})

test('rows with a missing value are left out only when the recipe says so', () => {
  const holed = four.replace('7,b', ',b')
  const [plain, removed] = resultsOf(
    holed,
    [design],
    [
      { op: 'mean', vars: ['y'] },
      { op: 'mean', vars: ['y'], na_rm: true },
    ],
  ).results
  expect(plain).toMatchObject({ estimate: [NaN] })
  expect(removed).toMatchObject({ estimate: [3] })
  const [kept] = resultsOf(
    holed,
    [design, { step: 'domain', keep: 'y not missing' }],
    [{ op: 'mean', vars: ['y'] }],
  ).results
  expect(kept).toMatchObject({ estimate: [3] })
})

test('a regression on a dummy gives the difference of the means, and leaves out what depends on others', () => {
  const [fit] = resultsOf(four, [design], [{ op: 'glm', formula: 'y ~ g + I(as.numeric(g == "b") * 2)' }]).results
  expect(fit).toMatchObject({ names: ['(Intercept)', 'gb'], estimate: [expect.closeTo(2, 12), expect.closeTo(4, 12)] })
})

test('a logistic regression on nothing gives the log odds', () => {
  const [fit] = resultsOf(
    four,
    [design],
    [{ op: 'glm', formula: 'as.numeric(y > 1) ~ 1', family: 'quasibinomial' }],
  ).results
  expect(fit).toMatchObject({ estimate: [expect.closeTo(Math.log(3), 10)] })
})

test('leaving out each of two units in turn gives the same error as linearization', () => {
  const steps = [{ step: 'replicate_design', weights: 'w', clusters: ['u'], type: 'JK1' }]
  // replicate means 6 and 2 about 4: v = 1/2 · (2² + 2²)
  expect(resultsOf(four, steps, [{ op: 'mean', vars: ['y'] }]).results[0]).toMatchObject({
    se: [expect.closeTo(2, 12)],
    df: 1,
  })
})

test('the same seed gives the same bootstrap', () => {
  const bootstrap = (seed: number) =>
    resultsOf(
      four,
      [{ step: 'replicate_design', weights: 'w', type: 'bootstrap', replicates: 20, seed }],
      [{ op: 'mean', vars: ['y'] }],
    ).results
  expect(bootstrap(7)).toEqual(bootstrap(7))
  expect(bootstrap(7)).not.toEqual(bootstrap(8))
})

test('trimming keeps the sum and, when strict, the bounds', () => {
  const uneven = four.replace('7,b,1', '7,b,5')
  const trimmed = (strict: boolean) => resultsOf(uneven, [design, { step: 'trim', upper: 2, strict }], [{ op: 'kish' }])
  expect(trimmed(false).weights).toEqual([2, 2, 2, 2])
  expect(trimmed(true).weights).toEqual([2, 2, 2, 2])
})

test.each([
  [
    'a variable that is not there',
    [design],
    [{ op: 'mean', vars: ['z'] }],
    { code: 'unknown-variable', variable: 'z' },
  ],
  ['an estimate without a design', [], [{ op: 'mean', vars: ['y'] }], { code: 'bad-recipe' }],
  [
    'units in several strata',
    [{ ...design, strata: 'y', clusters: ['u'], lonely_psu: 'remove' }],
    [{ op: 'kish' }],
    { code: 'clusters-not-nested', variable: 'u', category: '1' },
  ],
  [
    'a total of a category that nobody has',
    [design, { step: 'calibrate', formula: '~g', totals: { '(Intercept)': 10, gb: 4, gc: 1 } }],
    [{ op: 'kish' }],
    { code: 'empty-category', variable: 'g', category: 'c' },
  ],
  [
    'a category without a total',
    [design, { step: 'calibrate', formula: '~g', totals: { '(Intercept)': 10 } }],
    [{ op: 'kish' }],
    { code: 'unpopulated-category', variable: 'g', category: 'b' },
  ],
  [
    'bounds that cannot be kept',
    [design, { step: 'calibrate', formula: '~g', bounds: [0.9, 1.1], totals: { '(Intercept)': 4, gb: 3 } }],
    [{ op: 'kish' }],
    { code: 'not-converged', variable: 'g', category: 'b' },
  ],
])('%s is refused by name', (_what, steps, estimates, refused) => {
  expect(run(four, steps, estimates)).toEqual({ refused: expect.objectContaining(refused) })
})

test('a refusal of one estimate leaves the others', () => {
  const found = run(four, [design], [{ op: 'mean', vars: ['z'] }, { op: 'kish' }])
  expect(found).toMatchObject({ results: [{ refused: { variable: 'z' } }, { result: { n: 4 } }] })
})
