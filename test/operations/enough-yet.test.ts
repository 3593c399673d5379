import { beforeAll, beforeEach, expect, test } from 'vitest'
import { enoughForWave } from '#server/operations/enough-yet.ts'
import { estimateAreas } from '#server/operations/estimate-areas.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import { setWaveStatus, type Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { type Answered, fieldWave, numbersFrom, residentFrom, storeInterviews } from '#test/support/fielded-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const database = testDatabase()
let wave: Wave

const interviewsOf = (counts: Record<string, number>): Answered[] => {
  const random = numbersFrom(7)
  return Object.entries(counts).flatMap(([area, count]) =>
    Array.from({ length: count }, () => ({ area, answers: residentFrom(random) })),
  )
}

beforeAll(async () => {
  wave = await fieldWave(database.deps, { areas: smallCity, counts: smallCityCounts })
  await setWaveStatus(database.db, wave.id, 'open', new Date('2026-03-02T09:00:00Z'))
})

beforeEach(async () => {
  await database.db.deleteFrom('interviews').execute()
})

const runs = () => database.db.selectFrom('weighting_runs').select('id').execute()

test('a wave in the field is told which areas are there, and nothing is stored', async () => {
  await storeInterviews(database.db, wave, interviewsOf({ '1': 220, '2': 220, '3': 100, '4': 12, '5': 60 }))
  const before = await runs()
  const found = await enoughForWave(database.deps, wave, { halfWidth: 0.1 })
  expect(await runs()).toEqual(before)

  expect(found).toMatchObject({ measure: 'support', decidedBy: 'direct', interviews: 612, minimumInterviews: 30 })
  const statuses = Object.fromEntries(found.areas.map(({ area, status }) => [area, status]))
  expect(statuses).toEqual({
    '1': 'there',
    '2': 'there',
    '3': 'there',
    '4': 'short',
    '5': 'few-residents',
    '6': 'unpopulated',
  })
  const thin = found.areas.find(({ area }) => area === '4')
  expect(thin?.more).toBeGreaterThanOrEqual(30 - 12)
  expect(found.more).toBe(thin?.more)
  expect(JSON.stringify(found)).not.toContain('estimate')

  // What it says of an area is what weighing and estimating give, once they are asked for.
  await weighSample(database.deps, wave)
  const { estimates } = await estimateAreas(database.deps, wave)
  const of = (statistic: string) =>
    estimates.find((row) => row.area_id === '1' && row.measure === 'support' && row.statistic === statistic)
  const [support, discord] = found.areas[0]?.measures ?? []
  for (const [known, row] of [
    [support, of('support')],
    [discord, of('polarization')],
  ] as const)
    expect(known?.direct?.halfWidth).toBeCloseTo(((row?.high ?? NaN) - (row?.low ?? NaN)) / 2, 12)
})

test('another score can be asked for, and one that is not there is named', async () => {
  await storeInterviews(database.db, wave, interviewsOf({ '1': 60, '2': 60, '3': 60, '4': 60 }))
  const found = await enoughForWave(database.deps, wave, { halfWidth: 0.02, score: 'safety' })
  expect(found).toMatchObject({ measure: 'safety', there: 0, short: 4 })
  const ask = enoughForWave(database.deps, wave, { halfWidth: 0.1, score: 'weather' })
  await expect(ask).rejects.toThrow('has no score weather; its scores: support, safety')
})

test('before the city could be shown there is nothing to forecast from', async () => {
  await storeInterviews(database.db, wave, interviewsOf({ '1': 20 }))
  await expect(enoughForWave(database.deps, wave, { halfWidth: 0.1 })).rejects.toThrow('has 20 complete interviews')
})
