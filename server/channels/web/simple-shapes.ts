import type { AreaCollection } from '#web/respondent/page-data.ts'
import { simplifiedArcs } from '#web/map/simplify.ts'
import type { MapArea, Point } from '#web/map/topology.ts'

/** In degrees, about ten meters: finer than any device knows where it is. */
const tolerance = 0.0001

/** The areas as GeoJSON with as few points as telling them apart takes. */
export function asCollection(areas: readonly MapArea[]): AreaCollection {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ id, name, parent, geometry }) => ({
      type: 'Feature',
      properties: { id, name, parent },
      geometry:
        geometry.type === 'Polygon'
          ? { type: 'Polygon', coordinates: geometry.coordinates.map(simpleRing) }
          : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(simpleRing)) },
    })),
  }
}

function simpleRing(ring: readonly (readonly number[])[]): number[][] {
  const points = ring
    .slice(0, -1)
    .map(([longitude = 0, latitude = 0]): Point => [rounded(longitude), rounded(latitude)])
  // The same object at both ends is what tells a closed line.
  const closed = [...points, ...points.slice(0, 1)]
  const [simple = []] = simplifiedArcs([{ points: closed, areas: [] }], tolerance, closed.length)
  return simple.map(([longitude, latitude]) => [longitude, latitude])
}

const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5
