import { AnalysisRefusal } from '../refusal.ts'
import { cellsOf, sumByCell } from '../weighting/cells.ts'
import { type Constraint, rake, type Raked } from '../weighting/rake.ts'

/** A replicate that is off by less when R would stop is left there. */
const closeEnough = 1e-5

/**
 * Rakes the weights of rows.
 *
 * R rakes the replicates of a sample as often as the sample itself, whose cells then move by less than 1e-13 of the
 * population; some replicates are still off in the seventh digit. To show the same figures, replicates stop there too, but
 * only if they are nearly there.
 *
 * @param sweeps  of the sample, for one of its replicates
 * @returns       the weights, and after how many sweeps R would stop
 * @throws        AnalysisRefusal naming the category that is farthest off, when the margins cannot be met together
 */
export function rakeRows(
  weights: Float64Array,
  constraints: readonly Constraint[],
  population: number,
  sweeps?: number,
): { weights: Float64Array; sweeps: number } {
  const variables = constraints.map(({ codes }) => codes)
  const sizes = constraints.map(({ labels }) => labels.length)
  const cells = cellsOf(variables, sizes, weights.length)
  const byCell = constraints.map((constraint, v) => ({ ...constraint, codes: cells.codes[v] ?? constraint.codes }))
  const start = sumByCell(weights, cells)
  const factorsOf = ({ factors }: Raked) => weights.map((weight, row) => weight * factors[cells.cellOfRow[row]!]!)

  if (sweeps !== undefined) {
    const early = rake(start, byCell, population, { tolerance: 0, maxSweeps: sweeps })
    if (early.worst[0] && early.worst[0].error < closeEnough) return { weights: factorsOf(early), sweeps }
  }
  const raked = rake(start, byCell, population, { tolerance: 1e-14, maxSweeps: 5000 })
  const [worst] = raked.worst
  if (worst && !(worst.error <= 1e-8))
    throw new AnalysisRefusal(
      'not-converged',
      `The margins cannot be met together: "${worst.variable}" = "${worst.category}" stays off by ${(100 * worst.error).toPrecision(2)} %.`,
      { variable: worst.variable, category: worst.category },
    )
  return { weights: factorsOf(raked), sweeps: sweeps ?? sweepsUntilStill(start, byCell, population) }
}

/** How many sweeps it takes until no cell moves by more than 1e-13 of the sum of the weights. */
function sweepsUntilStill(start: Float64Array, constraints: readonly Constraint[], population: number): number {
  const still = 1e-13 * start.reduce((sum, weight) => sum + weight, 0)
  let current = start
  for (let sweeps = 1; sweeps < 5000; sweeps++) {
    const { factors } = rake(current, constraints, population, { tolerance: -1, maxSweeps: 1 })
    const next = current.map((weight, cell) => weight * factors[cell]!)
    if (next.every((weight, cell) => Math.abs(weight - current[cell]!) < still)) return sweeps
    current = next
  }
  return 5000
}
