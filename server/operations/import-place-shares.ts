import { decisiveShare } from '#instruments/engine/geography.ts'
import type { Deps } from '#server/deps.ts'
import { areasOf } from '#server/store/areas.ts'
import { beginSet } from '#server/store/imports.ts'
import { addPlaceShares, type PlaceShare } from '#server/store/place-shares.ts'
import { importPieces, piecesOf } from './pieces.ts'
import { readPlaceSharesFile } from './read-place-shares-file.ts'
import { requireLayer } from './require-layer.ts'

export type ImportedPlaces = {
  placeSetId: string
  layer: string
  layerVersion: number
  version: number
  places: number
  /** Places that settle the area by themselves. */
  decisive: number
  /** Areas that no place leads to. */
  areasWithoutPlace: string[]
}

const mostRows = 1_000

/** Takes in how the people of each ZIP code, tract or the like spread over the areas of a layer, as a new version. */
export async function importPlaceShares(
  deps: Pick<Deps, 'db' | 'now'>,
  { layer, shares }: { layer: string; shares: readonly PlaceShare[] },
): Promise<ImportedPlaces> {
  const { id: layerId, version: layerVersion } = await requireLayer(deps.db, layer)
  const { id, version } = await beginSet(deps.db, 'place_sets', layerId)
  await importPieces(deps, 'place_sets', id, piecesOf(shares, mostRows), (piece) =>
    addPlaceShares(deps.db, { id, layerId }, piece),
  )
  const reached = new Set(shares.map(({ area }) => area))
  const areas = await areasOf(deps.db, layerId)
  return {
    placeSetId: id,
    layer,
    layerVersion,
    version,
    places: new Set(shares.map(({ place }) => place)).size,
    decisive: shares.filter(({ share }) => share >= decisiveShare).length,
    areasWithoutPlace: areas.map(({ id: area }) => area).filter((area) => !reached.has(area)),
  }
}

/** The same from a CSV file, whose areas must be areas of the layer. */
export async function importPlacesFile(
  deps: Pick<Deps, 'db' | 'now'>,
  { layer, file }: { layer: string; file: string },
): Promise<ImportedPlaces> {
  const { id } = await requireLayer(deps.db, layer)
  const known = new Set((await areasOf(deps.db, id)).map(({ id: area }) => area))
  return importPlaceShares(deps, { layer, shares: await readPlaceSharesFile(file, known) })
}
