import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mean } from '#analysis/estimates/mean.ts'
import { covarianceOf } from '#analysis/variance/covariance.ts'
import { type DesignInput, surveyDesign } from '#analysis/variance/design.ts'
import { allRows, degreesOfFreedom, rowsOf } from '#analysis/variance/domains.ts'
import { varianceFrame } from '#analysis/variance/frame.ts'
import { varianceOf } from '#analysis/variance/variance.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { lettered, randomSamples } from '../sample.ts'
import { slowVariance } from './slow-variance.ts'

const variancesOf = (weights: number[], values: number[], design: Partial<DesignInput> = {}) => {
  const frame = varianceFrame(Float64Array.from(weights), surveyDesign({ rows: weights.length, ...design }))
  const rows = allRows(frame)
  return covarianceOf(frame, rows, [mean(rows, frame.weights, Float64Array.from(values))!.influence])[0]!
}

test('a simple random sample has the variance s²/n of its mean', () => {
  // mean 4, squares 9 + 1 + 1 + 9 = 20, s² = 20/3, over n = 4
  expect(variancesOf([1, 1, 1, 1], [1, 3, 5, 7])).toBeCloseTo(20 / 3 / 4, 12)
})

test('strata remove what differs between them', () => {
  // Inside the strata: (1,3) and (5,7), each 2 · ((−1)² + 1²)/16 = 1/4
  expect(variancesOf([1, 1, 1, 1], [1, 3, 5, 7], { strata: Int32Array.of(0, 0, 1, 1) })).toBeCloseTo(0.5, 12)
})

test('clusters add up before they are compared', () => {
  // Units sum to (1−4)+(3−4) = −4 and 4, over n = 4: 2/1 · (1 + 1) = 4
  expect(variancesOf([1, 1, 1, 1], [1, 3, 5, 7], { clusters: [Int32Array.of(0, 0, 1, 1)] })).toBeCloseTo(4, 12)
})

test('a fully observed population has no variance', () => {
  expect(variancesOf([1, 1, 1, 1], [1, 3, 5, 7], { populationUnits: [new Float64Array(4).fill(4)] })).toBe(0)
})

test('units that bear the same code in joined strata stay apart', () => {
  const strata = Int32Array.of(0, 0, 1, 1, 1, 1)
  const shared = variancesOf([1, 1, 1, 1, 1, 1], [1, 2, 5, 7, 4, 9], {
    strata,
    clusters: [Int32Array.of(0, 0, 0, 0, 1, 1)],
  })
  const apart = variancesOf([1, 1, 1, 1, 1, 1], [1, 2, 5, 7, 4, 9], {
    strata,
    clusters: [Int32Array.of(7, 7, 0, 0, 1, 1)],
  })
  expect(shared).toBeCloseTo(apart, 12)
})

test('a lonely stratum joins a stratum of its own group', () => {
  const strata = Int32Array.of(0, 1, 1, 2, 3, 3)
  const collapseWithin = Int32Array.of(0, 1, 1, 0, 1, 1)
  const values = [1, 2, 5, 7, 4, 9]
  const joined = variancesOf([1, 1, 1, 1, 1, 1], values, { strata, collapseWithin })
  expect(joined).toBeCloseTo(variancesOf([1, 1, 1, 1, 1, 1], values, { strata: Int32Array.of(0, 1, 1, 0, 3, 3) }), 12)
})

test('degrees of freedom count units minus strata', () => {
  const design = surveyDesign({
    rows: 6,
    strata: Int32Array.of(0, 0, 0, 1, 1, 1),
    clusters: [Int32Array.of(0, 0, 1, 2, 3, 4)],
  })
  const frame = varianceFrame(new Float64Array(6).fill(1), design)
  expect(degreesOfFreedom(frame, allRows(frame))).toBe(3)
})

