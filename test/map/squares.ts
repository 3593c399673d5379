import type { MapArea, Ring } from '#web/map/topology.ts'

/** A closed square with a corner at (x, y), anticlockwise. */
export function square(x: number, y: number, size = 1): Ring {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ]
}

export function area(
  id: string,
  geometry: MapArea['geometry'],
  { name = id, parent = null }: { name?: string; parent?: string | null } = {},
): MapArea {
  return { id, name, parent, geometry }
}

export const polygon = (...coordinates: Ring[]): MapArea['geometry'] => ({ type: 'Polygon', coordinates })
export const multiPolygon = (...coordinates: Ring[][]): MapArea['geometry'] => ({ type: 'MultiPolygon', coordinates })
