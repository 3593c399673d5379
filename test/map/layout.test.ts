import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isInside } from '#web/map/label-place.ts'
import { layOut, type MapLayout } from '#web/map/layout.ts'
import type { MapArea, Point, Ring } from '#web/map/topology.ts'
import { area, multiPolygon, polygon, square } from './squares.ts'

/** The rings of a path, as numbers. */
function ringsOf(path: string): Point[][] {
  const pointOf = (text: string): Point => {
    const [x = NaN, y = NaN] = text.split(',').map(Number)
    return [x, y]
  }
  return path
    .split('M')
    .slice(1)
    .map((ring) => ring.replace('Z', '').split('L').map(pointOf))
}

const pathOf = (layout: MapLayout, id: string) => layout.areas.find((one) => one.id === id)?.path ?? ''
const reversed = (ring: Ring): Ring => ring.toReversed()

describe('shapes', () => {
  test('north is up, and the city fills the box', () => {
    const { width, height, areas } = layOut(
      [area('south', polygon(square(0, 0))), area('north', polygon(square(0, 1)))],
      400,
      400,
    )
    expect([width <= 400, height]).toEqual([true, 400])
    const [south, north] = areas
    expect(north!.label.y).toBeLessThan(south!.label.y)
  })

  test('a wide city comes out lower than its box', () => {
    const { width, height } = layOut([area('a', polygon(square(0, 0))), area('b', polygon(square(3, 0)))], 400, 400)
    expect(width).toBe(400)
    expect(height).toBeLessThan(110)
  })

  test('rings are drawn the same whichever way round the file has them', () => {
    const hole = square(0.25, 0.25, 0.5)
    const ways = [
      [square(0, 0), reversed(hole)],
      [reversed(square(0, 0)), hole],
      [square(0, 0), hole],
    ].map((rings) => layOut([area('a', polygon(...rings))], 200, 200).areas[0]!.path)
    expect(new Set(ways).size).toBe(1)
  })

  test('a hole is not part of its area, and what fills it is', () => {
    const layout = layOut(
      [area('ring', polygon(square(0, 0, 3), reversed(square(1, 1)))), area('core', polygon(square(1, 1)))],
      304,
      304,
    )
    const [ring, core] = [ringsOf(pathOf(layout, 'ring')), ringsOf(pathOf(layout, 'core'))]
    expect(ring).toHaveLength(2)
    expect([isInside(ring, 150, 150), isInside(core, 150, 150)]).toEqual([false, true])
    expect([isInside(ring, 20, 20), isInside(core, 20, 20)]).toEqual([true, false])
    // The edge that both share is one line.
    expect(ring[1]).toEqual(core[0])
  })

  test('every part of a multipolygon is drawn, holes included, and the label stands on the largest', () => {
    const parts = multiPolygon([square(0, 0, 3), square(1, 1)], [square(5, 0)])
    const layout = layOut([area('islands', parts)], 640, 640)
    expect(ringsOf(pathOf(layout, 'islands'))).toHaveLength(3)
    const { x, y, room } = layout.areas[0]!.label
    expect(x).toBeLessThan(layout.width / 2)
    expect(isInside(ringsOf(pathOf(layout, 'islands')), x, y)).toBe(true)
    expect(room).toBeGreaterThan(30)
  })

  test('an enclave that starts elsewhere in its ring still shares its line', () => {
    const shifted: Ring = [
      [2, 1],
      [2, 2],
      [1, 2],
      [1, 1],
      [2, 1],
    ]
    const layout = layOut(
      [area('ring', polygon(square(0, 0, 3), square(1, 1))), area('core', polygon(shifted))],
      304,
      304,
    )
    expect(ringsOf(pathOf(layout, 'ring'))[1]).toEqual(ringsOf(pathOf(layout, 'core'))[0])
  })

  test('the lines between parents and the outline are told apart from lines within', () => {
    const layout = layOut(
      [
        area('a', polygon(square(0, 0)), { parent: 'west' }),
        area('b', polygon(square(1, 0)), { parent: 'west' }),
        area('c', polygon(square(2, 0)), { parent: 'east' }),
      ],
      608,
      608,
    )
    expect(layout.parentBorders).toMatch(/^M404\.?\d*,\d+(\.\d)?L404\.?\d*,\d+(\.\d)?$/)
    expect(layout.outline.split('M')).toHaveLength(1 + 4) // the left end, top and bottom of the middle, the right end
  })

  test('a layer of one area, and an empty one, can be laid out', () => {
    expect(layOut([area('a', polygon(square(10, 50, 0.01)))], 100, 100).areas).toHaveLength(1)
    expect(layOut([], 100, 80)).toMatchObject({ width: 100, height: 80, areas: [] })
  })
})

