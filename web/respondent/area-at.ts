import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { AreaCollection } from './page-data.ts'

/** The area that holds a point, given as longitude and latitude. */
export function areaAt(
  { features }: AreaCollection,
  point: [number, number],
): { id: string; name: string } | undefined {
  return features.find(({ geometry }) => booleanPointInPolygon(point, geometry))?.properties
}
