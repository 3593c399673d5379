import { geoPath } from 'd3-geo'
import { type LabelPlace, labelPlace } from './label-place.ts'
import { simplifiedArcs } from './simplify.ts'
import { type MapArea, type Point, type RingArcs, topologyOf } from './topology.ts'

/** A layer laid out on paper: everything about a map but its figures, so it is made once and drawn many times. */
export type MapLayout = {
  readonly width: number
  readonly height: number
  readonly areas: readonly LaidOutArea[]
  /** Lines between areas of different parents, and the outline of the whole, as SVG paths. */
  readonly parentBorders: string
  readonly outline: string
}
export type LaidOutArea = {
  readonly id: string
  readonly name: string
  /** An SVG path to be filled by the even-odd rule. */
  readonly path: string
  readonly label: LabelPlace
}

const pointsPerArea = 200
/** Points that move a line by less than this many pixels are dropped, and so are islands smaller than its square. */
const tolerance = 0.35
const margin = 4

const toPath = geoPath().digits(1)

/**
 * Lays areas out in a box, north upwards, as large as fits: a wide city comes out lower than the box.
 *
 * @param widest, highest  the box, in pixels
 */
export function layOut(areas: readonly MapArea[], widest: number, highest: number): MapLayout {
  const topology = topologyOf(areas)
  const { place, width, height } = fit(
    topology.arcs.map(({ points }) => points),
    widest,
    highest,
  )
  const placed = topology.arcs.map(({ points, areas }) => ({ points: placeOnce(points, place), areas }))
  const lines = simplifiedArcs(placed, tolerance, pointsPerArea * areas.length)
  const border = (isWanted: (sides: readonly number[]) => boolean) =>
    pathOfLines(lines.filter((_line, arc) => isWanted(placed[arc]!.areas)))
  return {
    width,
    height,
    areas: areas.map(({ id, name }, area) => {
      const rings = worthDrawing((topology.areas[area] ?? []).map((ring) => ringOf(ring, lines)))
      return { id, name, path: pathOfRings(rings), label: labelPlace(rings) }
    }),
    parentBorders: border(([one, other]) => other !== undefined && areas[one!]?.parent !== areas[other]?.parent),
    outline: border((sides) => sides.length === 1),
  }
}

/** How to place points of the plane in the box: scaled alike in both directions, y downwards. */
function fit(lines: readonly (readonly Point[])[], widest: number, highest: number) {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const line of lines)
    for (const [x, y] of line) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      bottom = Math.min(bottom, y)
      top = Math.max(top, y)
    }
  if (left > right) return { place: (point: Point) => point, width: widest, height: highest }
  const [spanX, spanY] = [right - left || 1e-9, top - bottom || 1e-9]
  const scale = Math.min((widest - 2 * margin) / spanX, (highest - 2 * margin) / spanY)
  const place = ([x, y]: Point): Point => [(x - left) * scale + margin, (top - y) * scale + margin]
  return { place, width: Math.ceil(spanX * scale + 2 * margin), height: Math.ceil(spanY * scale + 2 * margin) }
}

/** A closed line ends in the very point it began with. */
function placeOnce(points: readonly Point[], place: (point: Point) => Point): Point[] {
  const placed = points.map(place)
  if (points[0] === points.at(-1)) placed[placed.length - 1] = placed[0]!
  return placed
}

function ringOf(ring: RingArcs, lines: readonly (readonly Point[])[]): Point[] {
  return ring.flatMap(({ arc, backwards }) => {
    const line = lines[arc]!
    return (backwards ? line.toReversed() : line).slice(0, -1)
  })
}

/** Rings large enough to be seen; of an area that is tiny altogether, its largest. */
function worthDrawing(rings: readonly Point[][]): Point[][] {
  const sized = rings.map((ring) => ({ ring, size: Math.abs(doubleArea(ring)) / 2 }))
  const largest = Math.max(...sized.map(({ size }) => size))
  return sized.filter(({ size }) => size >= Math.min(largest, tolerance)).map(({ ring }) => ring)
}

function doubleArea(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)
}

/** Every ring runs the same way round and begins at its first corner, whichever way the file had it. */
function pathOfRings(rings: readonly Point[][]): string {
  const coordinates = rings.map((ring) => {
    const way = doubleArea(ring) < 0 ? ring.toReversed() : ring
    const start = way.reduce((first, [x, y], i) => {
      const [firstX, firstY] = way[first]!
      return x < firstX || (x === firstX && y < firstY) ? i : first
    }, 0)
    const closed = [...way.slice(start), ...way.slice(0, start + 1)]
    return closed.map(([x, y]) => [x, y])
  })
  return toPath({ type: 'Polygon', coordinates }) ?? ''
}

function pathOfLines(lines: readonly (readonly Point[])[]): string {
  return toPath({ type: 'MultiLineString', coordinates: lines.map((line) => line.map(([x, y]) => [x, y])) }) ?? ''
}
