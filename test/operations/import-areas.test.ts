import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { areasFromGeoJson, mostAreas } from '#server/operations/areas-from-geojson.ts'
import { importAreas } from '#server/operations/import-areas.ts'
import { readAreasFile } from '#server/operations/read-areas-file.ts'
import { areasOf, findLayer } from '#server/store/areas.ts'
import { testDatabase } from '#test/support/databases.ts'

const database = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'canvass-areas-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A closed square of 0.01° with its lower left corner at a place, counter-clockwise. */
function square(x: number, y: number, side = 0.01): number[][] {
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ]
}

function feature(
  properties: object | null,
  geometry: object | null = { type: 'Polygon', coordinates: [square(0, 0)] },
) {
  return { type: 'Feature', properties, geometry }
}

function collection(...features: unknown[]) {
  return { type: 'FeatureCollection', features }
}

test('polygons, multipolygons and holes come in, wound as RFC 7946 says and without heights', () => {
  const hole = square(0.002, 0.002, 0.002)
  const clockwiseWithHeights = square(1, 1)
    .reverse()
    .map((position) => [...position, 12])
  const { areas, findings } = areasFromGeoJson(
    collection(
      feature({ id: 1, name: ' First ', in: 'North' }, { type: 'Polygon', coordinates: [square(0, 0), hole] }),
      feature(
        { id: '2', name: 'Second', in: 'South' },
        { type: 'MultiPolygon', coordinates: [[clockwiseWithHeights], [square(2, 2)]] },
      ),
    ),
    { id: 'id', name: 'name', parent: 'in' },
  )
  expect(findings).toEqual([])
  expect(areas).toEqual([
    {
      id: '1',
      name: 'First',
      parent: 'North',
      geometry: { type: 'Polygon', coordinates: [square(0, 0), [...hole].reverse()] },
    },
    {
      id: '2',
      name: 'Second',
      parent: 'South',
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [1, 1],
              [1.01, 1],
              [1.01, 1.01],
              [1, 1.01],
              [1, 1],
            ],
          ],
          [square(2, 2)],
        ],
      },
    },
  ])
})

test.each<{ file: string; json: unknown; finding: string }>([
  { file: 'no GeoJSON', json: { areas: [] }, finding: 'not a GeoJSON FeatureCollection' },
  { file: 'a bare list', json: [], finding: 'not a GeoJSON FeatureCollection' },
  { file: 'no areas', json: collection(), finding: 'no features' },
  {
    file: 'too many areas',
    json: collection(...Array.from({ length: mostAreas + 1 }, (_, id) => feature({ id }))),
    finding: '2001 features; a layer has at most 2000 areas',
  },
  {
    file: 'a projected file',
    json: collection(feature({ id: 7 }, { type: 'Polygon', coordinates: [square(987_654, 203_111)] })),
    finding: 'feature 1 (id 7) is at 987654, 203111. It looks projected: export it again as longitude and latitude',
  },
  {
    file: 'another reference system',
    json: {
      ...collection(feature({ id: 7 })),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2263' } },
    },
    finding: 'coordinates in urn:ogc:def:crs:EPSG::2263. It looks projected',
  },
  { file: 'no feature', json: collection('a place'), finding: 'Feature 1 is not a GeoJSON Feature' },
  {
    file: 'a missing id',
    json: collection(feature({ precinct: 7 })),
    finding: 'Feature 1 has no text or number in "id". Its properties are: precinct.',
  },
  { file: 'no properties', json: collection(feature(null)), finding: 'Its properties are: none.' },
  {
    file: 'a line break in an id',
    json: collection(feature({ id: '7\n8' })),
    finding: 'Feature 1 has a "id" with a line break',
  },
  {
    file: 'the same id twice',
    json: collection(feature({ id: 7 }), feature({ id: '7 ' })),
    finding: 'Feature 2 (id 7) has the same id as feature 1',
  },
  { file: 'no geometry', json: collection(feature({ id: 7 }, null)), finding: 'Feature 1 (id 7) has no geometry.' },
  {
    file: 'points',
    json: collection(feature({ id: 7 }, { type: 'Point', coordinates: [0, 0] })),
    finding: 'Feature 1 (id 7) is a Point; an area is a Polygon or a MultiPolygon',
  },
  {
    file: 'a geometry collection',
    json: collection(feature({ id: 7 }, { type: 'GeometryCollection', geometries: [] })),
    finding: 'is a GeometryCollection',
  },
  {
    file: 'no coordinates',
    json: collection(feature({ id: 7 }, { type: 'MultiPolygon', coordinates: [] })),
    finding: 'has no coordinates',
  },
  {
    file: 'a polygon without a ring',
    json: collection(feature({ id: 7 }, { type: 'Polygon', coordinates: [] })),
    finding: 'has a polygon without a ring',
  },
  {
    file: 'an open ring',
    json: collection(feature({ id: 7 }, { type: 'Polygon', coordinates: [square(0, 0).slice(0, 4)] })),
    finding: 'Feature 1 (id 7) has a ring that is not closed',
  },
  {
    file: 'a tiny ring',
    json: collection(
      feature(
        { id: 7 },
        {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        },
      ),
    ),
    finding: 'has a ring of 3 positions',
  },
  {
    file: 'a ring that goes nowhere',
    json: collection(
      feature(
        { id: 7 },
        {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
              [2, 2],
              [0, 0],
            ],
          ],
        },
      ),
    ),
    finding: 'has a ring that encloses nothing',
  },
  {
    file: 'a position of text',
    json: collection(feature({ id: 7 }, { type: 'Polygon', coordinates: [[['0', '0']]] })),
    finding: 'has a position that is not [longitude, latitude]: ["0","0"]',
  },
])('$file is refused with what to do', ({ json, finding }) => {
  const { findings } = areasFromGeoJson(json, { id: 'id' })
  expect(findings.join('\n')).toContain(finding)
  expect(findings).toHaveLength(1)
})

