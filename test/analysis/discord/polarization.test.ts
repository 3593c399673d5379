import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupGap } from '#analysis/discord/gap.ts'
import { answerShares, type Item, score } from '#analysis/discord/item.ts'
import { polarization } from '#analysis/discord/polarization.ts'
import type { Precision } from '#analysis/estimates/linearized.ts'
import { covarianceOf } from '#analysis/variance/covariance.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { allRows } from '#analysis/variance/domains.ts'
import { type VarianceFrame, varianceFrame } from '#analysis/variance/frame.ts'
import { lettered } from '../sample.ts'

const item = (answers: number[], options = 5): Item => ({ name: 'trust', options, answers: Int8Array.from(answers) })

function spreadOf(answers: number[], weights = answers.map(() => 1), options = 5) {
  const frame = varianceFrame(Float64Array.from(weights), surveyDesign({ rows: answers.length }))
  const rows = allRows(frame)
  const asked = item(answers, options)
  const found = answerShares(rows, frame.weights, asked)!
  return {
    frame,
    rows,
    asked,
    found,
    raw: score(rows, asked, found, 'spread').value,
    ...polarization(frame, rows, [asked], [found]),
  }
}

test.each([
  ['all the same answer', [3, 3, 3, 3], 0],
  ['half at each extreme', [1, 1, 5, 5], 1],
  ['uniform over five', [1, 2, 3, 4, 5], 0.5],
  ['half somewhat for, half somewhat against', [2, 2, 4, 4], 0.25],
])('%s has polarization %s before its correction', (_what, answers, wanted) => {
  expect(spreadOf(answers).raw).toBeCloseTo(wanted, 12)
})

const precisionOf = (frame: VarianceFrame): Precision => ({
  weights: frame.weights,
  covariance: (rows, influences) => covarianceOf(frame, rows, influences),
})

test('the correction makes it n/(n − 1) times the raw value in a simple random sample, and 1 at most', () => {
  const { raw, value } = spreadOf([1, 2, 3, 4, 5, 2])
  expect(value).toBeCloseTo((raw * 6) / 5, 12)
  expect(spreadOf([1, 5]).value).toBe(1)
})

test('it is twice the mean squared difference of two residents drawn at random', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 })), {
        minLength: 2,
        maxLength: 20,
      }),
      (people) => {
        const total = people.reduce((sum, [, weight]) => sum + weight, 0)
        let pairs = 0
        for (const [a, wa] of people)
          for (const [b, wb] of people) pairs += (wa / total) * (wb / total) * ((a - b) / 4) ** 2
        const { raw } = spreadOf(
          people.map(([answer]) => answer),
          people.map(([, weight]) => weight),
        )
        expect(raw).toBeCloseTo(2 * pairs, 10)
      },
    ),
  )
})

test('polarization is what is within the groups plus what is between them', () => {
  const answers = [1, 2, 2, 4, 5, 5, 3, 1]
  const weights = [1, 2, 1, 3, 1, 2, 2, 1]
  const groups = lettered('group', 'aaabbbab')
  const place = (row: number) => (answers[row]! - 1) / 4
  const { raw } = spreadOf(answers, weights)
  const total = weights.reduce((a, b) => a + b)
  const overall = weights.reduce((sum, w, row) => sum + (w / total) * place(row), 0)
  let [within, between] = [0, 0]
  for (const g of [0, 1]) {
    const rows = [...groups.codes.keys()].filter((row) => groups.codes[row] === g)
    const weight = rows.reduce((sum, row) => sum + weights[row]!, 0)
    const mean = rows.reduce((sum, row) => sum + (weights[row]! / weight) * place(row), 0)
    within += 4 * rows.reduce((sum, row) => sum + (weights[row]! / total) * (place(row) - mean) ** 2, 0)
    between += 4 * (weight / total) * (mean - overall) ** 2
  }
  expect(raw).toBeCloseTo(within + between, 12)
})

test('the small-sample error is larger than the linearized one, and the same where answers are many', () => {
  const few = spreadOf([1, 2, 3, 4, 5, 3, 2, 4])
  const many = spreadOf(Array.from({ length: 4000 }, (_, i) => 1 + (i % 5)))
  expect(few.smallSampleVariance / few.variance).toBeGreaterThan(1.3)
  expect(many.smallSampleVariance / many.variance).toBeCloseTo(1, 2)
})

test('net support is support minus opposition, and the middle counts for neither', () => {
  const { rows, frame, asked, found } = spreadOf([1, 3, 4, 5])
  expect(score(rows, asked, found, 'support').value).toBe(0.5)
  expect(score(rows, asked, found, 'net').value).toBe(0.25)
  const even = item([1, 2, 3, 4], 4)
  expect(score(rows, even, answerShares(rows, frame.weights, even)!, 'net').value).toBe(0)
})

test('with two groups of one size the raw gap is the difference between them', () => {
  const values = Float64Array.of(1, 1, 0, 1, 0, 0, 0, 1)
  const frame = varianceFrame(new Float64Array(8).fill(1), surveyDesign({ rows: 8 }))
  const gap = groupGap(precisionOf(frame), allRows(frame), values, lettered('group', 'aaaabbbb'), {
    minAnswers: 1,
    df: 7,
  })!
  expect(2 * Math.sqrt(gap.tauSquaredRaw)).toBeCloseTo(0.75 - 0.25, 12)
  expect(gap.tauSquared).toBeLessThan(gap.tauSquaredRaw)
})
