import { checkLength } from '../refusal.ts'
import { effectiveSize } from './design-effect.ts'
import { type Categories, checkCategories } from './margin.ts'

/** Samples from several frames that overlap. */
export type FrameSamples = {
  /** Base weight times nonresponse factor of each row. */
  weights: Float64Array
  /** The frame that each row was drawn from; rows without one (code < 0) take no part. */
  frames: Categories
  areas: Categories
  /** For each frame, 1 for the rows whose person it reaches; a row is always reached by its own. */
  reached: readonly Uint8Array[]
  /** For each frame, whom it reaches of the people of each area; 0 where that is not known. */
  adults: readonly Float64Array[]
  /** For each frame, whom it reaches in the whole population. */
  everybody: readonly number[]
}

/** In one area: how much of the people whom all frames reach each frame speaks for; these shares sum to 1. */
export type FrameShares = { area: string; shares: number[] }

export type Composition = {
  /** Multiplier of each row: its sample scaled to the people of the frame, times the frame's share. */
  factors: Float64Array
  shares: FrameShares[]
}

/** With fewer respondents of a frame in an area, the design effect of the whole frame is taken. */
const fewest = 30

/**
 * Multi-frame composition with effective sample sizes: whoever could have come from several frames counts in each by its
 * effective size among them, area by area, so that nobody counts twice and the better founded sample counts more. The
 * shares are fixed before any answer is seen, and the same for all questions.
 *
 * A frame without respondents in an area has no part in it. Rows without an area form a place of their own.
 *
 * @throws AnalysisRefusal for columns of another length
 * @see    statistics.md, section 3; Hartley (1962); Lohr & Rao (2006), JASA 101, 1019–1030
 */
export function composeFrames(samples: FrameSamples): Composition {
  const { weights, frames, areas, reached, adults, everybody } = samples
  const rows = weights.length
  checkCategories(frames, rows)
  checkCategories(areas, rows)
  reached.forEach((column, f) => checkLength(`who is reached by ${frames.labels[f]}`, column.length, rows))
  const places = areas.labels.length + 1 // the last is nowhere
  const placeOf = (row: number) => (areas.codes[row]! < 0 ? places - 1 : areas.codes[row]!)
  const bySample = frames.labels.map(() => Array.from({ length: places }, (): number[] => []))
  for (let row = 0; row < rows; row++)
    if (frames.codes[row]! >= 0 && weights[row]! > 0) bySample[frames.codes[row]!]![placeOf(row)]!.push(row)

  const sizes = bySample.map((ofPlaces) => {
    const all = ofPlaces.flat()
    const perRow = all.length > 0 ? effectiveSize(weights, Int32Array.from(all)) / all.length : 0
    return ofPlaces.map((own) =>
      own.length < fewest ? own.length * perRow : effectiveSize(weights, Int32Array.from(own)),
    )
  })
  const scales = bySample.map((ofPlaces, f) => {
    const overall = everybody[f]! / sumOf(ofPlaces.flat(), weights)
    return ofPlaces.map((own, place) => {
      const known = adults[f]![place] ?? 0
      return known > 0 && own.length > 0 ? known / sumOf(own, weights) : overall
    })
  })
  const factors = new Float64Array(rows).fill(1)
  for (let row = 0; row < rows; row++) {
    const own = frames.codes[row]!
    if (own < 0 || weights[row] === 0) continue
    const place = placeOf(row)
    let among = 0
    sizes.forEach((size, f) => (among += f === own || reached[f]![row] === 1 ? size[place]! : 0))
    factors[row] = scales[own]![place]! * (sizes[own]![place]! / among)
  }
  const labels = [...areas.labels, '']
  const shares = labels.flatMap((area, place): FrameShares[] => {
    const total = sizes.reduce((sum, size) => sum + size[place]!, 0)
    return total > 0 ? [{ area, shares: sizes.map((size) => size[place]! / total) }] : []
  })
  return { factors, shares }
}

function sumOf(rows: readonly number[], weights: Float64Array): number {
  return rows.reduce((sum, row) => sum + weights[row]!, 0)
}
