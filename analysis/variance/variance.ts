import { covarianceOf } from './covariance.ts'
import type { VarianceFrame } from './frame.ts'
import { times } from './generalized-inverse.ts'
import { type Persons, sumsByCell } from './persons.ts'

/**
 * Design-based variance of one linear estimate: what `covarianceOf` says of it, and much faster where persons are the
 * units, as they are in a sample that people join by themselves.
 *
 * @param rows       rows where the influence may be different from 0, in the frame's order
 * @param influence  what each of those rows adds to the estimate per unit of weight
 * @returns          never negative
 */
export function varianceOf(frame: VarianceFrame, rows: Int32Array, influence: Float64Array): number {
  const { persons } = frame
  return persons ? varianceAmong(persons, frame, rows, influence) : covarianceOf(frame, rows, [influence])[0]!
}

/** v = S_zz − 2 B'S_tz + B'GB (statistics.md, section 7, "fast form"), with S_zz and S_tz from sums by cell. */
function varianceAmong(
  persons: Persons,
  { weights, projection, design }: VarianceFrame,
  rows: Int32Array,
  influence: Float64Array,
): number {
  const { factors, drawn } = design.stages[0]!
  const [strata, ...margins] = persons.cells.codes
  const { offsets, columns, baseWeights } = projection ?? { offsets: [], columns: 0, baseWeights: weights }
  const { sums } = persons

  let squares = 0
  const stratumSums = new Float64Array(drawn.length)
  const based = new Float64Array(columns)
  const mixed = new Float64Array(columns)
  for (const cell of sumsByCell(persons, rows, { influence, weights, baseWeights })) {
    const stratum = strata![cell]!
    const factor = factors[stratum]!
    const first = 4 * cell
    stratumSums[stratum]! += sums[first + 1]!
    squares += factor * sums[first + 3]!
    for (let margin = 0; margin < margins.length; margin++) {
      const code = margins[margin]![cell]!
      if (code < 0) continue
      based[offsets[margin]! + code]! += sums[first]!
      mixed[offsets[margin]! + code]! += factor * sums[first + 2]!
    }
    sums.fill(0, first, first + 4)
  }

  let variance = squares
  stratumSums.forEach((sum, stratum) => {
    const scaled = (-factors[stratum]! / drawn[stratum]!) * sum
    if (scaled === 0) return
    variance += scaled * sum
    const dummies = projection?.stratumSums[0]
    for (let c = 0; c < columns; c++) mixed[c]! += scaled * dummies![stratum * columns + c]!
  })
  if (projection) {
    const slopes = times(projection.inverse, based, columns)
    const crossed = times(projection.cross, slopes, columns)
    slopes.forEach((slope, c) => (variance += slope * (crossed[c]! - 2 * mixed[c]!)))
  }
  // Where strata or calibration explain everything, what is left is rounding.
  return variance < 1e-13 * squares ? 0 : variance
}
