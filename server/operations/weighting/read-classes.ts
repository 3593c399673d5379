import { createHash } from 'node:crypto'
import type { ResponseClass } from '#analysis/weighting/nonresponse.ts'
import type { Db } from '#server/store/database.ts'
import { sampledCases } from '#server/store/sampled-cases.ts'
import type { Wave } from '#server/store/waves.ts'
import type { Frame } from '../weighting-inputs.ts'
import { responseClasses } from './response-classes.ts'

export type SampledClasses = {
  readonly classes: readonly ResponseClass[]
  /** SHA-256 of what became of the cases: goes into the run, since cases go on answering after it. */
  readonly hash: string
}

/** The weighting classes of a wave's sample as they are now; none where its study has none. */
export async function readClasses(db: Db, wave: Wave, frame: Frame): Promise<SampledClasses | undefined> {
  const { responseClass, headings } = frame.readers
  if (!responseClass) return undefined
  const cases = await sampledCases(db, wave.id, headings)
  return {
    classes: responseClasses(cases, responseClass, { areas: frame.areas, headings }),
    hash: createHash('sha256').update(JSON.stringify(cases)).digest('hex'),
  }
}
