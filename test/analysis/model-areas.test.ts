import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalDraws } from '#analysis/distributions/normal-draws.ts'
import { type AreaModel, type ModelledArea, modelAreas } from '#analysis/model-areas.ts'
import { direct, estimatesOf, nobody } from './area-estimates.ts'

/** The areas that people live in. */
const populated = ({ areas }: AreaModel) => areas.filter((area): area is ModelledArea => area.status !== 'unpopulated')

/** Areas with shares between .1 and .9 and 5 to 300 answers each, and people. */
const cities = fc
  .array(
    fc.record({
      share: fc.integer({ min: 0, max: 100 }),
      n: fc.integer({ min: 5, max: 300 }),
      people: fc.integer({ min: 500, max: 90_000 }),
    }),
    { minLength: 9, maxLength: 40 },
  )
  .map((rows) => ({
    areas: rows.map(({ share, n }) => direct(share / 100, Math.sqrt(((share / 100) * (1 - share / 100)) / n), n)),
    populations: Float64Array.from(rows, ({ people }) => people),
  }))

test('with equal sampling variances an area is drawn to the mean by what noise adds to the spread', () => {
  // Means of 10 answers: ψ = se² = 1. y = 0, 2 … 62: mean 31, s² = 352, so A = 351, γ = 351/352.
  const areas = Array.from({ length: 32 }, (_, i) => direct(2 * i, 1, 10))
  const model = modelAreas(estimatesOf('mean', areas))
  expect(model.method).toBe('REML')
  expect(model.variance.estimate).toBeCloseTo(351, 7)
  expect(model.smoothingFactor).toBeCloseTo(10, 10)
  const [first] = populated(model)
  expect(first).toMatchObject({ status: 'modelled', n: 10, synthetic: expect.closeTo(31, 10) })
  expect(first!.gamma).toBeCloseTo(351 / 352, 9)
  expect(first!.estimate).toBeCloseTo(31 - (31 * 351) / 352, 9)
  // g1 = γψ, g2 = (1 − γ)² · 352/32, g3 = (1 − γ)² · Var(A) / (A + ψ) with Var(A) = 2 / (32 / 352²) = 7744
  expect(first!.mse).toBeCloseTo(351 / 352 + 11 / 352 ** 2 + (2 * 7744) / 352 ** 3, 9)
  // (0 − 31) / √(352 − 11)
  expect(first!.residual).toBeCloseTo(-31 / Math.sqrt(341), 9)
  expect(model.variance.low).toBeLessThan(351)
  expect(model.variance.high).toBeGreaterThan(351)
})

test('shares of areas have ψ = c p̃(1 − p̃) / n with p̃ half-way to the regression', () => {
  const areas = Array.from({ length: 10 }, (_, i) => direct(i < 5 ? 0.3 : 0.7, 0.05, 80))
  const model = modelAreas(estimatesOf('share', areas))
  // Regression 0.5, p̃ = 0.4 or 0.6, v = .0025 in every area
  populated(model).forEach(({ samplingVariance }) => expect(samplingVariance).toBeCloseTo(0.0025, 12))
  expect(model.smoothingFactor).toBeCloseTo((0.0025 * 80) / 0.24, 10)
})

test('an error that all areas have in common stays out of the model, and in the error', () => {
  const areas = Array.from({ length: 8 }, (_, i) => direct(2 * i, Math.sqrt(1.5), 10))
  const alone = modelAreas(
    estimatesOf(
      'mean',
      areas.map((area) => ({ ...area, se: 1 })),
    ),
  )
  const model = modelAreas(estimatesOf('mean', areas), { shared: new Float64Array(8).fill(0.5) })
  populated(model).forEach((area, i) => {
    const without = populated(alone)[i]!
    expect(area.estimate).toBeCloseTo(without.estimate, 10)
    expect(area.mse).toBeCloseTo(without.mse + 0.5, 10)
    expect(area.high - area.low).toBeGreaterThan(without.high - without.low)
  })
  // It moves all areas alike, so that it cannot change who is above whom.
  model.errors.own.forEach((own, i) => expect(own).toBeCloseTo(alone.errors.own[i]!, 10))
  expect(model.errors.shared.at(-1)![0]).toBeCloseTo(Math.sqrt(0.5), 12)
})

