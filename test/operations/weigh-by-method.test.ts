import { expect, test } from 'vitest'
import type { Study } from '#instruments/engine/study.ts'
import { estimateAreas } from '#server/operations/estimate-areas.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import type { MarginCount } from '#server/store/margins.ts'
import { testDatabase } from '#test/support/databases.ts'
import { communityTrust, fieldWave, numbersFrom, residentFrom, storeInterviews } from '#test/support/fielded-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const database = testDatabase()

/** Age and sex together, women older than men; written as a statistical office might. */
const crossedCounts: readonly MarginCount[] = ['1', '2', '3', '4', '5'].flatMap((area) =>
  ['18-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75+'].flatMap((age, i) =>
    [
      { sex: 'female', count: 100 + 10 * i },
      { sex: 'male', count: 120 - 10 * i },
    ].map(({ sex, count }) => ({
      area,
      universe: 'adults_18plus',
      dimension: 'age by sex',
      category: `${age}|${sex}`,
      count: count * (area === '1' ? 2 : 1),
      source: null,
    })),
  ),
)

const crossing = {
  id: 'age_sex',
  demographics: ['age', 'sex'],
  margin: { dimension: 'age by sex', universe: 'adults_18plus' },
}

/** As many interviews in every area, or as the adults of 4000, 6000, 2000, 800 and 400. */
const equal = ['1', '2', '3', '4', '5']
const proportional = Object.entries({ '1': 10, '2': 15, '3': 5, '4': 2, '5': 1 }).flatMap(([area, times]) =>
  Array.from({ length: times }, () => area),
)

/** What these residents are off by no more than bounds allow. */
const margins = ['sex', 'education']

async function fielded(
  weighting: Partial<Study['weighting']>,
  counts = [...smallCityCounts, ...crossedCounts],
  areas = equal,
) {
  await database.db.deleteFrom('interviews').execute()
  const { weighting: usual } = communityTrust()
  const study = communityTrust({ weighting: { ...usual, ...weighting } })
  const wave = await fieldWave(database.deps, { areas: smallCity, counts, study })
  const random = numbersFrom(4)
  const residents = Array.from({ length: 900 }, (_, i) => ({
    area: areas[i % areas.length]!,
    answers: residentFrom(random),
  }))
  await storeInterviews(database.db, wave, residents)
  return wave
}

test.each(['raking', 'linear', 'truncated-linear', 'logit'] as const)(
  '%s calibration meets every margin, and its weights estimate',
  async (method) => {
    const wave = await fielded(
      { margins, method, ...(method === 'logit' && { bounds: [0.3, 3] }) },
      undefined,
      proportional,
    )
    const { diagnostics, runId } = await weighSample(database.deps, wave)
    expect(diagnostics.worst.error).toBeLessThan(1e-8)
    if (method === 'logit') expect([diagnostics.minG >= 0.3, diagnostics.maxG <= 3]).toEqual([true, true])
    const { recipe } = await database.db
      .selectFrom('weighting_runs')
      .select('recipe')
      .where('id', '=', runId)
      .executeTakeFirstOrThrow()
    expect(recipe).toMatchObject({ method: { kind: method } })
    const { estimates } = await estimateAreas(database.deps, wave)
    const city = estimates.find(({ area_id, measure }) => area_id === null && measure === 'safety')
    expect(city?.estimate).toBeGreaterThan(-1)
    expect(city?.se).toBeGreaterThan(0)
  },
)

test('the methods differ in their weights and agree about the city', async () => {
  const estimateBy = async (method: 'raking' | 'truncated-linear') => {
    const wave = await fielded({ margins, method }, undefined, proportional)
    const { runId } = await weighSample(database.deps, wave)
    const { estimates } = await estimateAreas(database.deps, wave)
    const city = estimates.find((row) => row.area_id === null && row.measure === 'safety' && row.statistic === 'net')
    const weights = await database.db
      .selectFrom('weights')
      .select('weight')
      .where('run_id', '=', runId)
      .orderBy('interview_id')
      .execute()
    return { city, weights: weights.map(({ weight }) => weight) }
  }
  const [raked, linear] = [await estimateBy('raking'), await estimateBy('truncated-linear')]
  const apart = raked.weights.map((weight, row) => Math.abs(weight / linear.weights[row]! - 1))
  expect(Math.max(...apart)).toBeGreaterThan(0.001)
  expect(Math.abs(raked.city!.estimate! - linear.city!.estimate!)).toBeLessThan(0.3 * raked.city!.se!)
})

test('bounds that the margins do not allow are refused by variable and category', async () => {
  const wave = await fielded({ method: 'logit', bounds: [0.95, 1.05] })
  await expect(weighSample(database.deps, wave)).rejects.toMatchObject({
    code: 'cannot-weigh',
    details: { variable: expect.any(String), category: expect.any(String) },
    message: expect.stringMatching(/with factors between 0.95 and 1.05: .*off by [\d.]+ %.* widen "bounds"/),
  })
})

