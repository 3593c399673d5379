import type { Deps } from '#server/deps.ts'
import { refused } from '#server/problems.ts'
import { areasOf } from '#server/store/areas.ts'
import { beginSet } from '#server/store/imports.ts'
import { addMargins, type MarginCount } from '#server/store/margins.ts'
import { type MarginReport, reportOnMargins } from './margin-report.ts'
import { importPieces, piecesOf } from './pieces.ts'
import { requireLayer } from './require-layer.ts'

export type ImportedMargins = MarginReport & {
  marginSetId: string
  layer: string
  layerVersion: number
  version: number
  cells: number
  /** Areas with counts that the layer does not have; their rows were left out. */
  notInLayer: { area: string; rows: number }[]
}

const mostRows = 500

/**
 * Takes in a new version of the population counts of a layer. Counts of areas that the layer does not have are left out
 * and named; without a single area in common nothing is taken in.
 */
export async function importMargins(
  deps: Pick<Deps, 'db' | 'now'>,
  { layer, counts }: { layer: string; counts: readonly MarginCount[] },
): Promise<ImportedMargins> {
  const { id: layerId, version: layerVersion } = await requireLayer(deps.db, layer)
  const areas = (await areasOf(deps.db, layerId)).map(({ id }) => id)
  const known = new Set(areas)
  const joined = counts.filter(({ area }) => area === null || known.has(area))
  const strange = Map.groupBy(
    counts.filter(({ area }) => area !== null && !known.has(area)),
    ({ area }) => area ?? '',
  )
  if (joined.length === 0)
    throw refused({
      reason: `No area of these margins is in layer "${layer}". They name ${firstOf(strange.keys())}; the layer has ${firstOf(areas)}.`,
    })
  const { id, version } = await beginSet(deps.db, 'margin_sets', layerId)
  await importPieces(deps, 'margin_sets', id, piecesOf(joined, mostRows), (piece) =>
    addMargins(deps.db, { id, layerId }, piece),
  )
  return {
    marginSetId: id,
    layer,
    layerVersion,
    version,
    cells: joined.length,
    notInLayer: [...strange].map(([area, rows]) => ({ area, rows: rows.length })),
    ...reportOnMargins(joined, areas),
  }
}

function firstOf(areas: Iterable<string>): string {
  return [...areas].slice(0, 5).join(', ')
}