test('the fast form equals residuals written out, for any strata, units, missing values and rule for lonely units', () => {
  fc.assert(
    fc.property(
      randomSamples(),
      fc.array(fc.tuple(fc.nat(2), fc.nat(5), fc.integer({ min: 0, max: 4 })), { minLength: 78, maxLength: 78 }),
      fc.constantFrom('collapse', 'centre', 'average', 'ignore'),
      ({ baseWeights, areas, margins }, extra, lonely) => {
        const rows = baseWeights.length
        const { weights, calibration } = weighSample({ baseWeights, areas }, margins)
        const pick = (place: 0 | 1 | 2) => Int32Array.from({ length: rows }, (_, row) => extra[row]![place])
        const design = surveyDesign({ rows, strata: pick(0), clusters: [pick(1)], lonely })
        const frame = varianceFrame(weights, design, calibration)
        const values = Float64Array.from(pick(2))
        rowsOf(frame, areas).forEach((domain) => {
          const found = mean(domain, weights, values)!
          const fast = covarianceOf(frame, domain, [found.influence])[0]!
          expect(fast).toBeCloseTo(slowVariance(frame, calibration, domain, found.influence), 9)
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('where persons are the units, sums by cell equal residuals written out, for any strata and missing values', () => {
  fc.assert(
    fc.property(
      randomSamples(),
      fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 4 })), { minLength: 78, maxLength: 78 }),
      fc.constantFrom('collapse', 'average', 'ignore', 'centre'),
      fc.boolean(),
      ({ baseWeights, areas, margins }, extra, lonely, stratified) => {
        const rows = baseWeights.length
        const weighed = weighSample({ baseWeights, areas }, margins)
        const strata = Int32Array.from({ length: rows }, (_, row) => (stratified ? extra[row]![0] : 0))
        const frame = varianceFrame(
          weighed.weights,
          surveyDesign({ rows, strata, lonely, populationUnits: [new Float64Array(rows).fill(200)] }),
          weighed.calibration,
        )
        const values = Float64Array.from({ length: rows }, (_, row) => extra[row]![1])
        for (const domain of [allRows(frame), ...rowsOf(frame, areas)]) {
          const { influence } = mean(domain, weighed.weights, values)!
          const fast = varianceOf(frame, domain, influence)
          const scale = influence.reduce((sum, z, place) => sum + (z * weighed.weights[domain[place]!]!) ** 2, 0)
          const slow = slowVariance(frame, weighed.calibration, domain, influence)
          expect(Math.abs(fast - slow)).toBeLessThanOrEqual(1e-12 * scale)
          const [general] = covarianceOf(frame, domain, [influence])
          expect(Math.abs(fast - general!)).toBeLessThanOrEqual(1e-12 * scale)
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('persons are summed by cell unless they share units, have several stages, or are compared with the mean of all', () => {
  const persons = (design: Partial<DesignInput>) =>
    varianceFrame(new Float64Array(4).fill(1), surveyDesign({ rows: 4, ...design })).persons !== undefined
  const twoStages = { clusters: [Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 2, 3)] }
  const units = [new Float64Array(4).fill(9), new Float64Array(4).fill(9)]
  expect(persons({})).toBe(true)
  expect(persons({ strata: Int32Array.of(0, 0, 1, 1) })).toBe(true)
  expect(persons({ clusters: [Int32Array.of(3, 2, 1, 0)] })).toBe(true)
  expect(persons({ clusters: [Int32Array.of(0, 0, 1, 2)] })).toBe(false)
  expect(persons({ ...twoStages, populationUnits: units })).toBe(false)
  expect(persons({ strata: Int32Array.of(0, 0, 0, 1), lonely: 'centre' })).toBe(false)
})

test('a margin that was raked has no variance left', () => {
  const { labels, codes } = lettered('sex', 'ffmmmfmf')
  const weighed = weighSample(
    { baseWeights: Float64Array.of(1, 2, 3, 1, 2, 3, 1, 2), areas: lettered('area', 'aaaabbbb') },
    [{ variable: 'sex', labels, codes, targets: Float64Array.of(60, 40), targetsAre: 'counts' }],
  )
  const frame = varianceFrame(weighed.weights, surveyDesign({ rows: 8 }), weighed.calibration)
  const rows = allRows(frame)
  const share = mean(rows, weighed.weights, Float64Array.from(codes))!
  expect(share.value).toBeCloseTo(0.4, 12)
  expect(covarianceOf(frame, rows, [share.influence])[0]).toBe(0)
})
