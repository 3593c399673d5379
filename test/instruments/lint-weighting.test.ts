import { expect, test } from 'vitest'
import { lintStudy } from '#instruments/engine/lint.ts'
import { Study } from '#instruments/engine/study.ts'
import { instrument, study } from './bundled.ts'

const findings = (weighting: object) =>
  lintStudy(instrument, { ...study, weighting: { margins: ['age'], ...weighting } })
    .filter(({ path }) => path?.startsWith('weighting'))
    .map(({ severity, path, reason }) => `${severity} | ${path} | ${reason}`)

const crossing = (changes: object = {}) => ({
  id: 'age_sex',
  demographics: ['age', 'sex'],
  margin: { dimension: 'age_sex', universe: 'adults_18plus' },
  ...changes,
})

test('a weighting that says everything has no finding', () => {
  const weighting = {
    margins: ['age_sex', 'race_eth'],
    crossings: [crossing()],
    within: [{ margin: 'age', per: 'parent' }],
    method: 'logit',
    bounds: [0.2, 4],
    frames: {
      address: { draws: 'one-adult' },
      phone: { draws: 'numbers', covers: 0.97, reaches: { column: 'has_phone', values: ['yes'] } },
    },
    base: { adults: { column: 'adults' }, lines: { column: 'lines' } },
    nonresponse: { by: ['area'] },
    combine: 'effective-size',
    optIn: { covariates: ['age', 'sex'] },
    design: { strata: ['frame', 'stratum'], units: ['block'] },
  }
  expect(findings(weighting)).toEqual([])
})

test('what is not said is not there, so that a study of before is weighed as before', () => {
  const { weighting } = Study.parse({ ...study, weighting: { margins: ['age'] } })
  expect(Object.keys(weighting).sort()).toEqual(['areaTotals', 'collapse', 'margins', 'trim'])
})

test.each<{ weighting: object; finding: RegExp }>([
  { weighting: { margins: ['age_sex'] }, finding: /weighting.margins \| age_sex is not among the demographics/ },
  {
    weighting: { crossings: [crossing({ demographics: ['age', 'income'] })] },
    finding: /crossings.0 \| income is not among/,
  },
  { weighting: { crossings: [crossing({ id: 'age' })] }, finding: /crossings.0 \| age is the name of another margin/ },
  { weighting: { crossings: [crossing(), crossing()] }, finding: /crossings.1 \| age_sex is the name of another/ },
  { weighting: { within: [{ margin: 'income', per: 'area' }] }, finding: /weighting.within \| income is not among/ },
  {
    weighting: {
      within: [
        { margin: 'age', per: 'area' },
        { margin: 'age', per: 'parent' },
      ],
    },
    finding: /weighting.within \| a margin is met in areas or in their parents, not in both/,
  },
  { weighting: { optIn: { covariates: ['income'] } }, finding: /weighting.optIn \| income is not among/ },
  { weighting: { base: { adults: { question: 'people' } } }, finding: /base.adults \| people is no question/ },
  { weighting: { base: { adults: { question: 'comment' } } }, finding: /base.adults \| comment tells no number/ },
  { weighting: { base: { adults: { question: 'race_ethnicity' } } }, finding: /race_ethnicity tells no number/ },
  { weighting: { base: { lines: { question: 'gender' } } }, finding: /warning .*how many "woman" of gender means/ },
  { weighting: { frames: { a: { draws: 'one-adult' } } }, finding: /warning .*frames.a \| .*the number of adults/ },
  { weighting: { frames: { a: { draws: 'numbers' } } }, finding: /warning .*frames.a \| .*the number of lines/ },
  {
    weighting: { frames: { a: { reaches: { question: 'gender', values: ['x'] } } } },
    finding: /frames.a.reaches \| "x" is no choice of gender/,
  },
  { weighting: { base: { adults: { column: 'adults' } } }, finding: /warning .*base \| No frame .* changes no weight/ },
  { weighting: { bounds: [0.2, 4] }, finding: /weighting.bounds \| only truncated-linear and logit have bounds/ },
  { weighting: { method: 'logit', bounds: [1.2, 4] }, finding: /error \| weighting.bounds.0/ },
  { weighting: { method: 'guess' }, finding: /error \| weighting.method/ },
  { weighting: { combine: 'effective-size' }, finding: /weighting.combine \| two frames or more/ },
])('a weighting with $weighting is found: $finding', ({ weighting, finding }) => {
  expect(findings(weighting)).toContainEqual(expect.stringMatching(finding))
})
