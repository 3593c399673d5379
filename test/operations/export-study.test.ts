import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { estimateAreas } from '#server/operations/estimate-areas.ts'
import { exportStudy } from '#server/operations/export-study.ts'
import { weighSample } from '#server/operations/weigh-sample.ts'
import type { Wave } from '#server/store/waves.ts'
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
const folder = mkdtempSync(join(tmpdir(), 'canvass-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

let wave: Wave

/** The first interview is known in full; 200 others are there to be weighed; the last was left. */
const interviews: Answered[] = (() => {
  const random = numbersFrom(3)
  const known = {
    adult: true,
    contact: false,
    trust: 4,
    comment: 'My name is on this',
    race_ethnicity: ['white', 'asian'],
    home_zip: '10001',
    issue: 'guns',
    age_group: '25-34',
  }
  return [
    { area: '1', answers: known },
    ...Array.from({ length: 200 }, (_, i) => ({ area: String(1 + (i % 5)), answers: residentFrom(random) })),
    { area: null, answers: { adult: true }, status: 'in-progress' as const },
  ]
})()

beforeAll(async () => {
  const areas = smallCity.map((area) => (area.id === '3' ? { ...area, name: '=cmd()' } : area))
  wave = await fieldWave(database.deps, { areas, counts: smallCityCounts })
  await storeInterviews(database.db, wave, interviews)
  await database.db
    .updateTable('interviews')
    .set({
      fold: JSON.stringify({
        given: { respect: { kind: 'refused', mode: 'web' }, gender: { kind: 'dont-know', mode: 'sms' } },
      }),
    })
    .where('id', '=', interviewId(1))
    .execute()
})

let out: string
beforeEach(() => {
  out = mkdtempSync(join(folder, 'out-'))
})

function rowsOf(name: string): Record<string, string>[] {
  return parse(readFileSync(join(out, name)), { columns: true })
}

test('before anything is weighed, responses have empty weights and nothing is estimated', async () => {
  const exported = await exportStudy(database.deps, wave, out)
  expect(exported).toMatchObject({ interviews: 202, runId: null, estimated: false })
  expect(readdirSync(out).sort()).toEqual([
    'README.txt',
    'codebook.csv',
    'codebook.md',
    'estimates.csv',
    'responses.csv',
  ])
  expect(rowsOf('responses.csv')[0]?.weight).toBe('')
  expect(rowsOf('estimates.csv')).toEqual([])
})

test('a row is an interview in codes, with its weight, and without words, case or person', async () => {
  const { runId } = await weighSample(database.deps, wave)
  const exported = await exportStudy(database.deps, wave, out)
  expect(exported.files).toContain('weighting.json')

  const [row] = rowsOf('responses.csv')
  const header = Object.keys(row ?? {})
  expect(header.slice(0, 14).join()).toBe(
    'interview_id,study,version,wave,mode_start,mode_end,language,area,area_source,status,started_at,completed_at,weight,base_weight',
  )
  expect(header).not.toContain('comment')
  expect(header).not.toContain('home_zip')
  expect(header.some((name) => /case|person|phone/.test(name))).toBe(false)
  expect(row).toMatchObject({
    interview_id: interviewId(1),
    study: 'community-trust',
    wave: String(wave.number),
    mode_start: 'web',
    mode_end: 'sms',
    area: '1',
    area_source: 'list',
    status: 'complete',
    started_at: '2026-03-02T10:00:00.000Z',
    adult: '1',
    contact: '0',
    trust: '4',
    respect: '-9',
    gender: '-8',
    contact_reason: '',
    issue: 'guns',
    race_ethnicity_white: '1',
    race_ethnicity_asian: '1',
    race_ethnicity_black: '0',
    base_weight: '1',
  })
  const weights = await database.db.selectFrom('weights').selectAll().where('run_id', '=', runId).execute()
  const weightOf = new Map(weights.map(({ interview_id, weight }) => [interview_id, weight]))
  const responses = rowsOf('responses.csv')
  expect(responses.map(({ weight }) => (weight === '' ? undefined : Number(weight)))).toEqual(
    responses.map(({ interview_id }) => weightOf.get(interview_id ?? '')),
  )
  expect(responses.at(-1)).toMatchObject({
    status: 'in-progress',
    completed_at: '',
    weight: '',
    race_ethnicity_white: '',
  })
  expect(readFileSync(join(out, 'responses.csv'), 'utf8')).not.toContain('My name')
})

test('every column and every code of the responses stands in the codebook, and what was left out', async () => {
  await exportStudy(database.deps, wave, out)
  const codebook = rowsOf('codebook.csv')
  const responses = rowsOf('responses.csv')
  const codes = new Map<string, Set<string>>()
  for (const { column = '', row, code = '' } of codebook)
    if (row === 'label' || row === 'missing') codes.set(column, (codes.get(column) ?? new Set()).add(code))
  for (const response of responses)
    for (const [column, value] of Object.entries(response)) {
      expect(codebook.some((row) => row.column === column)).toBe(true)
      if (value !== '' && codes.has(column) && !['study', 'area'].includes(column))
        expect(codes.get(column)).toContain(value)
    }
  expect(codebook.filter(({ row }) => row === 'left out').map(({ column }) => column)).toEqual(['comment', 'home_zip'])
  expect(codebook.find(({ column, code }) => column === 'issue' && code === 'guns')).toMatchObject({
    en: expect.any(String),
    es: expect.any(String),
  })
  const text = readFileSync(join(out, 'codebook.md'), 'utf8')
  expect(text).toContain('**Invented data from a rehearsal. Nobody was asked.**')
  expect(text).toContain('## race_ethnicity_white')
})

test('estimates have their errors; withheld ones have the reason alone; names run no formula', async () => {
  await weighSample(database.deps, wave)
  const { estimates, modes } = await estimateAreas(database.deps, wave)
  const exported = await exportStudy(database.deps, wave, out)
  expect(exported.estimated).toBe(true)
  expect(JSON.parse(readFileSync(join(out, 'weighting.json'), 'utf8'))).toMatchObject({
    diagnostics: { intake: { drawn: 0 } },
    modes: JSON.parse(JSON.stringify(modes)),
  })

  const rows = rowsOf('estimates.csv')
  expect(rows).toHaveLength(estimates.length)
  const city = rows.find(({ area, measure, statistic }) => area === '' && measure === 'support' && statistic === 'net')
  const kept = estimates.find(
    ({ area_id, measure, statistic }) => area_id === null && measure === 'support' && statistic === 'net',
  )
  expect(Number(city?.estimate)).toBe(kept?.estimate)
  expect(Number(city?.high)).toBe(kept?.high)
  const withheld = rows.filter((row) => row.withheld !== '')
  expect(withheld.length).toBeGreaterThan(0)
  for (const { estimate, se, low, high, n, n_effective, design_effect } of withheld)
    expect([estimate, se, low, high, n, n_effective, design_effect].join('')).toBe('')
  expect(rows.find(({ area }) => area === '3')?.area_name).toBe("'=cmd()")
})

test('an earlier export is replaced, and a folder with other files is left alone', async () => {
  await exportStudy(database.deps, wave, out)
  await exportStudy(database.deps, wave, out)
  writeFileSync(join(out, 'thesis.doc'), 'mine')
  await expect(exportStudy(database.deps, wave, out)).rejects.toThrow('holds other files (thesis.doc)')
  expect(readFileSync(join(out, 'thesis.doc'), 'utf8')).toBe('mine')
})