/** A line between two areas that wriggles by less than can be seen: 2,000 points on a sine. */
const wriggle = Array.from({ length: 2000 }, (_, i): [number, number] => [1 + 0.001 * Math.sin(i), i / 1999])

describe('simplifying', () => {
  const west = polygon([[0, 0], ...wriggle, [0, 1], [0, 0]])
  const east = polygon([[2, 0], [2, 1], ...wriggle.toReversed(), [2, 0]])

  test('points that cannot be seen are dropped alike on both sides of a border', () => {
    const layout = layOut([area('west', west), area('east', east)], 200, 200)
    const [one, other] = [ringsOf(pathOf(layout, 'west')).flat(), ringsOf(pathOf(layout, 'east')).flat()]
    expect(one.length).toBeLessThan(20)
    const middle = ([x]: Point) => x > 50 && x < 150
    const sorted = (points: Point[]) => points.filter(middle).sort(([, a], [, b]) => a - b)
    expect(sorted(one)).toEqual(sorted(other))
  })

  test('no more than 200 points an area are left, however rough the shapes', () => {
    const rough = Array.from({ length: 5000 }, (_, i): [number, number] => [1 + (i % 2) * 0.5, i / 4999])
    const layout = layOut([area('rough', polygon([[0, 0], ...rough, [0, 1], [0, 0]]))], 640, 640)
    expect(ringsOf(pathOf(layout, 'rough')).flat().length).toBeLessThanOrEqual(200)
  })

  test('islands too small to see are dropped, but never the whole of an area', () => {
    const speck = square(50, 0, 0.001)
    const layout = layOut(
      [area('big', multiPolygon([square(0, 0, 100)], [square(100.5, 0, 0.001)])), area('speck', polygon(speck))],
      200,
      200,
    )
    expect(ringsOf(pathOf(layout, 'big'))).toHaveLength(1)
    expect(ringsOf(pathOf(layout, 'speck'))).toHaveLength(1)
  })
})

const newYork = '../shared/data/nyc/precincts.geojson'
if (!existsSync(newYork)) console.log(`Skipped: New York's precincts are not at ${newYork}.`)

test.skipIf(!existsSync(newYork))('77 precincts of New York fit into 120 kB, each label inside its precinct', () => {
  const {
    features,
  }: { features: { properties: { precinct: number; borough: string }; geometry: MapArea['geometry'] }[] } = JSON.parse(
    readFileSync(newYork, 'utf8'),
  )
  const areas = features.map(({ properties: { precinct, borough }, geometry }) =>
    area(String(precinct), geometry, { parent: borough }),
  )
  const layout = layOut(areas, 640, 640)
  expect(layout.areas.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(120_000)
  for (const { path, label } of layout.areas) expect(isInside(ringsOf(path), label.x, label.y)).toBe(true)
})

test('2,000 areas are laid out, each with its shape', () => {
  const edge = (from: [number, number], to: [number, number]) =>
    Array.from({ length: 25 }, (_, i): [number, number] => [
      from[0] + ((to[0] - from[0]) * i) / 25,
      from[1] + ((to[1] - from[1]) * i) / 25,
    ])
  const areas = Array.from({ length: 2000 }, (_, i) => {
    const [x, y] = [(i % 50) / 100, 40 + Math.floor(i / 50) / 100]
    const corners: [number, number][] = [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
    ]
    const ring = corners.flatMap((corner, c) => edge(corner, corners[(c + 1) % 4]!))
    return area(String(i), polygon([...ring, ring[0]!]))
  })
  const layout = layOut(areas, 640, 640)
  expect(layout.areas.every(({ path }) => path.startsWith('M'))).toBe(true)
})
