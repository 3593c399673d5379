import { expect, test } from 'vitest'
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { surveyDesign } from '#analysis/variance/design.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import type { Margin } from '#analysis/weighting/margin.ts'
import { margin, oneArea } from './sample.ts'

const weigh =
  (margins: Margin[], baseWeights: number[] = [1, 1, 1, 1]) =>
  () =>
    weighSample({ baseWeights: Float64Array.from(baseWeights), areas: oneArea(baseWeights.length) }, margins, {
      missing: 'refuse',
    })

const sex = margin('sex', 'ffmm', [60, 40])

test.each([
  ['a negative base weight', weigh([sex], [1, -1, 1, 1]), { code: 'bad-weight', row: 1 }],
  ['a base weight that is not a number', weigh([sex], [1, 1, 1, NaN]), { code: 'bad-weight', row: 3 }],
  ['base weights that are all zero', weigh([sex], [0, 0, 0, 0]), { code: 'no-weight' }],
  ['no rows', weigh([], []), { code: 'no-rows' }],
  ['totals that disagree', weigh([sex, margin('age', 'oyoy', [60, 50])]), { code: 'totals-disagree', variable: 'age' }],
  [
    'a population category without respondents',
    weigh([{ ...sex, labels: ['f', 'm', 'x'], targets: Float64Array.of(60, 30, 10) }]),
    { code: 'empty-category', variable: 'sex', category: 'x' },
  ],
  [
    'a category whose only respondent has weight 0',
    weigh([margin('sex', 'ffmf', [60, 40])], [1, 1, 0, 1]),
    { code: 'empty-category', variable: 'sex', category: 'm' },
  ],
  [
    'respondents in a category that nobody lives in',
    weigh([margin('sex', 'ffmm', [100, 0])]),
    { code: 'unpopulated-category', variable: 'sex', category: 'm' },
  ],
  [
    'a code beyond the categories',
    weigh([{ ...sex, codes: Int32Array.of(0, 1, 2, 0) }]),
    { code: 'unknown-code', variable: 'sex', category: '2', row: 2 },
  ],
  [
    'a negative target',
    weigh([margin('sex', 'ffmm', [60, -1])]),
    { code: 'bad-target', variable: 'sex', category: 'm' },
  ],
  [
    'a target that is not a number',
    weigh([margin('sex', 'ffmm', [NaN, 1])]),
    { code: 'bad-target', variable: 'sex', category: 'f' },
  ],
  ['a category named twice', weigh([{ ...sex, labels: ['f', 'f'] }]), { code: 'duplicate-category', variable: 'sex' }],
  ['codes of another length', weigh([margin('sex', 'ffm', [60, 40])]), { code: 'length-differs', variable: 'sex' }],
  [
    'a missing value without a rule for it',
    weigh([margin('sex', 'ff-m', [60, 40])]),
    { code: 'missing-value', variable: 'sex', row: 2 },
  ],
  [
    'counts of only a part of the population',
    weigh([margin('education', 'ab.a', [60, 40])]),
    { code: 'universe-needs-shares', variable: 'education' },
  ],
  [
    // All women are old and all men young, yet the margins want 60 women and 30 old.
    'margins that cannot be met together',
    weigh([sex, margin('age', 'ooyy', [30, 70])]),
    { code: 'not-converged', variable: expect.stringMatching(/sex|age/), category: expect.any(String) },
  ],
  [
    'a stratum of one unit when it is not to be joined',
    () => surveyDesign({ rows: 3, strata: Int32Array.of(0, 0, 1), lonely: 'refuse', strataLabels: ['north', 'south'] }),
    { code: 'lonely-unit', category: 'south' },
  ],
  [
    'a population smaller than the sample',
    () => surveyDesign({ rows: 3, populationUnits: [new Float64Array(3).fill(2)] }),
    { code: 'bad-population-size' },
  ],
  [
    'an answer beyond the options',
    () =>
      estimate({ kind: 'net', name: 'trust', items: [{ name: 'fairness', options: 5, answers: Int8Array.of(1, 9) }] }),
    { code: 'bad-answer', variable: 'fairness', row: 1 },
  ],
  [
    'a share that is neither 0 nor 1',
    () => estimate({ kind: 'share', name: 'crime', values: Float64Array.of(0.5, 1) }),
    { code: 'bad-answer', variable: 'crime', row: 0 },
  ],
  [
    'a measure without items',
    () => estimate({ kind: 'support', name: 'support', items: [] }),
    { code: 'bad-answer', variable: 'support' },
  ],
])('%s is refused by name', (_what, act, wanted) => {
  expect(act).toThrow(RangeError)
  expect(act).toThrow(expect.objectContaining(wanted))
})

const estimate = (measure: Measure) =>
  estimateAreas(
    { weights: Float64Array.of(1, 1), calibration: { constraints: [], baseWeights: Float64Array.of(1, 1) } },
    oneArea(2),
    [measure],
  )
