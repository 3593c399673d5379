import { beforeEach, expect, test } from 'vitest'
import { estimateAreas } from '#server/operations/estimate-areas.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { answerCases, drawSample, fieldSample, sampledStudy } from '#test/support/sampled-wave.ts'

const database = testDatabase()

beforeEach(async () => {
  await database.db.deleteFrom('interviews').execute()
  await database.db.deleteFrom('pii.case_people').execute()
  await database.db.deleteFrom('sample_cases').execute()
})

/** Every weight of a run beside the case it came from. */
async function weighted(runId: string) {
  return database.db
    .selectFrom('weights as w')
    .innerJoin('interviews as i', 'i.id', 'w.interview_id')
    .leftJoin('sample_cases as c', 'c.id', 'i.case_id')
    .select(['w.base', 'w.nonresponse', 'w.composite', 'w.calibration', 'w.trim', 'w.weight', 'w.non_probability'])
    .select(['c.external_id', 'c.frame', 'c.phone_kind', 'i.area_id'])
    .where('w.run_id', '=', runId)
    .orderBy('c.external_id')
    .execute()
}

const figuresOf = async (wave: Wave) => {
  const { estimates } = await estimateAreas(database.deps, wave)
  return estimates.map((row) => JSON.stringify({ ...row, run_id: null })).sort()
}

test('a weight is the product of chance, nonresponse, composition, calibration and trimming', async () => {
  const drawn = drawSample()
  const wave = await fieldSample(database.deps, { drawn })
  const { runId, interviews, diagnostics } = await weighSample(database.deps, wave)
  const rows = await weighted(runId)
  expect(rows).toHaveLength(interviews)
  const caseOf = new Map(drawn.map((one) => [one.id, one]))
  for (const row of rows) {
    const product = row.base * row.nonresponse * row.composite * row.calibration * row.trim
    expect(product / row.weight).toBeCloseTo(1, 12)
    expect(row.non_probability).toBe(false)
    const { frame, probability, adults, lines, phoneType } = caseOf.get(row.external_id ?? '')!
    expect(row.phone_kind ?? '').toBe(phoneType)
    if (adults === '' || (frame === 'phone' && lines === '')) continue
    const household = Math.min(Number(adults), 4)
    const chances = Math.min(Number(lines), 3) * probability
    const expected =
      frame === 'address' ? household / probability : phoneType === 'landline' ? household / chances : 1 / chances
    expect(row.base).toBeCloseTo(expected, 8)
  }
  // Before calibration the two samples together stand for the adults of each area: numbers reach 95 % of them only.
  const { intake } = diagnostics
  expect(intake.drawn).toBe(interviews)
  expect(intake.frames.map(({ frame, draws }) => `${frame} ${draws}`)).toEqual(['address one-adult', 'phone numbers'])
  const people = { '1': 4000, '2': 6000, '3': 2000, '4': 800, '5': 400 }
  for (const [area, adults] of Object.entries(people)) {
    const own = rows.filter(({ area_id }) => area_id === area)
    const before = own.reduce((sum, { base, nonresponse, composite }) => sum + base * nonresponse * composite, 0)
    expect(before / adults).toBeGreaterThan(0.9)
    expect(before / adults).toBeLessThan(1.25) // who has no phone counts in full where the address sample found them
  }
  expect(diagnostics.worst.error).toBeLessThan(1e-6)
})

test('nonresponse factors are the inverse of the response rates of frame and area', async () => {
  const drawn = drawSample()
  const wave = await fieldSample(database.deps, { drawn })
  const { runId, diagnostics } = await weighSample(database.deps, wave)
  // By hand, for the numbers of area 1: weights 1/π; of the silent, those count that are eligible in all of the frame.
  const ofFrame = drawn.filter(({ frame }) => frame === 'phone')
  const sum = (cases: typeof drawn, ...statuses: (string | undefined)[]) =>
    cases.reduce((total, { probability, status }) => total + (statuses.includes(status) ? 1 / probability : 0), 0)
  const eligible = sum(ofFrame, 'complete', 'declined') / sum(ofFrame, 'complete', 'declined', 'ineligible')
  const inOne = ofFrame.filter(({ area }) => area === '1')
  const asked = sum(inOne, 'complete', 'declined') + eligible * sum(inOne, undefined)
  const rows = await weighted(runId)
  const found = rows.filter(({ frame, area_id }) => frame === 'phone' && area_id === '1')
  expect(found.length).toBeGreaterThanOrEqual(30)
  for (const { nonresponse } of found) expect(nonresponse).toBeCloseTo(asked / sum(inOne, 'complete'), 10)
  expect(diagnostics.intake.nonresponse?.eligibility).toContainEqual({
    frame: 'phone',
    share: expect.closeTo(eligible, 12),
  })
})

