import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { Geometry } from '#server/store/areas.ts'

type Box = { west: number; south: number; east: number; north: number }

/** Tells which area holds a point. Boxes are looked at first: they rule out nearly all of a city. */
export function locatorOf(
  areas: readonly { id: string; geometry: Geometry }[],
): (longitude: number, latitude: number) => string | undefined {
  const boxed = areas.map((area) => ({ ...area, box: boxOf(area.geometry) }))
  return (longitude, latitude) =>
    boxed.find(
      ({ box, geometry }) =>
        longitude >= box.west &&
        longitude <= box.east &&
        latitude >= box.south &&
        latitude <= box.north &&
        booleanPointInPolygon([longitude, latitude], geometry),
    )?.id
}

function boxOf(geometry: Geometry): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  for (const [longitude = 0, latitude = 0] of rings.flat()) {
    box.west = Math.min(box.west, longitude)
    box.east = Math.max(box.east, longitude)
    box.south = Math.min(box.south, latitude)
    box.north = Math.max(box.north, latitude)
  }
  return box
}
