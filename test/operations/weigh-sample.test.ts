import { beforeEach, expect, test } from 'vitest'
import { weighSample } from '#server/operations/weigh-sample.ts'
import { latestRun } from '#server/store/weighting.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import {
  type Answered,
  communityTrust,
  fieldWave,
  interviewId,
  numbersFrom,
  residentFrom,
  storeInterviews,
} from '#test/support/fielded-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const database = testDatabase()

beforeEach(async () => {
  await database.db.deleteFrom('interviews').execute()
})

function residents(count: number, seed = 1): Answered[] {
  const random = numbersFrom(seed)
  return Array.from({ length: count }, (_, i) => ({
    area: ['1', '2', '3', '4', '5'][i % 5]!,
    answers: residentFrom(random),
  }))
}

async function fielded(
  interviews: readonly Answered[],
  changes: Parameters<typeof communityTrust>[0] = {},
): Promise<Wave> {
  const study = communityTrust(changes)
  const wave = await fieldWave(database.deps, { areas: smallCity, counts: smallCityCounts, study })
  await storeInterviews(database.db, wave, interviews)
  return wave
}

test('every weight is the product of its factors, and every margin is met', async () => {
  const wave = await fielded([...residents(600), { area: '1', answers: { trust: 3 }, status: 'in-progress' }])
  const { runId, interviews, diagnostics } = await weighSample(database.deps, wave)

  expect(interviews).toBe(600)
  expect(diagnostics.worst.error).toBeLessThan(1e-6)
  expect(diagnostics.population).toBe(13_200)
  const weights = await database.db.selectFrom('weights').selectAll().where('run_id', '=', runId).execute()
  expect(weights).toHaveLength(600)
  for (const { base, calibration, trim, weight } of weights) expect(base * calibration * trim).toBeCloseTo(weight, 9)
  expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(13_200, 4)
  expect(diagnostics.margins.map(({ variable, rows }) => [variable, rows.length])).toEqual([
    ['area', 6],
    ['age', 7],
    ['sex', 2],
    ['race_eth', 5],
    ['education', 2],
  ])
})

test('a run can be traced to its recipe and its snapshot', async () => {
  const wave = await fielded(residents(300))
  const made = await weighSample(database.deps, wave)
  const run = await latestRun(database.db, wave.id)
  expect(run).toMatchObject({
    id: made.runId,
    snapshot_hash: made.snapshotHash,
    program: expect.stringMatching(/^canvass \d/),
    interviews: 300,
    recipe: {
      universe: 'adults_18plus',
      layerId: wave.layer_id,
      marginSetId: wave.margin_set_id,
      version: wave.version,
    },
  })
  expect(run?.diagnostics).toEqual(JSON.parse(JSON.stringify(made.diagnostics)))
})

test('the same interviews have the same snapshot and weights, whatever order they were stored in', async () => {
  const interviews = residents(200)
  const wave = await fielded(interviews)
  const first = await weighSample(database.deps, wave)
  const again = await weighSample(database.deps, wave)
  expect(again.snapshotHash).toBe(first.snapshotHash)
  expect(again.diagnostics).toEqual(first.diagnostics)
  const weightsOf = (runId: string) =>
    database.db
      .selectFrom('weights')
      .select(['interview_id', 'base', 'calibration', 'trim', 'weight'])
      .where('run_id', '=', runId)
      .orderBy('interview_id')
      .execute()
  expect(await weightsOf(again.runId)).toEqual(await weightsOf(first.runId))

  await database.db
    .updateTable('interviews')
    .set({ answers: JSON.stringify({ ...interviews[0]?.answers, trust: 1, respect: 5 }) })
    .where('id', '=', interviewId(1))
    .execute()
  expect((await weighSample(database.deps, wave)).snapshotHash).not.toBe(first.snapshotHash)
})

test('areas without adults are listed; residents without an area, or who name such a place, count for the city', async () => {
  const random = numbersFrom(2)
  const elsewhere: Answered[] = [null, null, '6'].map((area) => ({ area, answers: residentFrom(random) }))
  const wave = await fielded([...residents(400), ...elsewhere])
  const { diagnostics } = await weighSample(database.deps, wave)
  expect(diagnostics).toMatchObject({ unpopulated: ['6'], withoutArea: 2, inUnpopulated: { '6': 1 }, respondents: 403 })
  expect(diagnostics.worst.error).toBeLessThan(1e-6)
})

