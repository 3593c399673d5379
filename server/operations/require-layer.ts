import { noSuchLayer } from '#server/problems.ts'
import { findLayer, type Layer } from '#server/store/areas.ts'
import type { Db } from '#server/store/database.ts'

/** The latest version of a layer, or a Problem that tells how to import it. */
export async function requireLayer(db: Db, name: string): Promise<Layer> {
  const layer = await findLayer(db, name)
  if (!layer) throw noSuchLayer({ layer: name })
  return layer
}
