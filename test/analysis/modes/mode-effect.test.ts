import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { modeDifferences, rowsWithMode } from '#analysis/modes/mode-differences.ts'
import { modeEffect } from '#analysis/modes/mode-effect.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { covarianceOf } from '#analysis/variance/covariance.ts'
import { allRows } from '#analysis/variance/domains.ts'
import { varianceFrame } from '#analysis/variance/frame.ts'
import { lettered } from '../sample.ts'

const modes = (letters: string) => ({
  variable: 'mode',
  labels: ['phone', 'web'],
  codes: Int32Array.from(letters, (letter) => 'pw'.indexOf(letter)),
})
const frameOf = (weights: Float64Array) => varianceFrame(weights, surveyDesign({ rows: weights.length }))
const effect = (weights: Float64Array, values: Float64Array, model: Parameters<typeof modeEffect>[3]) => {
  const frame = frameOf(weights)
  const precision = {
    weights,
    covariance: (rows: Int32Array, influences: readonly Float64Array[]) => covarianceOf(frame, rows, influences),
  }
  return modeEffect(precision, allRows(frame), values, model, weights.length - 1)
}
const ones = (n: number) => new Float64Array(n).fill(1)

test('two modes without covariates differ by their means, with the error of a difference of means', () => {
  const found = effect(ones(8), Float64Array.of(1, 1, 1, 0, 1, 0, 0, 0), {
    modes: modes('ppppwwww'),
    reference: ['web'],
    covariates: [],
  })
  // 3/4 − 1/4. Squared residuals of a mode sum to 3/4, divided by 4² each, and 8 persons in 7 degrees of freedom.
  expect(found.delta[0]).toBeCloseTo(0.5, 14)
  expect(found.se[0]).toBeCloseTo(Math.sqrt((8 / 7) * 2 * (0.75 / 16)), 14)
  expect(found).toMatchObject({ modes: ['phone'], df: 1, ddf: 6, adjust: true })
  expect(found.F).toBeCloseTo(0.25 / ((8 / 7) * (1.5 / 16)), 12)
})

test('what areas explain is not put down to the mode', () => {
  // Area a says 1 and area b says 0, whatever the mode; the phone is used more in a.
  const found = effect(ones(8), Float64Array.of(1, 1, 1, 1, 0, 0, 0, 0), {
    modes: modes('pppwpwww'),
    reference: ['web'],
    covariates: [lettered('area', 'aaaabbbb')],
  })
  expect(found.delta[0]).toBeCloseTo(0, 14)
  expect(found).toMatchObject({ F: 0, p: 1, adjust: false })
})

test('people who did not tell a demographic stay in, as a category of their own', () => {
  const values = Float64Array.of(1, 0, 1, 1, 0, 1, 0, 0, NaN)
  const model = { modes: modes('pwpwpwpw-'), reference: ['web'], covariates: [lettered('age', 'yyoo----y')] }
  const rows = rowsWithMode(Int32Array.from(values.keys()), values, model.modes)
  const { differences, parameters } = modeDifferences(rows, ones(9), values, model)
  expect(differences[0]!.n).toBe(8)
  expect(parameters).toBe(4) // constant, old, not told, phone
  // Within young 1 − 0, old 1 − 1, not told 0 − 1/2; their balances p·w/(p + w) are 1/2, 1/2 and 1.
  expect(differences[0]!.value).toBeCloseTo((1 * 0.5 - 0.5 * 1) / 2, 14)
})

test('the influence of a row is what its weight changes', () => {
  const values = Float64Array.of(1, 0, 1, 1, 0, 1, 0, 0, 1, 0)
  const model = {
    modes: modes('pwpwpwpwwp'),
    reference: ['web'],
    covariates: [lettered('area', 'aabbaabbab'), lettered('age', 'yoyyoo-yoy')],
  }
  const rows = Int32Array.from(values.keys())
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 10, maxLength: 10 }), fc.nat(9), (given, row) => {
      const weights = Float64Array.from(given)
      const at = (change: number) =>
        modeDifferences(
          rows,
          weights.map((weight, i) => weight + (i === row ? change : 0)),
          values,
          model,
        ).differences[0]!
      const slope = (at(1e-4).value - at(-1e-4).value) / 2e-4
      expect(at(0).influence[row]).toBeCloseTo(slope, 5)
    }),
  )
})

test('a mode that only one area has cannot be told apart from the area, and is refused by name', () => {
  const ask = () =>
    effect(ones(6), Float64Array.of(1, 0, 1, 0, 1, 0), {
      modes: modes('ppwwww'),
      reference: ['web'],
      covariates: [lettered('area', 'aabbcc')],
    })
  expect(ask).toThrow(expect.objectContaining({ code: 'singular', variable: 'mode', category: 'phone' }))
})

test('a reference that nobody knows, or that everybody is in, is refused', () => {
  const ask = (reference: string[], letters: string) => () =>
    effect(ones(4), Float64Array.of(1, 0, 1, 0), { modes: modes(letters), reference, covariates: [] })
  expect(ask(['paper'], 'ppww')).toThrow(expect.objectContaining({ code: 'unknown-code', category: 'paper' }))
  expect(ask([], 'ppww')).toThrow(expect.objectContaining({ code: 'unknown-code' }))
  expect(ask(['web'], 'wwww')).toThrow(expect.objectContaining({ code: 'bad-option', variable: 'mode' }))
})
