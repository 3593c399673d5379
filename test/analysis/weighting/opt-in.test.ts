import { expect, test } from 'vitest'
import { blendOptIn, optInShare } from '#analysis/weighting/opt-in.ts'
import { propensityWeights } from '#analysis/weighting/propensity.ts'
import type { Categories } from '#analysis/weighting/margin.ts'
import { lettered } from '../sample.ts'

const flags = (letters: string) => Uint8Array.from(letters, (letter) => Number(letter === 'o'))

test('people who came on their own count for two thirds of an answer, and for a quarter of an area at most', () => {
  expect(optInShare(100, 0)).toBe(0)
  expect(optInShare(90, 15)).toBe(10 / 100) // 15 / 1.5 = 10 beside 90
  expect(optInShare(10, 90)).toBe(0.25)
  expect(optInShare(0, 5)).toBe(0.25)
  expect(optInShare(60, 60, { most: 0.6, designEffect: 1 })).toBe(0.5)
})

test('they get their share of each area, and the weight of the area stays', () => {
  const optIn = flags('dddddddddoo')
  const weights = Float64Array.of(10, 10, 10, 10, 10, 10, 10, 10, 20, 1, 3)
  const { weights: blended, shares } = blendOptIn(weights, optIn, lettered('area', 'x'.repeat(11)))
  const share = 2 / 1.5 / (9 + 2 / 1.5)
  expect(shares).toEqual([{ area: 'x', drawn: 9, came: 2, share }])
  expect(blended[9]! + blended[10]!).toBeCloseTo(100 * share, 12)
  expect(blended[10]! / blended[9]!).toBeCloseTo(3, 12)
  expect(blended[8]).toBeCloseTo(20 * (1 - share), 12)
  expect(blended.reduce((sum, weight) => sum + weight)).toBeCloseTo(100, 10)
})

test('an area where nobody else answered is told', () => {
  const { weights, shares } = blendOptIn(Float64Array.of(8, 2, 2), flags('doo'), lettered('area', 'xyy'))
  expect(shares).toEqual([{ area: 'y', drawn: 0, came: 2, share: 1 }])
  expect([...weights]).toEqual([8, 1, 1]) // a quarter of 8 for all who came
})

/** The first sample by cells of a variable: how many came, how many were drawn, and what those weigh. */
function stacked(cells: readonly { came: number; drawn: number; weight: number }[]) {
  const rows = cells.flatMap(({ came, drawn, weight }, code) => [
    ...Array.from({ length: came }, () => ({ code, came: 1, weight: 1 })),
    ...Array.from({ length: drawn }, () => ({ code, came: 0, weight })),
  ])
  const covariate: Categories = {
    variable: 'age',
    labels: cells.map((_, c) => `age ${c}`),
    codes: Int32Array.from(rows, ({ code }) => code),
  }
  return {
    optIn: Uint8Array.from(rows, ({ came }) => came),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    covariates: [covariate],
  }
}

test('with one covariate the odds are those of its categories: people over those who came', () => {
  const cells = [
    { came: 40, drawn: 30, weight: 20 },
    { came: 25, drawn: 50, weight: 40 },
  ]
  const { weights, joined } = propensityWeights(stacked(cells))
  expect(joined).toEqual([])
  expect(weights[0]).toBeCloseTo((30 * 20) / 40, 8)
  expect(weights[70]).toBeCloseTo((50 * 40) / 25, 8)
  expect(weights[40]).toBe(0) // drawn
})

test('a category that is thin on either side is taken with the largest', () => {
  const { weights, joined } = propensityWeights(
    stacked([
      { came: 40, drawn: 30, weight: 20 },
      { came: 25, drawn: 50, weight: 40 },
      { came: 60, drawn: 10, weight: 10 },
    ]),
  )
  expect(joined).toEqual([{ variable: 'age', category: 'age 2' }])
  expect(weights[70]).toBeCloseTo((50 * 40 + 10 * 10) / (25 + 60), 8)
  expect(weights[145]).toBeCloseTo(weights[70]!, 12)
})

test('a combination that nobody of the sample has is refused by name', () => {
  // Young men all came, old women were all drawn; the rest is mixed, so that no single category is thin.
  const cells = [
    { age: 'y', sex: 'm', came: 40, drawn: 0 },
    { age: 'y', sex: 'w', came: 30, drawn: 30 },
    { age: 'o', sex: 'm', came: 30, drawn: 30 },
    { age: 'o', sex: 'w', came: 0, drawn: 40 },
  ]
  const rows = cells.flatMap(({ came, drawn, ...own }) =>
    Array.from({ length: came + drawn }, (_, i) => ({ ...own, came: Number(i < came) })),
  )
  const of = (letter: 'age' | 'sex') => lettered(letter, rows.map((row) => row[letter]).join(''))
  const optIn = Uint8Array.from(rows, ({ came }) => came)
  const weights = new Float64Array(rows.length).fill(30)
  expect(() => propensityWeights({ optIn, weights, covariates: [of('age'), of('sex')] })).toThrow(
    expect.objectContaining({ code: 'not-converged', variable: 'age × sex', category: 'age y, sex m' }),
  )
})

test('people who told nothing are a group of their own', () => {
  const given = stacked([
    { came: 40, drawn: 30, weight: 20 },
    { came: 25, drawn: 50, weight: 40 },
  ])
  const [age] = given.covariates
  const untold = { ...age!, codes: age!.codes.map((code) => code - 1) } // the first category is now missing
  const told = { ...untold, labels: ['age 1'] }
  expect([...propensityWeights({ ...given, covariates: [told] }).weights]).toEqual(
    [...propensityWeights(given).weights].map((weight) => expect.closeTo(weight, 8)),
  )
})

test('pseudo-weights estimate people: the covariates’ totals of both groups agree', () => {
  // A property of the logistic scores: Σ over both of (came − p) x = 0, so that who came and who was drawn weigh alike
  // where the model is saturated.
  const given = stacked([
    { came: 33, drawn: 44, weight: 12.5 },
    { came: 27, drawn: 61, weight: 31 },
    { came: 90, drawn: 25, weight: 8 },
  ])
  const { weights } = propensityWeights(given)
  for (const code of [0, 1, 2]) {
    const sum = (came: number, of: Float64Array) =>
      of.reduce(
        (total, weight, row) =>
          total + (given.covariates[0]!.codes[row] === code && given.optIn[row] === came ? weight : 0),
        0,
      )
    expect(sum(1, weights)).toBeCloseTo(sum(0, given.weights), 6)
  }
})
