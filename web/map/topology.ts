import { geoMercatorRaw } from 'd3-geo'

/** What is drawn: an area with its shape in degrees, as GeoJSON has it. */
export type MapArea = {
  readonly id: string
  readonly name: string
  readonly parent: string | null
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
}
export type Ring = readonly (readonly number[])[]
export type Point = readonly [number, number]

/**
 * A line between two junctions, kept once however many areas it bounds: what is simplified here is simplified for
 * both neighbours alike, so that no gap opens between them.
 */
export type Arc = { readonly points: readonly Point[]; readonly areas: number[] }
/** One ring as the arcs it runs along, in order, some of them backwards. */
export type RingArcs = readonly { readonly arc: number; readonly backwards: boolean }[]
/** Areas in the order given; each is a list of rings, holes among them: what is inside is told by the even-odd rule. */
export type Topology = { readonly arcs: readonly Arc[]; readonly areas: readonly (readonly RingArcs[])[] }

/** Vertices are told apart on a grid of 2^25 steps over the map's longer side: millimetres in a city. */
const gridSteps = 2 ** 25

/** Cuts the areas' rings into arcs that neighbours share, in the Mercator plane (y upwards, radians). */
export function topologyOf(areas: readonly MapArea[]): Topology {
  const { vertices, rings } = numberVertices(areas)
  const isJunction = junctionsOf(
    vertices.length,
    rings.map(({ ring }) => ring),
  )
  const arcs: Arc[] = []
  const known = new Map<number, number>()
  const ringsOfArea: RingArcs[][] = areas.map(() => [])
  for (const { area, ring } of rings) {
    const along = cutAt(ring, isJunction).map((piece) => {
      const backwards = runsBackwards(piece)
      const forwards = backwards ? piece.toReversed() : piece
      // Between junctions there is only one way on, so the first two vertices name an arc.
      const key = forwards[0]! * vertices.length + forwards[1]!
      let arc = known.get(key)
      if (arc === undefined) {
        arc = arcs.push({ points: forwards.map((vertex) => vertices[vertex]!), areas: [] }) - 1
        known.set(key, arc)
      }
      arcs[arc]!.areas.push(area)
      return { arc, backwards }
    })
    ringsOfArea[area]!.push(along)
  }
  return { arcs, areas: ringsOfArea }
}

/** Every distinct vertex once, projected, and each ring as numbers of vertices without its closing one. */
function numberVertices(areas: readonly MapArea[]) {
  const [west, south, span] = frameOf(areas)
  const step = (degrees: number, from: number) => Math.round(((degrees - from) / span) * gridSteps)
  const numbers = new Map<number, number>()
  const vertices: Point[] = []
  const rings: { area: number; ring: number[] }[] = []
  areas.forEach(({ geometry }, area) => {
    for (const source of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) {
      const ring: number[] = []
      for (const [longitude = 0, latitude = 0] of source) {
        const key = step(longitude, west) * 2 * gridSteps + step(latitude, south)
        let vertex = numbers.get(key)
        if (vertex === undefined) {
          vertex = vertices.push(projected(longitude, latitude)) - 1
          numbers.set(key, vertex)
        }
        if (vertex !== ring.at(-1)) ring.push(vertex)
      }
      if (ring[0] === ring.at(-1)) ring.pop()
      if (ring.length >= 3) rings.push({ area, ring })
    }
  })
  return { vertices, rings }
}

function frameOf(areas: readonly MapArea[]): readonly [west: number, south: number, span: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of areas)
    for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())
      for (const [longitude = 0, latitude = 0] of ring) {
        west = Math.min(west, longitude)
        east = Math.max(east, longitude)
        south = Math.min(south, latitude)
        north = Math.max(north, latitude)
      }
  return [west, south, Math.max(east - west, north - south) || 1]
}

/** Beyond 85 degrees the Mercator plane runs off to infinity. */
function projected(longitude: number, latitude: number): Point {
  const radians = Math.PI / 180
  return geoMercatorRaw(longitude * radians, Math.max(-85, Math.min(85, latitude)) * radians)
}

/** Vertices where lines part: those that have other neighbours in one ring than in another. */
function junctionsOf(vertices: number, rings: readonly (readonly number[])[]): Uint8Array {
  const isJunction = new Uint8Array(vertices)
  const lower = new Int32Array(vertices).fill(-1)
  const upper = new Int32Array(vertices)
  for (const ring of rings)
    ring.forEach((vertex, i) => {
      const before = ring.at(i - 1)!
      const after = ring[(i + 1) % ring.length]!
      const [low, high] = before < after ? [before, after] : [after, before]
      if (lower[vertex] === -1) {
        lower[vertex] = low
        upper[vertex] = high
      } else if (lower[vertex] !== low || upper[vertex] !== high) isJunction[vertex] = 1
    })
  return isJunction
}

/** The pieces of a ring from junction to junction; a ring without one is a single piece from its lowest vertex on. */
function cutAt(ring: readonly number[], isJunction: Uint8Array): number[][] {
  const first = ring.findIndex((vertex) => isJunction[vertex])
  const start = first === -1 ? ring.indexOf(Math.min(...ring)) : first
  const around = [...ring.slice(start), ...ring.slice(0, start + 1)]
  const pieces: number[][] = []
  let from = 0
  for (let i = 1; i < around.length; i++)
    if (i === around.length - 1 || isJunction[around[i]!]) {
      pieces.push(around.slice(from, i + 1))
      from = i
    }
  return pieces
}

/** Of an arc's two directions the one whose first vertices have the lower numbers counts as forwards. */
function runsBackwards(piece: readonly number[]): boolean {
  const [first, second, beforeLast, last] = [piece[0]!, piece[1]!, piece.at(-2)!, piece.at(-1)!]
  return last < first || (last === first && beforeLast < second)
}
