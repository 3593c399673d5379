import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { estimate } from '#server/commands/estimate.ts'
import { type EstimatedWave, estimateAreas } from '#server/operations/estimate-areas.ts'
import { exportStudy } from '#server/operations/export-study.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import { publishedEstimates } from '#server/store/published-estimates.ts'
import type { Wave } from '#server/store/waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { fieldWave, numbersFrom, residentFrom, storeInterviews } from '#test/support/fielded-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const database = testDatabase()
let wave: Wave
let estimated: EstimatedWave

/** Fourteen areas of one shape; in 11 there are 20 interviews, in 12 and 13 six, in 14 none; in the others 90. */
const areas = Array.from({ length: 14 }, (_, i) => ({ ...smallCity[0]!, id: `${i + 1}`, name: `Area ${i + 1}` }))
const interviewsIn = (area: number) => (area <= 10 ? 90 : ([20, 6, 6, 0][area - 11] ?? 0))

beforeAll(async () => {
  const counts = areas.flatMap(({ id }) =>
    smallCityCounts.filter(({ area }) => area === '1').map((row) => ({ ...row, area: id })),
  )
  wave = await fieldWave(database.deps, { areas, counts })
  const random = numbersFrom(11)
  const interviews = areas.flatMap(({ id }) =>
    Array.from({ length: interviewsIn(Number(id)) }, () => {
      const answers = residentFrom(random)
      // Odd areas trust more, and women more than men.
      const more = Number(id) % 2 === 1 && answers['gender'] === 'woman' ? 2 : 0
      const trust = Math.min(5, Number(answers['trust']) + more)
      return { area: id, answers: { responsiveness: 3, ...answers, trust } }
    }),
  )
  await storeInterviews(database.db, wave, interviews)
  await weighSample(database.deps, wave)
  estimated = await estimateAreas(database.deps, wave)
})

const rowOf = <Row extends { area_id: string | null; measure: string; statistic: string; category: string | null }>(
  rows: readonly Row[],
  area: string | null,
  measure: string,
  statistic: string,
  category: string | null = null,
) =>
  rows.find(
    (row) =>
      row.area_id === area && row.measure === measure && row.statistic === statistic && row.category === category,
  )

test('every figure has a model, kept with its seed and what became of it', () => {
  const { models, estimates } = estimated
  const figures = new Set(estimates.map(({ measure, statistic, category }) => [measure, statistic, category].join()))
  expect(models).toHaveLength(figures.size)
  const net = models.find(({ measure, statistic }) => measure === 'support' && statistic === 'net')
  expect(net).toMatchObject({
    method: expect.stringMatching(/^A?REML$/),
    about: { variance: { estimate: expect.any(Number) }, coefficients: [{ name: 'intercept' }] },
  })
  expect(new Set(models.map(({ seed }) => seed))).toEqual(
    new Set([String(Number.parseInt(estimated.run.snapshot_hash.slice(0, 8), 16))]),
  )
})

test('a thin area is published as modelled, thinner ones not at all, and one without answers has the model alone', () => {
  const of = (area: string) => rowOf(estimated.modelled, area, 'support', 'net')
  expect(rowOf(estimated.estimates, '11', 'support', 'net')).toMatchObject({ withheld: 'few-respondents', n: 20 })
  expect(of('11')).toMatchObject({ method: 'modelled', published: true, withheld: null, n: 20 })
  for (const area of ['12', '13'])
    expect(of(area)).toMatchObject({ method: 'modelled', published: false, withheld: 'few-respondents', rank: null })
  expect(of('14')).toMatchObject({ method: 'model-only', n: 0, published: false, withheld: 'no-answers', rank: null })
  // Two areas are withheld: with both figures of every other one they could be solved for.
  expect(of('1')).toMatchObject({ method: 'modelled', published: false, withheld: 'protects-another' })
})

test('the modelled areas add up to the direct city estimate', () => {
  const city = rowOf(estimated.estimates, null, 'support', 'net')?.estimate
  const nets = areas.map(({ id }) => rowOf(estimated.modelled, id, 'support', 'net')?.estimate ?? NaN)
  expect(nets.reduce((sum, net) => sum + net, 0) / 14).toBeCloseTo(city ?? NaN, 12)
})

