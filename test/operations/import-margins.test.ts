import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importAreas } from '#server/operations/import-areas.ts'
import { importMargins } from '#server/operations/import-margins.ts'
import { readMarginsFile } from '#server/operations/read-margins-file.ts'
import { latestMarginSet } from '#server/store/areas.ts'
import { marginsOf } from '#server/store/margins.ts'
import { testDatabase } from '#test/support/databases.ts'

const database = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'canvass-margins-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(content: string | Buffer): string {
  const path = join(folder, 'margins.csv')
  writeFileSync(path, content)
  return path
}

const header = 'area,universe,dimension,category,count'
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]

beforeAll(async () => {
  const areas = ['1', '2', '3'].map((id) => ({
    id,
    name: id,
    parent: null,
    geometry: { type: 'Polygon' as const, coordinates: [square] },
  }))
  await importAreas(database.deps, { layer: 'precinct', areas })
})

test('a file as spreadsheets write it is read: byte order mark, CRLF, quotes, more columns, rows for the city', async () => {
  const rows = [
    'precinct,borough,universe,dimension,category,count,source',
    '1,North,adults,total,all,1000,census',
    '',
    '1,North,households,income,"$10,000 to $14,999",12.5,',
    ',North,adults,sex,female,520,"""2020"" census"',
  ]
  expect(await readMarginsFile(file(`\uFEFF${rows.join('\r\n')}\r\n`), 'precinct')).toEqual([
    { area: '1', universe: 'adults', dimension: 'total', category: 'all', count: 1000, source: 'census' },
    {
      area: '1',
      universe: 'households',
      dimension: 'income',
      category: '$10,000 to $14,999',
      count: 12.5,
      source: null,
    },
    { area: null, universe: 'adults', dimension: 'sex', category: 'female', count: 520, source: '"2020" census' },
  ])
})

test.each([
  { content: '', finding: 'It is empty' },
  { content: header, finding: 'It has no rows' },
  {
    content: 'precinct,universe,dimension,category,count\n',
    finding: 'It has no column "area". Its header is: precinct, universe',
  },
  { content: 'area;universe;dimension;category;count\n', finding: 'Its header is: columns separated by semicolons.' },
  { content: `${header},count\n`, finding: 'It has the column "count" more than once.' },
  { content: `${header}\n1,adults,total,all,-5\n`, finding: 'Line 2 has the count "-5"' },
  { content: `${header}\n1,adults,total,all,NaN\n`, finding: 'Line 2 has the count "NaN"' },
  {
    content: `${header}\n1,adults,total,all,"1,000"\n`,
    finding: 'Line 2 has the count "1,000": a number of 0 or more is needed, written like 1234.',
  },
  { content: `${header}\n1,adults,total,all,\n`, finding: 'Line 2 has the count ""' },
  { content: `${header}\n1,adults,total,all,1e13\n`, finding: 'Line 2 has the count "1e13"' },
  { content: `${header}\n1,,total,all,5\n`, finding: 'Line 2 must say its universe, its dimension and its category.' },
  {
    content: `${header}\n1,adults,total,all,5\n\n1,adults,total,all,6\n`,
    finding: 'Line 4 counts the same as line 2: adults, total, all in 1.',
  },
  { content: `${header}\n1,adults,total\n`, finding: 'Line 2 has 3 columns, the header has 5.' },
  { content: `${header}\n1,adults,total,"all,5\n`, finding: 'It is not CSV as we read it' },
  {
    content: Buffer.concat([Buffer.from(`${header}\n1,adults,total,caf`), Buffer.of(0xe9), Buffer.from(',5\n')]),
    finding: 'It is not UTF-8 text. Save it again as "CSV UTF-8".',
  },
])('refused: $finding', async ({ content, finding }) => {
  const refusal = await readMarginsFile(file(content)).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'bad-file', details: { findings: [expect.stringContaining(finding)] } })
})

test('a file that is not there is refused', async () => {
  await expect(readMarginsFile(join(folder, 'nowhere.csv'))).rejects.toThrow('There is no such file')
})

function counted(area: string | null, dimension: string, category: string, count: number, universe = 'adults') {
  return { area, universe, dimension, category, count, source: null }
}

test('what did not join is told in both directions, with nobody’s areas and sums that do not fit', async () => {
  const counts = [
    counted('1', 'total', 'all', 1000),
    counted('1', 'sex', 'female', 500),
    counted('1', 'sex', 'male', 560),
    counted('2', 'total', 'all', 0),
    counted('9', 'total', 'all', 400),
    counted('9', 'sex', 'female', 400),
    counted(null, 'education', 'degree', 300, 'adults 25+'),
  ]
  const imported = await importMargins(database.deps, { layer: 'precinct', counts })
  expect(imported).toMatchObject({
    version: 1,
    cells: 5,
    notInLayer: [{ area: '9', rows: 2 }],
    areasWithoutCounts: ['3'],
    universes: [
      {
        universe: 'adults',
        total: 1000,
        unpopulated: ['2'],
        dimensions: [
          { dimension: 'total', categories: 1, sum: 1000 },
          { dimension: 'sex', categories: 2, sum: 1060 },
        ],
      },
      {
        universe: 'adults 25+',
        total: undefined,
        unpopulated: [],
        dimensions: [{ dimension: 'education', categories: 1, sum: 300 }],
      },
    ],
    warnings: [
      'adults, sex: the categories sum to 1,060, the total is 1,000 (+6.0 %).',
      'adults, sex: in one area the categories do not sum to the total, most in 1 (+6.0 %).',
    ],
  })
  expect(await marginsOf(database.db, imported.marginSetId)).toHaveLength(5)
})

test('a second import makes a new version', async () => {
  const again = await importMargins(database.deps, { layer: 'precinct', counts: [counted('1', 'total', 'all', 7)] })
  expect(again.version).toBe(2)
  const layer = await database.db.selectFrom('area_layers').select('id').executeTakeFirstOrThrow()
  expect(await latestMarginSet(database.db, layer.id)).toBe(again.marginSetId)
})

test('margins without an area in common with the layer are refused, with examples of both', async () => {
  await expect(
    importMargins(database.deps, { layer: 'precinct', counts: [counted('P1', 'total', 'all', 7)] }),
  ).rejects.toThrow('No area of these margins is in layer "precinct". They name P1; the layer has 1, 2, 3.')
})

test('an import that fails half-way leaves nothing behind', async () => {
  const counts = [
    ...Array.from({ length: 900 }, (_, i) => counted('1', 'age', `${i}`, 1)),
    counted('1', 'age', '0', 1), // the same cell again, which the table refuses
  ]
  await expect(importMargins(database.deps, { layer: 'precinct', counts })).rejects.toThrow()
  expect(await database.db.selectFrom('margin_sets').select('version').orderBy('version').execute()).toEqual([
    { version: 1 },
    { version: 2 },
  ])
})

test('margins for a layer that does not exist name the command that makes it', async () => {
  await expect(importMargins(database.deps, { layer: 'tract', counts: [] })).rejects.toThrow(
    'Import it first: npx canvass areas import tract',
  )
})