test('people under 25 keep their share where education is counted from 25', async () => {
  const wave = await fielded(residents(500))
  const { diagnostics } = await weighSample(database.deps, wave)
  const age = diagnostics.margins.find(({ variable }) => variable === 'age')
  const young = age?.rows.find(({ category }) => category === '18-24')
  expect(young?.after).toBeCloseTo(0.12, 6)
  const education = diagnostics.margins.find(({ variable }) => variable === 'education')
  expect(education?.notInUniverse).toBeCloseTo((young?.respondents ?? 0) / 500, 9)
})

test('a case drawn with half the chance starts with twice the weight', async () => {
  const interviews = residents(300).map((resident, i) => ({ ...resident, probability: i % 2 ? 0.01 : 0.02 }))
  const wave = await fielded(interviews)
  const { runId } = await weighSample(database.deps, wave)
  const weights = await database.db
    .selectFrom('weights')
    .select('base')
    .where('run_id', '=', runId)
    .orderBy('interview_id')
    .limit(2)
    .execute()
  expect(weights).toEqual([{ base: 50 }, { base: 100 }])
})

test('without area totals the weights meet the city and its margins', async () => {
  const { weighting } = communityTrust()
  const wave = await fielded(residents(300), { weighting: { ...weighting, areaTotals: false } })
  const { diagnostics } = await weighSample(database.deps, wave)
  expect(diagnostics.population).toBe(13_200)
  expect(diagnostics.margins[0]).toMatchObject({ variable: 'adults_18plus' })
  expect(diagnostics.unpopulated).toEqual(['6'])
})

test('margins imported after the wave was opened are used', async () => {
  const wave = await fielded(residents(200))
  const { diagnostics } = await weighSample(database.deps, { ...wave, margin_set_id: null })
  expect(diagnostics.respondents).toBe(200)
})

test('too few interviews are refused', async () => {
  const wave = await fielded(residents(29))
  await expect(weighSample(database.deps, wave)).rejects.toThrow(
    `Wave ${wave.number} of "community-trust" has 29 complete interviews.`,
  )
})

test('a wave over areas without any margins is told how to get them', async () => {
  const study = communityTrust({ layer: 'sector' })
  const wave = await fieldWave(database.deps, { areas: smallCity, study })
  await expect(weighSample(database.deps, wave)).rejects.toThrow(
    'Import them: npx canvass margins import <file.csv> --layer sector',
  )
})

test.each([
  {
    what: 'margins without a dimension',
    counts: smallCityCounts.filter(({ dimension }) => dimension !== 'education'),
    details: { variable: 'education' },
    says: 'do not count education of adults_25plus',
  },
  {
    what: 'margins without the total',
    counts: smallCityCounts.filter(({ dimension }) => dimension !== 'total'),
    details: { variable: 'area' },
    says: 'have no "total" of adults_18plus by area',
  },
  {
    what: 'a category that the margins do not count',
    counts: smallCityCounts.filter(({ category }) => category !== 'asian_nh'),
    details: { variable: 'race_eth', category: 'asian_nh' },
    says: 'do not count "asian_nh" of "race_eth"',
  },
  {
    what: 'a category that no answer leads to',
    counts: smallCityCounts.flatMap((row) => (row.category === 'male' ? [row, { ...row, category: 'other' }] : [row])),
    details: { variable: 'sex', category: 'other' },
    says: 'no answer leads there',
  },
])('$what is refused by name', async ({ counts, details, says }) => {
  const wave = await fieldWave(database.deps, { areas: smallCity, counts })
  await storeInterviews(database.db, wave, residents(100))
  const refusal = await weighSample(database.deps, wave).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'cannot-weigh', details, message: expect.stringContaining(says) })
})

test('a group of the population without a single respondent is refused with the way out', async () => {
  const interviews = residents(200).map(({ area, answers }) => ({ area, answers: { ...answers, gender: 'woman' } }))
  const { weighting } = communityTrust()
  const wave = await fielded(interviews, { weighting: { ...weighting, collapse: { interviews: 0, share: 0 } } })
  const refusal = await weighSample(database.deps, wave).catch((error: unknown) => error)
  expect(refusal).toMatchObject({
    code: 'cannot-weigh',
    details: { variable: 'sex', category: 'male' },
    message: expect.stringContaining('join it with another category of "sex" in study.json'),
  })
})

test('a run that was broken off is not taken for the latest', async () => {
  const wave = await fielded(residents(100))
  const whole = await weighSample(database.deps, wave)
  const run = await latestRun(database.db, wave.id)
  await database.db
    .insertInto('weighting_runs')
    .values({
      id: interviewId(999),
      wave_id: wave.id,
      recipe: '{}',
      snapshot_hash: run?.snapshot_hash ?? '',
      program: 'canvass',
      interviews: 100,
      diagnostics: '{}',
    })
    .execute()
  expect((await latestRun(database.db, wave.id))?.id).toBe(whole.runId)
})
