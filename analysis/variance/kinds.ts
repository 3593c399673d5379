import type { ReplicatePlan } from '../replicate-estimates.ts'
import { cellsOf } from '../weighting/cells.ts'

/** Kinds are drawn instead of rows where they are so many times fewer: drawing one takes longer than drawing a row. */
const fewer = 12

/**
 * Sees rows as one that stand in the same run and gave the same answers to everything that is tallied: a bootstrap then
 * draws how many of a kind there are, and costs kinds instead of rows. Done where persons are the units, without finite
 * population correction, and where rows are of few kinds; the plan comes back as it is otherwise.
 *
 * @param placeOfRow  of the rows of the plan
 */
export function inKinds(plan: Omit<ReplicatePlan, 'full'>, placeOfRow: Int32Array): Omit<ReplicatePlan, 'full'> {
  const { resampling, tallying, runs, unitOfRow, rows } = plan
  const { tallies, places } = tallying
  const isPlain = resampling.kind === 'bootstrap' && !unitOfRow && resampling.unseen.every((share) => share === 1)
  if (!isPlain || tallies.some(({ values }) => values)) return plan

  const runOfRow = new Int32Array(rows.length)
  runs.groups.forEach((_, run) => runOfRow.fill(run, runs.starts[run], runs.starts[run + 1]))
  let found = cellsOf([runOfRow, placeOfRow], [runs.groups.length, places], rows.length)
  for (const { bins, answers } of tallies) {
    if (found.count * fewer > rows.length) return plan
    const answerOfRow = bins.map((bin) => bin % answers)
    found = cellsOf([found.cellOfRow, answerOfRow], [found.count, answers], rows.length)
  }
  if (found.count * fewer > rows.length) return plan

  const sizes = new Uint32Array(found.count)
  const firstRow = new Int32Array(found.count).fill(-1)
  for (let row = 0; row < rows.length; row++) {
    const kind = found.cellOfRow[row]!
    sizes[kind]! += 1
    if (firstRow[kind]! < 0) firstRow[kind] = row
  }
  // Rows go run by run, so that kinds, numbered as they first appear, do too.
  const starts = new Int32Array(runs.groups.length + 1)
  for (let kind = 0; kind < found.count; kind++) starts[runOfRow[firstRow[kind]!]! + 1]! += 1
  for (let run = 0; run < runs.groups.length; run++) starts[run + 1]! += starts[run]!
  const ofStrata = new Int32Array(resampling.unseen.length + 1)
  runs.strata.forEach((stratum, run) => (ofStrata[stratum + 1]! += starts[run + 1]! - starts[run]!))
  for (let stratum = 0; stratum < resampling.unseen.length; stratum++) ofStrata[stratum + 1]! += ofStrata[stratum]!
  return {
    ...plan,
    resampling: { ...resampling, kinds: { starts: ofStrata, sizes } },
    runs: { ...runs, starts },
    rows: firstRow.map((row) => rows[row]!),
    tallying: {
      ...tallying,
      tallies: tallies.map((tally) => ({ ...tally, bins: firstRow.map((row) => tally.bins[row]!) })),
    },
  }
}
