import { boroughOfCells, boroughs, extent } from './city/land.ts'
import { hexagons, outlines, type Position } from './city/mesh.ts'
import { noiseFrom } from './city/noise.ts'
import { precinctNames } from './city/names.ts'
import { countPeople, type MarginRow } from './city/people.ts'
import { cutPrecincts } from './city/precincts.ts'
import { inventZipCodes, type PlaceShare } from './city/zip-codes.ts'

/** A city that does not exist, in the forms that the importers read. */
export type InventedCity = {
  readonly name: string
  /** GeoJSON, WGS84, outer rings counter-clockwise (RFC 7946). Properties: precinct, name, borough, invented. */
  readonly areas: {
    readonly type: 'FeatureCollection'
    readonly features: readonly {
      readonly type: 'Feature'
      readonly properties: { precinct: string; name: string; borough: string; invented: true }
      readonly geometry: { type: 'Polygon'; coordinates: number[][][] }
    }[]
  }
  readonly margins: readonly MarginRow[]
  readonly places: readonly PlaceShare[]
}

/** The south-west corner: open water in the middle of the South Atlantic, a thousand kilometres from any shore. */
const origin = { longitude: -21.4, latitude: -29.8 }
const kilometresPerDegree = 111.2

/**
 * Invents the rehearsal city: 24 precincts in 4 boroughs around a river and a bay, one of them a park where nobody
 * lives. The same seed gives the same city. Who lives where follows gradients such as real cities have; no figure is
 * taken from one.
 */
export function inventCity(seed: string): InventedCity {
  const mesh = hexagons(extent.width, extent.height, 0.2)
  const precincts = cutPrecincts(mesh, boroughOfCells(mesh, seed), seed)
  const onEarth = projectionOf(seed)
  const rings = outlines(mesh, precincts.ofCell, precincts.list.length)
  const numberInBorough = new Map<string, number>()
  const features = precincts.list.map(({ id, borough }, precinct) => {
    const number = numberInBorough.get(borough) ?? 0
    numberInBorough.set(borough, number + 1)
    const name = precinctNames[boroughs.findIndex((one) => one.name === borough)]?.[number] ?? `Precinct ${id}`
    return {
      type: 'Feature' as const,
      properties: { precinct: id, name, borough, invented: true as const },
      geometry: { type: 'Polygon' as const, coordinates: (rings[precinct] ?? []).map((ring) => ring.map(onEarth)) },
    }
  })
  return {
    name: 'Rehearsal City (invented)',
    areas: { type: 'FeatureCollection', features },
    margins: countPeople(mesh, precincts, seed),
    places: inventZipCodes(mesh, precincts, seed),
  }
}

/**
 * Kilometres to degrees, to about ten centimetres. Everything is bent a little on the way, less than it would take to
 * fold the plane, so that no shore shows the hexagons it was made of.
 */
function projectionOf(seed: string): (place: Position) => number[] {
  const [eastward, northward] = [noiseFrom(`${seed} eastward`, 1.1, 2), noiseFrom(`${seed} northward`, 1.1, 2)]
  const shrink = Math.cos((origin.latitude * Math.PI) / 180)
  return ([x, y]) => {
    const longitude = origin.longitude + (x + 0.16 * eastward(x, y)) / (kilometresPerDegree * shrink)
    const latitude = origin.latitude + (y + 0.16 * northward(x, y)) / kilometresPerDegree
    return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))]
  }
}