test('the areas add up to the city exactly, within the range', () => {
  fc.assert(
    fc.property(cities, fc.integer({ min: 2, max: 98 }), ({ areas, populations }, city) => {
      const model = modelAreas(estimatesOf('share', areas, direct(city / 100, 0.01, 4000)), { populations })
      const total = populations.reduce((sum, people) => sum + people, 0)
      const found = populated(model)
      const mean = found.reduce((sum, { estimate }, i) => sum + (populations[i]! / total) * estimate, 0)
      expect(mean).toBeCloseTo(city / 100, 12)
      for (const { estimate, low, high, mse } of found) {
        expect(estimate).toBeGreaterThanOrEqual(0)
        expect(estimate).toBeLessThanOrEqual(1)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(estimate)
        expect(high).toBeGreaterThanOrEqual(estimate)
        expect(high - low).toBeGreaterThan(0)
        expect(mse).toBeGreaterThan(0)
      }
    }),
  )
})

test('the adjustment to the city falls on the least certain, and its square is added to their error', () => {
  const areas = [...Array.from({ length: 8 }, (_, i) => direct(0.3 + i / 20, 0.02, 400)), direct(0.5, 0.2, 6)]
  const populations = new Float64Array(9).fill(1000)
  const model = modelAreas(estimatesOf('share', areas, direct(0.52, 0.01)), { populations })
  const plain = modelAreas(estimatesOf('share', areas))
  const moved = populated(model).map((area, i) => area.estimate - populated(plain)[i]!.estimate)
  expect(moved.reduce((sum, value) => sum + value, 0) / 9).toBeCloseTo(model.benchmarkGap, 12)
  expect(moved[8]).toBeGreaterThan(5 * moved[0]!)
  populated(model).forEach(({ mse }, i) => expect(mse).toBeCloseTo(populated(plain)[i]!.mse + moved[i]! ** 2, 14))
})

test('without a benchmark an estimate lies between the direct and the synthetic one, nearer to the direct with more answers', () => {
  fc.assert(
    fc.property(cities, ({ areas }) => {
      const found = populated(modelAreas(estimatesOf('share', areas)))
      found.forEach(({ estimate, synthetic, gamma }, i) => {
        const own = areas[i]!.estimate
        expect(estimate).toBeGreaterThanOrEqual(Math.min(own, synthetic) - 1e-12)
        expect(estimate).toBeLessThanOrEqual(Math.max(own, synthetic) + 1e-12)
        expect(gamma).toBeGreaterThan(0)
        expect(gamma).toBeLessThan(1)
      })
    }),
  )
  const two = populated(
    modelAreas(
      estimatesOf(
        'net',
        Array.from({ length: 12 }, (_, i) => direct(-0.5 + i / 12, 0.1, i % 2 ? 400 : 40)),
      ),
    ),
  )
  expect(two[1]!.gamma).toBeGreaterThan(two[0]!.gamma)
})

test('the order of the areas does not matter', () => {
  fc.assert(
    fc.property(cities, ({ areas, populations }) => {
      const parents = { variable: 'borough', labels: ['n', 's'], codes: Int32Array.from(areas, (_, i) => i % 2) }
      const options = { populations, parents }
      const forth = modelAreas(estimatesOf('share', areas), options)
      const back = modelAreas(estimatesOf('share', areas.toReversed()), {
        populations: populations.toReversed(),
        parents: { ...parents, codes: parents.codes.toReversed() },
      })
      populated(forth).forEach(({ estimate, mse }, i) => {
        const same = populated(back)[areas.length - 1 - i]!
        expect(same.estimate).toBeCloseTo(estimate, 8)
        expect(same.mse).toBeCloseTo(mse, 8)
      })
    }),
    { numRuns: 30 },
  )
})

