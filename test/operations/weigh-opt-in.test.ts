import { beforeEach, expect, test } from 'vitest'
import { weighSample } from '#server/operations/weigh-sample.ts'
import { testDatabase } from '#test/support/databases.ts'
import { interviewId, numbersFrom, residentFrom, storeInterviews } from '#test/support/fielded-wave.ts'
import { drawSample, fieldSample, sampledStudy } from '#test/support/sampled-wave.ts'

const database = testDatabase()

beforeEach(async () => {
  await database.db.deleteFrom('interviews').execute()
  await database.db.deleteFrom('pii.case_people').execute()
  await database.db.deleteFrom('sample_cases').execute()
})

/** A drawn sample, and beside it people who came on their own: most in area 1, and all of area 5. */
async function fieldBoth(weighting: Parameters<typeof sampledStudy>[0]) {
  const drawn = drawSample(3, 1.5).filter(({ area }) => area !== '5')
  const wave = await fieldSample(database.deps, { study: sampledStudy(weighting), drawn })
  const random = numbersFrom(8)
  const came = ['1', '1', '1', '2', '3', '5'].flatMap((area) =>
    Array.from({ length: 60 }, () => ({ area, answers: residentFrom(random) })),
  )
  await storeInterviews(database.db, wave, came)
  return { wave, came: came.length }
}

const optIn = { covariates: ['age', 'sex', 'race_eth'], atMost: 0.25, designEffect: 1.5 }

test('people who came on their own are marked, have pseudo-weights and never more than their share of an area', async () => {
  const { wave, came } = await fieldBoth({ optIn })
  const { runId, diagnostics, interviews } = await weighSample(database.deps, wave)
  const rows = await database.db
    .selectFrom('weights as w')
    .innerJoin('interviews as i', 'i.id', 'w.interview_id')
    .select(['w.base', 'w.nonresponse', 'w.composite', 'w.calibration', 'w.trim', 'w.weight', 'w.non_probability'])
    .select(['i.area_id', 'i.case_id'])
    .where('w.run_id', '=', runId)
    .execute()
  expect(rows).toHaveLength(interviews)
  expect(rows.filter((row) => row.non_probability)).toHaveLength(came)
  for (const row of rows) {
    expect(row.non_probability).toBe(row.case_id === null)
    const product = row.base * row.nonresponse * row.composite * row.calibration * row.trim
    expect(product / row.weight).toBeCloseTo(1, 12)
  }
  const shareIn = (area: string) => {
    const before = rows.flatMap(({ area_id, base, nonresponse, composite, non_probability }) =>
      area_id === area ? [{ weight: base * nonresponse * composite, own: non_probability === true }] : [],
    )
    const sum = (some: typeof before) => some.reduce((total, { weight }) => total + weight, 0)
    return sum(before.filter(({ own }) => own)) / sum(before)
  }
  const { shares } = diagnostics.intake.optIn ?? { shares: [] }
  const one = shares.find(({ area }) => area === '1')
  expect(one).toMatchObject({ came: 180, share: 0.25 }) // 180 / 1.5 beside about 150 would be more
  expect(shareIn('1')).toBeCloseTo(0.25, 10)
  const two = shares.find(({ area }) => area === '2')
  expect(two?.share).toBeCloseTo(60 / 1.5 / ((two?.drawn ?? 0) + 60 / 1.5), 12)
  expect(shareIn('2')).toBeCloseTo(two?.share ?? NaN, 10)
  expect(shares.find(({ area }) => area === '5')).toEqual({ area: '5', drawn: 0, came: 60, share: 1 })
  expect(diagnostics.warnings).toContainEqual('Only people who came on their own answered in 5.')
  expect(diagnostics.worst.error).toBeLessThan(1e-6)
})

test('where the study says nothing of them they start at 1, as ever, and the reader is told', async () => {
  const { wave, came } = await fieldBoth({})
  const { runId, diagnostics, interviews } = await weighSample(database.deps, wave)
  const one = await database.db
    .selectFrom('weights')
    .select(['base', 'nonresponse', 'composite', 'non_probability'])
    .where('run_id', '=', runId)
    .where('interview_id', '=', interviewId(1))
    .executeTakeFirstOrThrow()
  expect(one).toEqual({ base: 1, nonresponse: 1, composite: 1, non_probability: true })
  expect(diagnostics.warnings).toContainEqual(
    `${interviews - came} of the interviews come from a sample with known chances, the others do not and start at 1.`,
  )
})
