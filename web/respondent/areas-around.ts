import type { AreaCollection } from './page-data.ts'

type Features = AreaCollection['features']
type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** The areas that a resident may mean and those around them, so that on a phone each is large enough for a finger. */
export function areasAround(features: Features, isMeant: (area: string) => boolean): Features {
  const meant = features.filter(({ properties }) => isMeant(properties.id))
  if (meant.length === 0) return features
  const near = widened(boxOf(meant))
  return features.filter((feature) => overlap(boxOf([feature]), near))
}

function boxOf(features: Features): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const { geometry } of features)
    for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())
      for (const [longitude = 0, latitude = 0] of ring) {
        box.west = Math.min(box.west, longitude)
        box.east = Math.max(box.east, longitude)
        box.south = Math.min(box.south, latitude)
        box.north = Math.max(box.north, latitude)
      }
  return box
}

/** By a quarter on every side. */
function widened({ west, south, east, north }: Box): Box {
  const [aside, above] = [(east - west) / 4, (north - south) / 4]
  return { west: west - aside, south: south - above, east: east + aside, north: north + above }
}

function overlap(one: Box, other: Box): boolean {
  return one.west <= other.east && one.east >= other.west && one.south <= other.north && one.north >= other.south
}
