import type { Deps } from '#server/deps.ts'
import { areaShapes } from '#server/store/area-shapes.ts'
import type { FieldedWave } from '#server/store/waves.ts'

/** The areas of a wave with their shapes, for residents who choose theirs on a map. */
export async function readAreaShapes({ db }: Deps, { layer_id }: FieldedWave): ReturnType<typeof areaShapes> {
  return areaShapes(db, layer_id)
}