test('areas that are shown are ranked among themselves', () => {
  const ranks = areas.flatMap(({ id }) => rowOf(estimated.modelled, id, 'support', 'net')?.rank ?? [])
  expect(ranks.map(({ rank }) => rank).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  for (const { low, high, set } of ranks) {
    expect(set.low).toBeLessThanOrEqual(low)
    expect(set.high).toBeGreaterThanOrEqual(high)
  }
})

test('gaps are kept as found and as modelled, for every score and demographic', () => {
  const gaps = estimated.estimates.filter(({ statistic, area_id }) => statistic === 'gap' && area_id === null)
  expect(gaps.map(({ measure, category }) => `${measure} ${category}`).sort()).toEqual(
    ['safety', 'support'].flatMap((score) => ['age', 'education', 'race_eth', 'sex'].map((by) => `${score} ${by}`)),
  )
  const direct = rowOf(estimated.estimates, '1', 'support', 'gap', 'sex')
  expect(direct).toMatchObject({ withheld: null, n: expect.any(Number) })
  expect(rowOf(estimated.modelled, '1', 'support', 'gap', 'sex')).toMatchObject({
    method: 'modelled',
    published: true,
    withheld: null,
  })
  expect(rowOf(estimated.estimates, '12', 'support', 'gap', 'sex')).toMatchObject({ withheld: 'few-respondents' })
  expect(rowOf(estimated.modelled, '12', 'support', 'gap', 'sex')?.withheld).toBe('few-respondents')
})

test('the public reads the modelled figure where that is what is published, and of a withheld one no number', async () => {
  const rows = await publishedEstimates(database.db, estimated.run.id)
  const modelled = rowOf(estimated.modelled, '11', 'support', 'net')
  expect(rowOf(rows, '11', 'support', 'net')).toEqual({
    area_id: '11',
    measure: 'support',
    statistic: 'net',
    category: null,
    estimate: modelled?.estimate,
    se: expect.closeTo(Math.sqrt(modelled?.mse ?? NaN), 12),
    low: modelled?.low,
    high: modelled?.high,
    n: 20,
    withheld: null,
    method: 'modelled',
  })
  expect(rowOf(rows, '1', 'support', 'net')).toMatchObject({
    method: 'direct',
    estimate: rowOf(estimated.estimates, '1', 'support', 'net')?.estimate,
  })
  for (const area of ['12', '13', '14'])
    expect(rowOf(rows, area, 'support', 'net')).toMatchObject({
      estimate: null,
      se: null,
      low: null,
      high: null,
      n: null,
    })
})

test('an export has the modelled rows that may be told, and of the withheld ones nothing', async () => {
  const out = mkdtempSync(join(tmpdir(), 'canvass-models-'))
  await exportStudy(database.deps, wave, out)
  const table = readFileSync(join(out, 'estimates.csv'), 'utf8')
  rmSync(out, { recursive: true })
  const [header = [], ...rows] = parse(table)
  const cell = (row: readonly string[], name: string) => row[header.indexOf(name)]
  const modelled = rows.filter((row) => cell(row, 'method') === 'modelled')
  const told = estimated.modelled.filter(({ withheld }) => withheld === null)
  expect(modelled).toHaveLength(told.length)
  const own = modelled.find(
    (row) => ['area', 'measure', 'statistic'].map((name) => cell(row, name)).join() === '11,support,net',
  )
  // In whole points, since two areas are withheld.
  const kept = rowOf(told, '11', 'support', 'net')?.estimate ?? NaN
  expect(Number(own && cell(own, 'estimate'))).toBe(Math.round(100 * kept) / 100)
  for (const { estimate: value } of estimated.modelled.filter(({ withheld }) => withheld !== null))
    expect(table).not.toContain(String(value))
})

test('the same interviews weighed again give the same digits', async () => {
  await weighSample(database.deps, wave)
  const again = await estimateAreas(database.deps, wave)
  expect(again.run.id).not.toBe(estimated.run.id)
  const digits = (rows: readonly { run_id: string }[]) =>
    rows.map((row) => JSON.stringify({ ...row, run_id: '' })).sort()
  expect(digits(again.modelled)).toEqual(digits(estimated.modelled))
  expect(digits(again.models)).toEqual(digits(estimated.models))
})

test('the command prints both figures side by side, and none that is withheld', async () => {
  const lines: string[] = []
  const document = (await estimate.run({
    deps: database.deps,
    args: [wave.study_id],
    options: {},
    print: (line) => lines.push(line),
    progress: () => {},
    path: (file) => file,
  })) as { estimates: Record<string, unknown>[]; models: Record<string, unknown>[] }
  expect(lines.find((line) => line.startsWith('support, net:'))).toMatch(
    /11 areas shown, 1 of them as modelled, 2 withheld: few-respondents, 1 withheld: no-answers/,
  )
  expect(lines.find((line) => line.startsWith('support, gap by sex:'))).toMatch(/city \d+ \(\d+ to \d+\), p [<=] 0/)
  expect(lines.filter((line) => line.startsWith('  highest')).join('\n')).toMatch(/\d+: .*, rank \d+ to \d+, band 1/)

  const found = (area: string) =>
    document.estimates.find((row) => row['area_id'] === area && row['measure'] === 'support')
  expect(found('11')).toMatchObject({
    withheld: 'few-respondents',
    published: 'modelled',
    modelled: { n: 20, mse: expect.any(Number) },
    rank: { set: { low: expect.any(Number), high: expect.any(Number) } },
  })
  expect(found('12')).toEqual({
    area_id: '12',
    measure: 'support',
    statistic: 'net',
    category: null,
    withheld: 'few-respondents',
    published: null,
  })
  expect(found('1')).toMatchObject({ published: 'direct', n: 90 })
  expect(found('1')).not.toHaveProperty('modelled')
  expect(found('1')).toHaveProperty('rank')
  const net = document.models.find((row) => row['measure'] === 'support' && row['statistic'] === 'net')
  expect(net).not.toHaveProperty('coefficients')
  expect(net).not.toHaveProperty('outliers')
})
