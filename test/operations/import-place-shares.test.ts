import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importAreas } from '#server/operations/import-areas.ts'
import { importPlacesFile } from '#server/operations/import-place-shares.ts'
import { geographyOf } from '#server/store/areas.ts'
import { testDatabase } from '#test/support/databases.ts'

const database = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'canvass-places-'))
afterAll(() => rmSync(folder, { recursive: true }))

function importing(...rows: string[]) {
  const file = join(folder, 'places.csv')
  writeFileSync(file, ['place,area,share', ...rows].join('\n'))
  return importPlacesFile(database.deps, { layer: 'precinct', file })
}

beforeAll(async () => {
  const areas = ['1', '2', '3'].map((id) => ({
    id,
    name: id,
    parent: null,
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    },
  }))
  await importAreas(database.deps, { layer: 'precinct', areas })
})

test('shares come in scaled to 1, and it is told how many places settle the area', async () => {
  const imported = await importing(
    '00501,1,0.5999',
    '00501,2,0.4',
    '10001,2,.9',
    '10001,1,.1',
    '10002,1,1',
    '10002,2,0',
  )
  expect(imported).toMatchObject({ version: 1, places: 3, decisive: 2, areasWithoutPlace: ['3'] })
  const layer = await database.db.selectFrom('area_layers').select('id').executeTakeFirstOrThrow()
  const { places } = await geographyOf(database.db, layer.id, imported.placeSetId)
  expect(places).toEqual({
    '00501': [
      { area: '1', share: 0.5999 / 0.9999 },
      { area: '2', share: 0.4 / 0.9999 },
    ],
    '10001': [
      { area: '2', share: 0.9 },
      { area: '1', share: 0.1 },
    ],
    '10002': [{ area: '1', share: 1 }],
  })
  expect(await importing('10002,1,1')).toMatchObject({ version: 2 })
})

test.each([
  { row: '10001,9,1', finding: 'Line 2 names the area "9", which the layer does not have.' },
  { row: ',1,1', finding: 'Line 2 names no place.' },
  { row: '10001,1,-1', finding: 'Line 2 has the share "-1": a number from 0 to 1 is needed.' },
  { row: '10001,1,100 %', finding: 'Line 2 has the share "100 %"' },
  { row: '10001,1,0.5\n10001,1,0.5', finding: 'Line 3 gives 10001 and area 1 a share that line 2 gave already.' },
  { row: '10001,1,0.5\n10001,2,0.4', finding: 'The shares of place 10001 sum to 0.9000, not to 1.' },
])('refused: $finding', async ({ row, finding }) => {
  const refusal = await importing(row).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'bad-file', details: { findings: [expect.stringContaining(finding)] } })
})