test('two demographics together are met as the margins file counts them', async () => {
  const wave = await fielded({ margins: ['age_sex', 'race_eth'], crossings: [crossing] })
  const { diagnostics } = await weighSample(database.deps, wave)
  const margin = diagnostics.margins.find(({ variable }) => variable === 'age_sex')
  expect(diagnostics.margins.map(({ variable }) => variable)).toEqual(['area', 'age_sex', 'race_eth'])
  const total = crossedCounts.reduce((sum, { count }) => sum + count, 0)
  const young = margin?.rows.find(({ category }) => category === '18-24 × female')
  expect(young?.after).toBeCloseTo((100 * 6) / total, 7)
  for (const { after, target } of margin?.rows ?? []) expect(after).toBeCloseTo(target, 7)
})

test('a thin cell of a crossing joins one of the same sex', async () => {
  const wave = await fielded({
    margins: ['age_sex'],
    crossings: [crossing],
    collapse: { interviews: 60, share: 0.005 },
  })
  const { diagnostics } = await weighSample(database.deps, wave)
  expect(diagnostics.collapsed.length).toBeGreaterThan(0)
  for (const { category, into } of diagnostics.collapsed)
    expect(into.endsWith('female')).toBe(category.endsWith('female'))
})

test.each([
  { per: 'area' as const, places: ['1', '2', '3', '4', '5'] },
  { per: 'parent' as const, places: ['North', 'South'] },
])('a margin is met within every $per', async ({ per, places }) => {
  const wave = await fielded({ margins: ['age', 'sex'], within: [{ margin: 'age', per, interviews: 20 }] })
  const { diagnostics } = await weighSample(database.deps, wave)
  const within = diagnostics.margins.filter(({ area }) => area !== undefined)
  expect(within.map(({ variable, area }) => [variable, area])).toEqual(
    places.map((place) => [`age in ${place}`, place]),
  )
  expect(diagnostics.worst.error).toBeLessThan(1e-8)
  for (const { rows } of within) {
    expect(rows.length).toBeGreaterThan(1)
    for (const { after, target } of rows) expect(after).toBeCloseTo(target, 7)
  }
})

test('a place with too few answers for two categories is left to the city’s margins', async () => {
  const wave = await fielded({ within: [{ margin: 'sex', per: 'area', interviews: 100 }] }) // about 180 in each
  const { diagnostics } = await weighSample(database.deps, wave)
  expect(diagnostics.margins.map(({ variable }) => variable)).toEqual(['area', 'age', 'sex', 'race_eth', 'education'])
})

test('places with too few answers meet the margin together', async () => {
  const within = [{ margin: 'age', per: 'area' as const, interviews: 60 }] // areas 1 and 2 have as many twice
  const wave = await fielded({ margins: ['age'], within }, undefined, proportional)
  const { diagnostics } = await weighSample(database.deps, wave)
  expect(diagnostics.margins.map(({ variable }) => variable)).toEqual([
    'area',
    'age elsewhere',
    'age in 1',
    'age in 2',
    'age in 3',
  ])
  const elsewhere = diagnostics.margins.find(({ variable }) => variable === 'age elsewhere')
  expect(elsewhere?.rows.reduce((sum, { respondents }) => sum + respondents, 0)).toBeLessThan(100)
  expect(diagnostics.worst.error).toBeLessThan(1e-8)
})

test('a margin that the file does not count by area cannot be met there', async () => {
  const counts = smallCityCounts.filter(({ dimension, area }) => dimension !== 'age' || area === '1')
  const cityOnly = counts.map((row) => (row.dimension === 'age' ? { ...row, area: null } : row))
  const wave = await fielded({ margins: ['age'], within: [{ margin: 'age', per: 'area', interviews: 20 }] }, cityOnly)
  await expect(weighSample(database.deps, wave)).rejects.toMatchObject({
    details: { variable: 'age' },
    message: expect.stringContaining('do not count "age" by area'),
  })
})

test('what cannot be met within an area is refused by variable, category and area', async () => {
  const counts = smallCityCounts.map((row) =>
    row.area === '2' && row.category === 'female' ? { ...row, count: row.count * 40 } : row,
  )
  const weighting = { method: 'logit', bounds: [0.4, 2.5], within: [{ margin: 'sex', per: 'area', interviews: 20 }] }
  const wave = await fielded({ margins: ['age'], ...weighting } as Partial<Study['weighting']>, counts)
  await expect(weighSample(database.deps, wave)).rejects.toMatchObject({
    code: 'cannot-weigh',
    details: { variable: 'sex in 2', area: '2', category: 'male' },
    message: expect.stringMatching(/"sex in 2" = "male" of area "2" \(off by [\d.]+ %\)/),
  })
})

test('a crossing that the margins do not count in full is refused by category', async () => {
  const counts = [...smallCityCounts, ...crossedCounts.filter(({ category }) => category !== '75+|male')]
  const wave = await fielded({ margins: ['age_sex'], crossings: [crossing] }, counts)
  await expect(weighSample(database.deps, wave)).rejects.toMatchObject({
    details: { variable: 'age_sex', category: '75+ × male' },
  })
})
