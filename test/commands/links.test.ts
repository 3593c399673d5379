import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { prepare, run } from '#server/cli.ts'
import { beginWave, changeWave } from '#server/operations/field-waves.ts'
import { publishStudy } from '#server/operations/publish-study.ts'
import { bundledStudy, insertTinyCity } from '#test/support/fielding.ts'
import { testDatabase } from '#test/support/databases.ts'

const at = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'canvass-links-'))
const file = join(folder, 'links.csv')

beforeAll(async () => {
  await insertTinyCity(at.deps)
  await publishStudy(at.deps, bundledStudy)
  await beginWave(at.deps, 'community-trust', { invented: false, status: 'open' })
})

async function links(...options: string[]) {
  const said = { out: '', error: '' }
  const prepared = prepare(['links', 'community-trust', ...options])
  if ('text' in prepared) throw new Error(prepared.text)
  const exitCode = await run(prepared, at.deps, folder, {
    out: (text) => (said.out += text),
    error: (text) => (said.error += text),
    progress: () => {},
  })
  return { exitCode, ...said }
}

type Row = { case_id: string; link: string; area: string; language: string }
const rowsOf = (path: string): Row[] => parse(readFileSync(path), { columns: true })

test('links are keys of 128 bits in a file for its owner alone; the database has their hashes', async () => {
  const made = await links('--count', '3', '--area', '3', '--language', 'es', '--out', 'links.csv')
  expect(made).toMatchObject({ exitCode: 0, error: '' })
  expect(made.out).not.toContain('/i/')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const rows = rowsOf(file)
  expect(rows).toHaveLength(3)
  expect(new Set(rows.map(({ link }) => link)).size).toBe(3)
  for (const { link, area, language } of rows) {
    expect({ area, language }).toEqual({ area: '3', language: 'es' })
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/i\/[\w-]{22}$/)
  }
  const cases = await at.db.selectFrom('sample_cases').selectAll().execute()
  expect(cases.map(({ id }) => id).sort()).toEqual(rows.map(({ case_id }) => case_id).sort())
  for (const { link } of rows) expect(JSON.stringify(cases)).not.toContain(link.slice(-22))
})

test.each([
  { options: ['--out', 'x.csv'], exitCode: 2, error: '--count n' },
  { options: ['--count', '0', '--out', 'x.csv'], exitCode: 2, error: '--count takes a whole number' },
  { options: ['--count', '2'], exitCode: 2, error: '--out <file.csv>' },
  { options: ['--count', '2', '--out', 'links.csv'], exitCode: 1, error: 'links.csv exists' },
  { options: ['--count', '2', '--out', 'x.csv', '--area', '99'], exitCode: 1, error: 'no area "99"' },
  { options: ['--count', '2', '--out', 'x.csv', '--language', 'xx'], exitCode: 1, error: 'not in "xx"' },
  { options: ['--count', '2', '--out', 'x.csv', '--wave', '9'], exitCode: 1, error: 'has no wave 9' },
  { options: ['--count', '2', '--out', 'no/such/x.csv'], exitCode: 1, error: 'ENOENT' },
])('$options makes no link', async ({ options, exitCode, error }) => {
  const before = await at.db.selectFrom('sample_cases').select('id').execute()
  const refused = await links(...options)
  expect(refused).toMatchObject({ exitCode, error: expect.stringContaining(error) })
  expect(await at.db.selectFrom('sample_cases').select('id').execute()).toEqual(before)
})

test('more links than are stored at once are all in the file and in the database', async () => {
  expect(await links('--count', '2500', '--out', 'many.csv')).toMatchObject({ exitCode: 0, error: '' })
  const rows = rowsOf(join(folder, 'many.csv'))
  expect(new Set(rows.map(({ link }) => link)).size).toBe(2500)
  const cases = await at.db.selectFrom('sample_cases').select('id').execute()
  const stored = new Set(cases.map(({ id }) => id))
  expect(rows.filter(({ case_id }) => !stored.has(case_id))).toEqual([])
})

test('a link opens the survey of its wave, and is no case of the wave after it', async () => {
  const app = await buildApp(at.deps)
  const [{ link } = { link: '' }] = rowsOf(file)
  const path = new URL(link).pathname
  const opened = await app.inject({ url: path })
  expect(opened).toMatchObject({ statusCode: 303, headers: { location: '/s/community-trust?lang=es' } })
  const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]))

  await changeWave(at.deps, 'community-trust', undefined, 'closed')
  await beginWave(at.deps, 'community-trust', { invented: false, status: 'open' })
  const late = await app.inject({ url: path, headers: { accept: 'text/html', 'accept-language': 'es' } })
  expect(late.statusCode).toBe(410)
  expect(late.body).toContain('Esta encuesta está cerrada')
  const [interviewId = ''] = cookies['canvass.community-trust']?.split('.') ?? []
  const event = {
    id: crypto.randomUUID(),
    type: 'answered',
    question: 'adult',
    value: true,
    at: '2026-11-23T12:00:00Z',
  }
  const answered = await app.inject({
    method: 'POST',
    url: `/api/interviews/${interviewId}/events`,
    cookies,
    payload: { study: 'community-trust', language: 'es', events: [event] },
  })
  expect(answered.json()).toMatchObject({ events: [{ verdict: 'accepted' }], next: 'lives_here' })
  const begun = await at.db.selectFrom('interviews').select(['case_id', 'area_id']).execute()
  expect(begun).toEqual([{ case_id: null, area_id: null }])
  await app.close()
  expect((await links('--count', '1', '--out', 'late.csv', '--wave', '1')).error).toContain('not taking answers')
})
