import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { report } from '#server/commands/report.ts'
import { produceReport } from '#server/operations/produce-report.ts'
import { testDatabase } from '#test/support/databases.ts'
import { publishedWave, secretWritten } from '#test/support/published-wave.ts'
import { smallCity } from '#test/support/small-city.ts'

const database = testDatabase()
const out = mkdtempSync(join(tmpdir(), 'canvass-report-'))

beforeAll(async () => {
  // Ids as files bring them: in capitals, with signs that no file may be named by.
  const odd = smallCity.map((area) => (area.id === '6' ? { ...area, id: '../6' } : area))
  await publishedWave(database.deps, odd)
})
afterAll(() => rmSync(out, { recursive: true }))

test('the maps and every report are written as pages that need nothing else', async () => {
  const { files } = await produceReport(database.deps, { study: 'community-trust', out })
  expect(readdirSync(out).sort()).toEqual(files.toSorted())
  expect(files).toEqual(['index.html', 'area-_6.html', ...['1', '2', '3', '4', '5'].map((id) => `area-${id}.html`)])
  for (const file of files) {
    const page = readFileSync(join(out, file), 'utf8')
    const leadsTo = [...page.matchAll(/ (?:href|src)="([^"#]+)"/g)].map(([, address = '']) => address)
    expect(leadsTo.filter((address) => !files.includes(address))).toEqual([])
    expect(page).toContain('--support-0')
    expect(page).not.toMatch(/@import|url\((?!#)/)
    expect(page.replaceAll(/<style>.*?<\/style>|\b(?:d|x|y|cx|cy|r|viewBox)="[^"]*"/gs, '')).not.toMatch(secretWritten)
  }
})

test('one area’s report stands alone, in the language asked for', async () => {
  const alone = join(out, 'alone')
  const { files } = await produceReport(database.deps, {
    study: 'community-trust',
    area: '1',
    language: 'es',
    out: alone,
  })
  expect(files).toEqual(['area-1.html'])
  const page = readFileSync(join(alone, 'area-1.html'), 'utf8')
  expect(page).toContain('Qué se puede hacer ahora')
  expect(page).not.toContain('index.html')
})

test('earlier pages are replaced, and a folder with other files is left alone', async () => {
  const wanted = { study: 'community-trust', out: join(out, 'twice') }
  await produceReport(database.deps, wanted)
  const { files } = await produceReport(database.deps, wanted)
  writeFileSync(join(wanted.out, 'thesis.html'), 'mine')
  rmSync(join(wanted.out, 'index.html'))
  await expect(produceReport(database.deps, wanted)).rejects.toThrow('holds other files (thesis.html)')
  expect(readdirSync(wanted.out).sort()).toEqual(
    [...files.filter((file) => file !== 'index.html'), 'thesis.html'].sort(),
  )
})

test('an area, a wave or a study that is not there is refused', async () => {
  const study = 'community-trust'
  await expect(produceReport(database.deps, { study, area: '77', out })).rejects.toMatchObject({ code: 'no-such-area' })
  await expect(produceReport(database.deps, { study, wave: 7, out })).rejects.toMatchObject({ code: 'no-such-wave' })
  await expect(produceReport(database.deps, { study: 'x', out })).rejects.toMatchObject({ code: 'no-such-study' })
})

test('the command says how many reports it wrote and where', async () => {
  const printed: string[] = []
  await report.run({
    deps: database.deps,
    args: ['community-trust'],
    options: { out: 'reports' },
    print: (line) => printed.push(line),
    progress: () => {},
    path: (file) => join(out, file),
  })
  expect(printed).toEqual([
    `Wave 1 of community-trust: the maps and 6 reports are in ${out}/reports`,
    `Open ${out}/reports/index.html`,
  ])
})
