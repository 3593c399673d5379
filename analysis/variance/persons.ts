import { type Cells, cellsOf } from '../weighting/cells.ts'
import { hasPersonsAsUnits, type SurveyDesign } from './design.ts'
import type { Projection } from './frame.ts'

/**
 * A sample in which every row is a unit of its own, collapsed: the rows of a cell agree in their stratum and in every
 * margin. An estimate then needs one pass over its rows, whatever the number of margins.
 */
export type Persons = {
  /** The first variable is the stratum, the others are the projection's margins. */
  cells: Cells
  /** Four sums per cell (see `sumsByCell`), all 0 between calls: thousands of estimates need them, each in a few cells. */
  sums: Float64Array
}

/** @returns  undefined when rows share units, with several stages, or when a stratum deviates from the mean of all units */
export function personsOf(
  design: SurveyDesign,
  projection: Pick<Projection, 'codes' | 'offsets' | 'columns'> | undefined,
): Persons | undefined {
  const stage = design.stages[0]!
  if (!hasPersonsAsUnits(design) || stage.centred.includes(true)) return undefined
  const { codes, offsets, columns } = projection ?? { codes: [], offsets: [], columns: 0 }
  const strata = stage.unitOfRow.map((unit) => stage.stratumOfUnit[unit]!)
  const sizes = offsets.map((offset, margin) => (offsets[margin + 1] ?? columns) - offset)
  const cells = cellsOf([strata, ...codes], [stage.drawn.length, ...sizes], design.rows)
  return { cells, sums: new Float64Array(4 * cells.count) }
}

/** An influence (z) with the weights before (d) and after (w) the calibration. */
type Weighted = { influence: Float64Array; weights: Float64Array; baseWeights: Float64Array }

/**
 * Adds up Σ d z, Σ w z, Σ w² z and Σ w² z² by cell.
 *
 * @returns  the cells whose sums are no longer 0: the caller sets them back
 */
export function sumsByCell(
  { sums, cells: { cellOfRow } }: Persons,
  rows: Int32Array,
  { influence, weights, baseWeights }: Weighted,
): Int32Array {
  const touched = new Int32Array(rows.length)
  let count = 0
  for (let place = 0; place < rows.length; place++) {
    const z = influence[place]!
    if (z === 0) continue
    const row = rows[place]!
    const weight = weights[row]!
    const weighted = weight * z
    const cell = cellOfRow[row]!
    const first = 4 * cell
    // Should the square fall to 0 by underflow, the cell is named twice, and is empty the second time.
    if (sums[first + 3] === 0) touched[count++] = cell
    sums[first]! += baseWeights[row]! * z
    sums[first + 1]! += weighted
    sums[first + 2]! += weight * weighted
    sums[first + 3]! += weighted * weighted
  }
  return touched.subarray(0, count)
}
