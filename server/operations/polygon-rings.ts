import type { Geometry } from '#server/store/areas.ts'

type Ring = number[][]
export type RingsRead =
  | { geometry: Geometry }
  /** What is wrong, as the end of a sentence about the feature. */
  | { wrong: string }
  /** A coordinate that cannot be degrees: the whole file is likely to be in another system. */
  | { notDegrees: readonly [number, number] }

/**
 * Reads the rings of a polygon or multipolygon as they came from a file. Heights are dropped, and rings are wound as
 * RFC 7946 says: the outer one counter-clockwise, holes clockwise.
 */
export function readRings({ type, coordinates }: { type: string; coordinates?: unknown }): RingsRead {
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return { wrong: `is a ${type}; an area is a Polygon or a MultiPolygon` }
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) return { wrong: 'has no coordinates' }

  const read: Ring[][] = []
  for (const polygon of polygons) {
    if (!Array.isArray(polygon) || polygon.length === 0) return { wrong: 'has a polygon without a ring' }
    const rings: Ring[] = []
    for (const [r, ring] of polygon.entries()) {
      const result = readRing(ring)
      if (!('ring' in result)) return result
      rings.push(result.area > 0 === (r === 0) ? result.ring : result.ring.reverse())
    }
    read.push(rings)
  }
  const [first] = read
  return type === 'Polygon' && first
    ? { geometry: { type, coordinates: first } }
    : { geometry: { type: 'MultiPolygon', coordinates: read } }
}

function readRing(ring: unknown): { ring: Ring; area: number } | Exclude<RingsRead, { geometry: Geometry }> {
  if (!Array.isArray(ring)) return { wrong: 'has a ring that is not a list of positions' }
  const positions: Ring = []
  for (const position of ring) {
    const [longitude, latitude] = Array.isArray(position) ? (position as unknown[]) : []
    if (!isNumber(longitude) || !isNumber(latitude))
      return { wrong: `has a position that is not [longitude, latitude]: ${JSON.stringify(position)?.slice(0, 60)}` }
    if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return { notDegrees: [longitude, latitude] }
    positions.push([longitude, latitude])
  }
  if (positions.length < 4)
    return {
      wrong: `has a ring of ${positions.length} positions; a closed ring has at least 4, the last like the first`,
    }
  const [start, end] = [positions[0], positions.at(-1)]
  if (start?.[0] !== end?.[0] || start?.[1] !== end?.[1])
    return { wrong: 'has a ring that is not closed: its last position must be its first again' }
  const area = signedArea(positions)
  if (Math.abs(area) < smallestArea) return { wrong: 'has a ring that encloses nothing' }
  return { ring: positions, area }
}

/** In square degrees: about a square centimetre. */
const smallestArea = 1e-14

/** Positive when the ring runs counter-clockwise. Counted from its first position, so that digits are not lost. */
function signedArea(ring: Ring): number {
  const [[x0 = 0, y0 = 0] = []] = ring
  let twice = 0
  ring.forEach(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? []
    twice += (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0)
  })
  return twice / 2
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
