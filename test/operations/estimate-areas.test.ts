import { beforeAll, beforeEach, expect, test } from 'vitest'
import { estimateAreas } from '#server/operations/estimate-areas.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import { publishedRuns } from '#server/store/published-estimates.ts'
import type { Wave } from '#server/store/waves.ts'
import { addEstimates, estimatesOf } from '#server/store/weighting.ts'
import { testDatabase } from '#test/support/databases.ts'
import {
  type Answered,
  fieldWave,
  interviewId,
  numbersFrom,
  residentFrom,
  storeInterviews,
} from '#test/support/fielded-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const database = testDatabase()
let wave: Wave

/** 120 interviews in each of the areas 1 and 2, 100 in 3, 12 in 4, 60 in the tiny area 5. */
const interviews: Answered[] = (() => {
  const random = numbersFrom(7)
  const inAreas = Object.entries({ '1': 120, '2': 120, '3': 100, '4': 12, '5': 60 })
  return inAreas.flatMap(([area, count]) =>
    Array.from({ length: count }, () => ({ area, answers: residentFrom(random) })),
  )
})()

beforeAll(async () => {
  wave = await fieldWave(database.deps, { areas: smallCity, counts: smallCityCounts })
})

beforeEach(async () => {
  await database.db.deleteFrom('interviews').execute()
  await storeInterviews(database.db, wave, interviews)
})

test('without weights there is nothing to estimate', async () => {
  await expect(estimateAreas(database.deps, wave)).rejects.toThrow('Run: npx canvass weigh community-trust')
})

test('scores and shares are estimated for the city and every area, with their errors', async () => {
  await weighSample(database.deps, wave)
  const { estimates } = await estimateAreas(database.deps, wave)
  const of = (area_id: string | null, measure: string, statistic: string, category: string | null = null) =>
    estimates.find(
      (row) =>
        row.area_id === area_id && row.measure === measure && row.statistic === statistic && row.category === category,
    )

  const statistics = new Set(estimates.map(({ measure, statistic }) => `${measure} ${statistic}`))
  expect([...statistics].filter((name) => name.startsWith('support'))).toHaveLength(4 + 4 * 4 + 1)
  expect(statistics).toContain('support.trust polarization')
  expect(statistics).toContain('issue share')
  expect(estimates.filter(({ measure }) => measure === 'issue')).toHaveLength(9 * 7)
  for (const { estimate, se, low, high, n, n_effective, design_effect } of estimates.filter(({ n }) => n > 0)) {
    expect(low).toBeLessThanOrEqual(estimate ?? NaN)
    expect(high).toBeGreaterThanOrEqual(estimate ?? NaN)
    expect(se).toBeGreaterThanOrEqual(0)
    expect(n_effective).toBeGreaterThan(0)
    expect(design_effect).toBeGreaterThan(0)
    expect(n).toBeLessThanOrEqual(412)
  }
  const shares = estimates.filter(({ area_id, measure }) => area_id === null && measure === 'issue')
  expect(shares.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0)).toBeCloseTo(1, 9)
  const items = ['trust', 'respect', 'fairness', 'responsiveness'].map(
    (item) => of('1', `support.${item}`, 'net')?.estimate ?? NaN,
  )
  expect(of('1', 'support', 'net')?.estimate).toBeCloseTo(items.reduce((sum, net) => sum + net, 0) / 4, 9)
  // The answers are drawn evenly from five: nobody is favoured, and half of the greatest possible spread.
  expect(of(null, 'safety', 'mean')?.estimate).toBeCloseTo(0.5, 1)
  expect(of(null, 'safety', 'polarization')?.estimate).toBeCloseTo(0.5, 1)
})

test('thin areas are withheld with the reason, and their number stays for the analyst', async () => {
  await weighSample(database.deps, wave)
  const { estimates } = await estimateAreas(database.deps, wave)
  const nets = estimates.filter(({ measure, statistic }) => measure === 'safety' && statistic === 'net')
  expect(Object.fromEntries(nets.map(({ area_id, withheld }) => [area_id ?? 'city', withheld]))).toEqual({
    city: null,
    '1': null,
    '2': null,
    '3': null,
    '4': 'few-respondents',
    '5': 'few-residents',
    '6': 'unpopulated',
  })
  expect(nets.find(({ area_id }) => area_id === '4')).toMatchObject({ n: 12, estimate: expect.any(Number) })
  expect(nets.find(({ area_id }) => area_id === '6')).toMatchObject({ n: 0, estimate: null })
})

