import type { Deps } from '#server/deps.ts'
import type { Geometry } from '#server/store/areas.ts'
import { beginLayer } from '#server/store/imports.ts'
import { addAreas, type NewArea } from '#server/store/layers.ts'
import { importPieces, piecesOf } from './pieces.ts'

export type ImportedAreas = { layerId: string; layer: string; version: number; areas: number; parents: number }

/** Takes in a new version of a layer. The versions before it stay, for the waves that were fielded on them. */
export async function importAreas(
  deps: Pick<Deps, 'db' | 'now'>,
  { layer, invented = false, areas }: { layer: string; invented?: boolean; areas: readonly NewArea[] },
): Promise<ImportedAreas> {
  const { id, version } = await beginLayer(deps.db, { name: layer, invented })
  await importPieces(deps, 'area_layers', id, piecesOf(areas, mostPositions, sizeOf), (piece) =>
    addAreas(deps.db, id, piece),
  )
  const parents = new Set(areas.map(({ parent }) => parent).filter((parent) => parent !== null))
  return { layerId: id, layer, version, areas: areas.length, parents: parents.size }
}

/** About 200 KB of JSON; a row costs as much as 50 positions whatever its shape. */
const mostPositions = 8_000

function sizeOf({ geometry }: { geometry: Geometry }): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flat().reduce((sum, ring) => sum + ring.length, 50)
}