test('an area without answers has what the model says of it alone, and one without people nothing', () => {
  const areas = [...Array.from({ length: 10 }, (_, i) => direct(0.3 + i / 50, 0.05, 90)), nobody, nobody]
  const model = modelAreas(estimatesOf('share', areas), {
    populations: Float64Array.from(areas, (_, i) => (i === 11 ? 0 : 100)),
  })
  const alone = model.areas[10] as ModelledArea
  expect(alone).toMatchObject({ status: 'model-only', n: 0, gamma: 0, residual: 0, direct: nobody })
  expect(alone.mse).toBeGreaterThan(model.variance.estimate)
  expect(model.areas[11]).toEqual({ status: 'unpopulated' })
  expect(model.errors.own[11]).toBe(0)
})

test('areas whose answers all agree keep a sampling variance, also where all areas agree', () => {
  const some = [direct(1, 0, 12), direct(0, 0, 9), ...Array.from({ length: 8 }, () => direct(0.5, 0.1, 25))]
  populated(modelAreas(estimatesOf('share', some))).forEach(({ samplingVariance }) =>
    expect(samplingVariance).toBeGreaterThan(0.001),
  )
  const none = Array.from({ length: 9 }, () => direct(0, 0, 40))
  const found = modelAreas(estimatesOf('share', none, direct(0, 0, 360)), {
    populations: new Float64Array(9).fill(10),
  })
  populated(found).forEach(({ estimate, low, high }) => {
    expect(estimate).toBe(0)
    expect(low).toBe(0)
    expect(high).toBeGreaterThan(0.005)
    expect(high).toBeLessThan(0.1)
  })
})

test('areas that hardly differ are modelled by the adjusted likelihood, so that no interval collapses', () => {
  const areas = Array.from({ length: 20 }, (_, i) => direct(0.5 + (i % 3) / 500, 0.05, 100))
  const model = modelAreas(estimatesOf('share', areas))
  expect(model.method).toBe('AREML')
  expect(model.variance.low).toBe(0)
  expect(model.variance.estimate).toBeGreaterThan(0)
  populated(model).forEach(({ low, high }) => expect(high - low).toBeGreaterThan(0.02))
})

test('near 0 the variance between areas is where the adjusted likelihood is highest', () => {
  // y = 0, 2 … 14 with ψ = 1: REML gives 24 − 1 = 23, hardly more than its error. The score at A is
  // (7·24/(A + 1)² − 7/(A + 1)) / 2 + 1/A = 0; times 2A(A + 1)²: 168A − 7A(A + 1) + 2(A + 1)² = 0, or 5A² − 165A − 2 = 0.
  const areas = Array.from({ length: 8 }, (_, i) => direct(2 * i, 1, 10))
  const model = modelAreas(estimatesOf('mean', areas))
  expect(model.method).toBe('AREML')
  expect(model.variance.estimate).toBeCloseTo((165 + Math.sqrt(165 ** 2 + 40)) / 10, 7)
})

test("polarization is held to the mean of its areas: the city's holds their differences too", () => {
  const areas = Array.from({ length: 10 }, (_, i) => direct(0.3 + i / 100, 0.04, 60))
  const populations = Float64Array.from(areas, (_, i) => 100 + i)
  const model = modelAreas(estimatesOf('polarization', [...areas, nobody], direct(0.6, 0.01)), {
    populations: Float64Array.of(...populations, 5000),
  })
  const meanOf = (values: readonly number[]) =>
    values.reduce((sum, value, i) => sum + populations[i]! * value, 0) /
    populations.reduce((sum, people) => sum + people, 0)
  const found = populated(model).slice(0, 10)
  expect(meanOf(found.map(({ estimate }) => estimate))).toBeCloseTo(meanOf(areas.map(({ estimate }) => estimate)), 12)
})