test('no withheld part can be worked out from the others: what is kept says so, not only what is shown', async () => {
  await database.db.deleteFrom('interviews').execute()
  const few = interviews.map(({ area, answers: { fairness, ...others } }, i) => ({
    area,
    answers: { ...others, ...(fairness !== undefined && (area !== '3' || i % 4 === 0) && { fairness }) },
  }))
  await storeInterviews(database.db, wave, few)
  await weighSample(database.deps, wave)
  const { estimates } = await estimateAreas(database.deps, wave)
  const inPlace = (area: string, measure: RegExp, statistic: string) =>
    estimates.filter((row) => row.area_id === area && row.statistic === statistic && measure.test(row.measure))
  const reasons = Object.fromEntries(inPlace('3', /^support/, 'net').map((row) => [row.measure, row.withheld]))
  expect(reasons).toEqual({
    support: 'few-respondents', // as well founded as its thinnest question
    'support.trust': null,
    'support.respect': null,
    'support.fairness': 'few-respondents',
    'support.responsiveness': null,
  })
  for (const area of ['1', '2', '3', '4', '5'])
    for (const [measure, statistic] of [
      [/^support/, 'net'],
      [/^support/, 'support'],
      [/^support/, 'polarization'],
      [/^support/, 'mean'],
      [/^safety/, 'net'],
      [/^issue/, 'share'],
    ] as const) {
      const row = inPlace(area, measure, statistic)
      expect(row.filter(({ withheld }) => withheld !== null).length, `${area} ${statistic}`).not.toBe(1)
    }
})

test('the strata of a sample count: where they tell answers apart, errors are smaller', async () => {
  const sampled = (strata: boolean) =>
    interviews.map((one) => ({
      ...one,
      probability: 0.1,
      ...(strata && { stratum: `who trusts ${String(one.answers.trust)}` }),
    }))
  const errorOf = async (drawn: readonly Answered[]) => {
    await database.db.deleteFrom('interviews').execute()
    await database.db.deleteFrom('sample_cases').execute()
    await storeInterviews(database.db, wave, drawn)
    const { snapshotHash } = await weighSample(database.deps, wave)
    const { estimates } = await estimateAreas(database.deps, wave)
    const city = estimates.filter(({ area_id, statistic }) => area_id === null && statistic === 'net')
    const seOf = (name: string) => city.find(({ measure }) => measure === name)?.se ?? NaN
    return { trust: seOf('support.trust'), safety: seOf('safety'), snapshotHash }
  }
  const plain = await errorOf(sampled(false))
  const stratified = await errorOf(sampled(true))
  expect(stratified.trust).toBeLessThan(0.8 * plain.trust)
  expect(stratified.safety / plain.safety).toBeCloseTo(1, 1)
  expect(stratified.snapshotHash).not.toBe(plain.snapshotHash)
})

test('the estimates of a run are made once', async () => {
  const { runId } = await weighSample(database.deps, wave)
  const first = await estimateAreas(database.deps, wave)
  expect(first.run.id).toBe(runId)
  expect(await estimateAreas(database.deps, wave)).toEqual(first)
  await weighSample(database.deps, wave)
  const next = await estimateAreas(database.deps, wave)
  expect(next.run.id).not.toBe(runId)
  const figures = ({ estimates }: typeof first) =>
    estimates.map((row) => JSON.stringify({ ...row, run_id: null })).sort()
  expect(figures(next)).toEqual(figures(first))
})

test('estimates that were broken off are not shown, and are finished by the next call', async () => {
  const { runId } = await weighSample(database.deps, wave)
  const whole = await estimateAreas(database.deps, wave)
  const again = await weighSample(database.deps, wave)
  const some = whole.estimates.filter(({ area_id }) => area_id === '1').map((row) => ({ ...row, run_id: again.runId }))
  await addEstimates(database.db, some)
  expect((await publishedRuns(database.db, wave.study_id))[0]?.run_id).toBe(runId)
  await estimateAreas(database.deps, wave)
  expect(await estimatesOf(database.db, again.runId)).toHaveLength(whole.estimates.length)
  expect((await publishedRuns(database.db, wave.study_id))[0]?.run_id).toBe(again.runId)
})

test('interviews that were completed after the weighting change nothing', async () => {
  const { runId } = await weighSample(database.deps, wave)
  await database.db.deleteFrom('interviews').execute()
  await storeInterviews(database.db, wave, [...interviews, { area: '4', answers: { trust: 1 } }])
  const { estimates } = await estimateAreas(database.deps, wave)
  expect(estimates.every(({ run_id }) => run_id === runId)).toBe(true)
  expect(Math.max(...estimates.map(({ n }) => n))).toBe(412)
})

test('answers that changed after the weighting are refused: weigh again', async () => {
  await weighSample(database.deps, wave)
  await database.db
    .updateTable('interviews')
    .set({ answers: JSON.stringify({ trust: 5 }) })
    .where('id', '=', interviewId(1))
    .execute()
  await expect(estimateAreas(database.deps, wave)).rejects.toThrow('Weigh again: npx canvass weigh community-trust')
})
