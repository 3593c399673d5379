import { describe, expect, test } from 'vitest'
import { asCollection } from '#server/channels/web/simple-shapes.ts'
import { areaAt } from '#web/respondent/area-at.ts'
import { areasAround } from '#web/respondent/areas-around.ts'

/** A row of squares, each one degree wide, with a lake in the first and an island of the second far in the east. */
const square = (west: number, size = 1) => [
  [west, 0],
  [west + size / 2, 0.000001], // a crumb that a simpler line leaves out
  [west + size, 0],
  [west + size, size],
  [west, size],
  [west, 0],
]
const lake = [
  [0.4, 0.4],
  [0.4, 0.6],
  [0.6, 0.6],
  [0.6, 0.4],
  [0.4, 0.4],
]
const areas = asCollection([
  { id: 'a', name: 'A', parent: null, geometry: { type: 'Polygon', coordinates: [square(0), lake] } },
  { id: 'b', name: 'B', parent: null, geometry: { type: 'MultiPolygon', coordinates: [[square(1)], [square(9)]] } },
  { id: 'c', name: 'C', parent: null, geometry: { type: 'Polygon', coordinates: [square(2)] } },
  { id: 'd', name: 'D', parent: null, geometry: { type: 'Polygon', coordinates: [square(5)] } },
])

test('shapes lose the points that tell nothing, and stay closed', () => {
  const [first] = areas.features
  expect(first?.geometry.coordinates[0]).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ])
})

test.each([
  { point: [0.2, 0.2], area: 'a' },
  { point: [0.5, 0.5], area: undefined },
  { point: [9.5, 0.5], area: 'b' },
  { point: [4, 0.5], area: undefined },
] as const)('a device at $point is in area $area', ({ point: [longitude, latitude], area }) => {
  expect(areaAt(areas, [longitude, latitude])?.id).toBe(area)
})

describe('the map of a resident', () => {
  const shown = (...ids: string[]) =>
    areasAround(areas.features, (area) => ids.includes(area)).map(({ properties }) => properties.id)

  test('shows the areas they may mean and their neighbours', () => {
    expect(shown('c')).toEqual(['b', 'c'])
  })

  test('shows all areas while nothing is known', () => {
    expect(shown()).toEqual(['a', 'b', 'c', 'd'])
  })
})