test.each([
  { name: 'text.geojson', content: 'precinct 1', finding: 'It is not JSON' },
  { name: 'latin1.geojson', content: Buffer.from([0x7b, 0x22, 0xe9, 0x22]), finding: 'It is not UTF-8 text' },
])('$name is no file of areas', async ({ name, content, finding }) => {
  writeFileSync(join(folder, name), content)
  await expect(readAreasFile(join(folder, name), { id: 'id' })).rejects.toThrow(finding)
})

test('a file that is not there, or too large, is refused by name', async () => {
  await expect(readAreasFile(join(folder, 'nowhere.geojson'), { id: 'id' })).rejects.toThrow('There is no such file')
  const large = join(folder, 'large.geojson')
  writeFileSync(large, Buffer.alloc(33 * 2 ** 20, ' '))
  await expect(readAreasFile(large, { id: 'id' })).rejects.toThrow('It has 33 MB; at most 32 MB are read.')
})

test('of many findings the first twenty are printed, and how many more there are', async () => {
  const file = join(folder, 'broken.geojson')
  writeFileSync(file, JSON.stringify(collection(...Array.from({ length: 50 }, (_, id) => feature({ id }, null)))))
  const refusal = await readAreasFile(file, { id: 'id' }).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'bad-file' })
  expect(String(refusal).split('\n')).toHaveLength(22)
  expect(String(refusal)).toContain('… and 30 more')
})

const { areas } = areasFromGeoJson(collection(feature({ id: 10 }), feature({ id: 2 })), { id: 'id' })

test('a second import makes a new version and leaves the first as it was', async () => {
  const first = await importAreas(database.deps, { layer: 'precinct', areas })
  const again = await importAreas(database.deps, { layer: 'precinct', areas: areas.slice(0, 1) })
  expect(again).toMatchObject({ version: 2, areas: 1, parents: 0 })
  expect(await findLayer(database.db, 'precinct')).toMatchObject({ id: again.layerId, version: 2, invented: false })
  expect((await areasOf(database.db, first.layerId)).map(({ id }) => id)).toEqual(['2', '10'])
})

test('an import that fails half-way leaves nothing behind', async () => {
  const many = Array.from({ length: 3_000 }, (_, i) => ({ ...areas[0]!, id: `${i % 2_999}` }))
  await expect(importAreas(database.deps, { layer: 'sector', areas: many })).rejects.toThrow()
  expect(await findLayer(database.db, 'sector')).toBeUndefined()
  expect(await database.db.selectFrom('area_layers').select('id').where('name', '=', 'sector').execute()).toEqual([])
})

test('a layer under way is not seen before its last piece', async () => {
  const versions: (number | undefined)[] = []
  const many = Array.from({ length: 5_000 }, (_, i) => ({ ...areas[0]!, id: `${i}` }))
  const importing = importAreas(database.deps, { layer: 'block', areas: many }).then(() => 'done')
  while ((await Promise.race([importing, findLayer(database.db, 'block')])) !== 'done')
    versions.push((await findLayer(database.db, 'block'))?.version)
  expect(versions.slice(0, -1).every((version) => version === undefined)).toBe(true)
  expect((await findLayer(database.db, 'block'))?.version).toBe(1)
})
