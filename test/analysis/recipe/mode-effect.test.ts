import { expect, test } from 'vitest'
import { resultsOf, run } from './run.ts'

const design = { step: 'design', weights: 'w' }
const answers = `y,mode,area,w
0,web,a,1
1,web,a,1
0,sms,b,1
1,sms,b,1
1,phone,a,1
1,phone,a,1
1,phone,b,1
0,phone,b,1`

test('the effect of a mode is its difference from those that people fill in by themselves', () => {
  // self-administered: mean 1/2; by phone: 3/4. Half of the answers are by phone, so that 1/8 comes off the mean.
  const [found] = resultsOf(answers, [design], [{ op: 'mode_effect', var: 'y', mode: 'mode', domain: 'area' }]).results
  expect(found).toMatchObject({
    reference: ['sms', 'web'],
    modes: ['phone'],
    delta: [expect.closeTo(0.25, 12)],
    wald_df: 1,
    adjusted: [
      { domain: 'ALL', n: 8, estimate: 0.625, adjusted: expect.closeTo(0.5, 12) },
      { domain: 'a', n: 4, estimate: 0.75, adjusted: expect.closeTo(0.625, 12) },
      { domain: 'b', n: 4, estimate: 0.5, adjusted: expect.closeTo(0.375, 12) },
    ],
  })
})

test('a reference that no one used is refused', () => {
  expect(run(answers, [design], [{ op: 'mode_effect', var: 'y', mode: 'mode', reference: ['paper'] }])).toEqual({
    refused: expect.objectContaining({ code: 'unknown-code', variable: 'mode', category: 'paper' }),
  })
})

test('shares by domain have an interval where they can have one', () => {
  const [found] = resultsOf(
    answers.replace('0,web', '1,web'),
    [design],
    [{ op: 'ciprop_by', var: 'y', domain: 'area' }],
  ).results
  expect(found).toEqual({
    df: 7,
    rows: [
      { domain: 'a', n: 4, p: 1, se: 0, n_eff: null, logit: null, wilson_design_df: null, beta: null },
      {
        domain: 'b',
        n: 4,
        p: 0.5,
        se: expect.closeTo(Math.sqrt((8 / 7) * (4 * 0.125 ** 2)), 12),
        n_eff: expect.closeTo(3.5, 10),
        logit: [expect.any(Number), expect.any(Number)],
        wilson_design_df: [expect.any(Number), expect.any(Number)],
        beta: [expect.any(Number), expect.any(Number)],
      },
    ],
  })
})

test('what cannot be computed is refused and does not stop the rest', () => {
  const one = 'y,w,u\n1,1,1\n0,1,1'
  const found = run(
    one,
    [{ ...design, clusters: ['u'], lonely_psu: 'remove' }],
    [{ op: 'quantile', var: 'y', probs: [0.5] }, { op: 'kish' }],
  )
  expect(found).toMatchObject({ results: [{ refused: { code: 'not-computable' } }, { result: { n: 2 } }] })
})
