import { beforeAll, expect, test } from 'vitest'
import { reachIn } from '#analysis/modes/mode-reach.ts'
import { estimateAreas, type EstimatedWave } from '#server/operations/estimate-areas.ts'
import { adjustForMode } from '#server/operations/modes/adjust-for-mode.ts'
import { modeReader } from '#server/operations/modes/mode-columns.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import type { WeighedRespondent } from '#server/store/respondents.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { drawSample, fieldSample } from '#test/support/sampled-wave.ts'

const database = testDatabase()
let wave: Wave
let estimated: EstimatedWave

/** Numbers answer by text, addresses at the door, where half of the people say one step more of trust. */
beforeAll(async () => {
  const drawn = drawSample(11, 2).map((one, i) => {
    const trust = Number(one.answers.trust)
    const said = one.mode === 'home' && i % 2 ? Math.min(5, trust + 1) : trust
    return { ...one, answers: { ...one.answers, trust: said } }
  })
  wave = await fieldSample(database.deps, { drawn })
  await weighSample(database.deps, wave)
  estimated = await estimateAreas(database.deps, wave)
}, 60_000)

test('what an interviewer changes is found beside what nobody changed, and kept with the run', async () => {
  const { modes, run } = estimated
  expect(modes?.reference).toEqual(['web', 'sms'])
  expect(Object.keys(modes?.interviews ?? {}).sort()).toEqual(['home', 'sms'])
  const of = (name: string) => modes?.tests.find(({ measure, statistic }) => measure === name && statistic === 'net')
  const trust = of('support.trust')
  expect(trust?.modes.map(({ mode }) => mode)).toEqual(['home'])
  const [home] = trust?.modes ?? []
  // One step more for half of those below 5 moves about 0.5 · (1/5 from 2 to 3 + 1/5 from 3 to 4) = 0.2 of net trust.
  expect(home?.difference).toBeGreaterThan(0.08)
  expect(home?.difference).toBeLessThan(0.35)
  expect(home?.low).toBeLessThan(home?.difference ?? NaN)
  expect(trust).toMatchObject({ df: 1, adjust: true })
  expect(trust?.p).toBeLessThan(0.01)
  expect(of('support.fairness')?.p).toBeGreaterThan(0.01)
  expect(modes?.tests.some(({ measure, statistic }) => measure === 'issue' && statistic === 'share')).toBe(true)
  const kept = await database.db
    .selectFrom('estimate_diagnostics')
    .select('diagnostics')
    .where('run_id', '=', run.id)
    .executeTakeFirstOrThrow()
  expect(kept.diagnostics).toEqual({ modes })
  expect((await estimateAreas(database.deps, wave)).modes).toEqual(modes)
})

test('adjusted, a figure is less by the difference of each mode, as far as it reaches and by its weighted share', async () => {
  const adjusted = await adjustForMode(database.deps, wave, estimated)
  const netOf = (rows: readonly (typeof adjusted)[number][] | EstimatedWave['estimates'], area: string | null) =>
    rows.find((row) => row.area_id === area && row.measure === 'support.trust' && row.statistic === 'net')
  const weights = await database.db
    .selectFrom('weights as w')
    .innerJoin('interviews as i', 'i.id', 'w.interview_id')
    .select(['w.weight', 'i.mode_end', 'i.area_id', 'i.answers'])
    .where('w.run_id', '=', estimated.run.id)
    .execute()
  const [home] =
    estimated.modes?.tests.find(({ measure, statistic }) => measure === 'support.trust' && statistic === 'net')
      ?.modes ?? []
  const labels = [...new Set(weights.map(({ area_id }) => area_id ?? ''))]
  const { reach } = reachIn(
    {
      everyone: Int32Array.from(weights.keys()),
      weights: Float64Array.from(weights, ({ weight }) => weight),
      areas: { variable: 'area', labels, codes: Int32Array.from(weights, (row) => labels.indexOf(row.area_id ?? '')) },
    },
    'net',
    { name: 'trust', options: 5, answers: Int8Array.from(weights, ({ answers }) => Number(answers['trust'] ?? -1)) },
  )
  for (const area of [null, '1', '2']) {
    const own = weights
      .map((row, place) => ({ ...row, reach: reach[place]! }))
      .filter(({ area_id, answers }) => (area === null || area_id === area) && answers['trust'] !== undefined)
    const sum = (of: (row: (typeof own)[number]) => number) =>
      own.reduce((total, row) => total + row.weight * of(row), 0)
    const share = sum((row) => (row.mode_end === 'home' ? row.reach : 0)) / sum(() => 1)
    const expected = netOf(estimated.estimates, area)!.estimate! - share * home!.difference
    expect(netOf(adjusted, area)?.estimate).toBeCloseTo(expected, 8)
  }
  // The difference is not known exactly, and the city's error has to say so.
  expect(netOf(adjusted, null)!.se!).toBeGreaterThan(netOf(estimated.estimates, null)!.se!)
})

test('adjusted figures are marked, withheld where the others are, and change nothing that is kept', async () => {
  const adjusted = await adjustForMode(database.deps, wave, estimated)
  const reasons = new Map(
    estimated.estimates.map((row) => [[row.area_id, row.measure, row.statistic, row.category].join(), row.withheld]),
  )
  expect(adjusted.length).toBe(estimated.estimates.filter(({ statistic }) => statistic !== 'gap').length)
  for (const row of adjusted) {
    expect(row.adjusted).toBe('mode')
    expect(row.withheld).toBe(reasons.get([row.area_id, row.measure, row.statistic, row.category].join()))
  }
  expect(await estimateAreas(database.deps, wave)).toEqual(estimated)
})

test('a question counts in the mode that answered it, not in the one that ended the interview', () => {
  const row = {
    mode: 'phone',
    given: {
      trust: { kind: 'answered', value: 3, mode: 'web' },
      respect: { kind: 'refused', mode: 'web' },
      fairness: { kind: 'answered', value: 2, mode: 'phone' },
    },
  } as unknown as WeighedRespondent // the rest is not read
  expect(modeReader(['trust'])(row)).toBe(0)
  expect(modeReader(['respect', 'fairness', 'trust'])(row)).toBe(2) // the first that was answered
  expect(modeReader(['respect'])(row)).toBe(2) // nothing answered: how the interview ended
})
