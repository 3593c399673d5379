import { type Compiled, compile } from '#instruments/engine/compile.ts'
import { geographyOf } from './store/areas.ts'
import type { Db } from './store/database.ts'
import { findVersion } from './store/studies.ts'
import type { Pinned } from './store/waves.ts'

/**
 * The instruments of all waves, each compiled once: what a wave pins never changes, so nothing here goes stale.
 * A wave that could not be read is tried again by the next one who asks.
 */
export function studyLibrary(db: Db): (wave: Pinned) => Promise<Compiled> {
  const shelf = new Map<string, Promise<Compiled>>()
  const read = async ({ study_id, version, layer_id, place_set_id }: Pinned) => {
    const published = await findVersion(db, study_id, version)
    if (!published) throw new Error(`Version ${version} of study ${study_id} is missing`)
    return compile(published.instrument, published.study, await geographyOf(db, layer_id, place_set_id))
  }
  return (wave) => {
    const known = shelf.get(wave.id)
    if (known) return known
    const reading = read(wave)
    shelf.set(wave.id, reading)
    reading.catch(() => shelf.delete(wave.id))
    return reading
  }
}