test('weighed again, every factor and every estimate is the same to the last digit', async () => {
  const wave = await fieldSample(database.deps)
  const first = await weighSample(database.deps, wave)
  const figures = await figuresOf(wave)
  const again = await weighSample(database.deps, wave)
  expect(again.snapshotHash).toBe(first.snapshotHash)
  expect(again.diagnostics).toEqual(first.diagnostics)
  expect(await weighted(again.runId)).toEqual(await weighted(first.runId))
  expect(await figuresOf(wave)).toEqual(figures)
})

test('cases that answer after the weighting change nothing of its estimates, and much of the next weighting', async () => {
  const drawn = drawSample()
  const wave = await fieldSample(database.deps, { drawn })
  const first = await weighSample(database.deps, wave)
  const late = drawn
    .filter(({ status }) => status === undefined)
    .map((one) => ({ ...one, status: 'complete' as const }))
  await answerCases(database.db, wave, late)
  const { estimates, run } = await estimateAreas(database.deps, wave)
  expect(run.id).toBe(first.runId)
  expect(Math.max(...estimates.map(({ n }) => n))).toBeLessThanOrEqual(first.interviews)
  const next = await weighSample(database.deps, wave)
  expect(next.snapshotHash).not.toBe(first.snapshotHash)
  expect(next.diagnostics.intake.factors.nonresponse.most).toBeLessThan(
    first.diagnostics.intake.factors.nonresponse.most,
  )
})

test('blocks count: where neighbours answer alike, errors are larger than among strangers', async () => {
  // All of a block say the same about one question; another one has nothing to do with blocks.
  const drawn = drawSample(5).map((one) => {
    const block = one.block === '' ? one.id : one.block
    const alike = 1 + (Array.from(block).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5)
    return { ...one, answers: { ...one.answers, trust: alike } }
  })
  const errorOf = async (units: string[] | undefined) => {
    await database.db.deleteFrom('interviews').execute()
    await database.db.deleteFrom('pii.case_people').execute()
    await database.db.deleteFrom('sample_cases').execute()
    const design = { strata: ['frame', 'stratum'] as const, ...(units && { units }) }
    const study = sampledStudy({ design: { ...design, strata: [...design.strata] } })
    const wave = await fieldSample(database.deps, { study, drawn })
    await weighSample(database.deps, wave)
    const { estimates } = await estimateAreas(database.deps, wave)
    const of = (name: string) =>
      estimates.find((row) => row.area_id === null && row.measure === name && row.statistic === 'net')?.se ?? NaN
    return { trust: of('support.trust'), respect: of('support.respect') }
  }
  const persons = await errorOf(undefined)
  const blocks = await errorOf(['block'])
  expect(blocks.trust).toBeGreaterThan(1.3 * persons.trust)
  expect(blocks.respect / persons.respect).toBeGreaterThan(0.7)
  expect(blocks.respect / persons.respect).toBeLessThan(1.25)
})

test('a frame of the sample that the study does not describe is refused by name', async () => {
  const study = sampledStudy({ frames: { address: { draws: 'one-adult', covers: 1 } }, combine: undefined })
  const wave = await fieldSample(database.deps, { study })
  await expect(weighSample(database.deps, wave)).rejects.toMatchObject({
    code: 'cannot-weigh',
    details: { variable: 'frame', category: 'phone' },
    message: expect.stringContaining('it has address'),
  })
})

test('a column that the sample file does not have is refused by name', async () => {
  const study = sampledStudy({ design: { units: ['Block'] } })
  const wave = await fieldSample(database.deps, { study })
  await expect(weighSample(database.deps, wave)).rejects.toMatchObject({
    code: 'cannot-weigh',
    details: { variable: 'Block' },
  })
})