test('covariates explain areas, also those without answers; parents only stand in where there are none', () => {
  const crime = Float64Array.from({ length: 16 }, (_, i) => i)
  const areas = Array.from(crime, (x) => (x === 15 ? nobody : direct(0.2 + 0.03 * x + 0.001 * (x % 2), 0.03, 200)))
  const parents = { variable: 'borough', labels: ['n', 's', 'w'], codes: crime.map((x) => Math.floor(x / 7)) }
  const inParents = { ...parents, codes: Int32Array.from(parents.codes) }
  const model = modelAreas(estimatesOf('share', areas), {
    covariates: [{ name: 'crime', values: crime }],
    parents: inParents,
  })
  expect(model.coefficients.map(({ name }) => name)).toEqual(['intercept', 'crime'])
  expect(model.rSquared).toBeGreaterThan(0.9)
  expect((model.areas[15] as ModelledArea).estimate).toBeCloseTo(0.65, 1)
  // The west has one area with answers: it is expected at the mean of the other two.
  const byParent = modelAreas(estimatesOf('share', areas), { parents: inParents })
  expect(byParent.coefficients.map(({ name }) => name)).toEqual(['intercept', 'n'])
  const [intercept, north] = byParent.coefficients
  expect((byParent.areas[0] as ModelledArea).synthetic).toBeCloseTo(intercept!.estimate + north!.estimate, 12)
  expect((byParent.areas[8] as ModelledArea).synthetic).toBeCloseTo(intercept!.estimate - north!.estimate, 12)
  expect((byParent.areas[15] as ModelledArea).synthetic).toBeCloseTo(intercept!.estimate, 12)
})

test('an area far from all others is told', () => {
  const areas = Array.from({ length: 30 }, (_, i) => direct(i === 4 ? 0.9 : 0.3 + (i % 5) / 100, 0.03, 200))
  expect(modelAreas(estimatesOf('share', areas)).outliers).toEqual([4])
})

test('what cannot be modelled is refused by name', () => {
  const areas = Array.from({ length: 8 }, (_, i) => direct(0.3 + i / 20, 0.05, 50))
  for (const kind of ['total', 'gap'] as const)
    expect(() => modelAreas(estimatesOf(kind, areas))).toThrow(expect.objectContaining({ code: 'bad-option' }))
  expect(() => modelAreas(estimatesOf('net', areas.slice(1)))).toThrow('answers in 7 areas')
  const covariate = (values: number[]) => ({ covariates: [{ name: 'crime', values: Float64Array.from(values) }] })
  const nine = [...areas, direct(0.4, 0.05)]
  expect(() => modelAreas(estimatesOf('net', nine), covariate([1, 2, 3, 4, NaN, 6, 7, 8, 9]))).toThrow(
    expect.objectContaining({ code: 'missing-value', variable: 'crime', row: 4 }),
  )
  expect(() => modelAreas(estimatesOf('net', nine), covariate(Array(9).fill(3)))).toThrow('the same in every area')
  expect(() => modelAreas(estimatesOf('net', nine), covariate([1, 2]))).toThrow('2 values for 9 rows')
})

test('over many cities intervals hold the truth as often as they say, and errors are smaller than the direct ones', () => {
  let [covered, all, ours, theirs, mse] = [0, 0, 0, 0, 0]
  for (let city = 1; city <= 60; city++) {
    const draws = normalDraws(city, 160)
    const truths = Array.from({ length: 80 }, (_, i) => 0.45 + 0.06 * draws[i]!)
    const areas = truths.map((truth, i) => {
      const n = 20 + 4 * i
      const estimate = Math.min(1, Math.max(0, truth + Math.sqrt((truth * (1 - truth)) / n) * draws[80 + i]!))
      return direct(estimate, Math.sqrt((estimate * (1 - estimate)) / n), n)
    })
    populated(modelAreas(estimatesOf('share', areas))).forEach((area, i) => {
      all++
      covered += Number(area.low <= truths[i]! && truths[i]! <= area.high)
      ours += (area.estimate - truths[i]!) ** 2
      theirs += (areas[i]!.estimate - truths[i]!) ** 2
      mse += area.mse
    })
  }
  expect(covered / all).toBeGreaterThan(0.94)
  expect(covered / all).toBeLessThan(0.965)
  expect(Math.sqrt(ours / theirs)).toBeLessThan(0.85)
  expect(Math.sqrt(ours / mse)).toBeGreaterThan(0.95)
  expect(Math.sqrt(ours / mse)).toBeLessThan(1.05)
})
