import { AnalysisRefusal, checkLength } from '../refusal.ts'
import type { Categories } from './margin.ts'

/**
 * What a sampling frame lists, and whom of a chosen entry we ask: persons themselves; a household, of which one adult is
 * chosen or all are asked; or a phone number, whoever may pick it up.
 */
export type Draws = 'persons' | 'one-adult' | 'all-adults' | 'numbers'

/** More adults or lines than these count as these: a few large households must not carry a city. */
export type HouseholdCaps = { adults: number; lines: number }
export const usualCaps: HouseholdCaps = { adults: 4, lines: 3 }

/** How the rows of a sample were chosen. */
export type Selection = {
  /** Of each row's case; NaN where no sample drew the respondent. */
  probabilities: Float64Array
  frames: Categories
  /** Of each frame. Rows without a frame were drawn as persons. */
  draws: readonly Draws[]
  /** NaN where it was not told. */
  adults?: Float64Array
  lines?: Float64Array
  /** 1 where the case's number is a landline. */
  landlines?: Uint8Array
  caps?: HouseholdCaps
}

export type BaseWeights = {
  weights: Float64Array
  /** Rows that needed the number of adults or lines and did not tell: they took the mean factor of their frame. */
  untold: { adults: number; lines: number }
  /** Rows whose number was above the cap. */
  capped: { adults: number; lines: number }
}

/**
 * How many people of its frame each row stands for: one over the probability with which this very person was chosen.
 * That is adults / π where one adult of a household is chosen, 1 / π where all are asked or persons are listed, and
 * 1 / (π · lines) for a number, times the adults who share it if it is a landline. Rows without a known chance start at 1.
 *
 * Who did not tell how many share a household or a phone takes the mean factor of those of the same frame who did, so
 * that the frame's level stays (1 if nobody told).
 *
 * @throws AnalysisRefusal for columns of another length and probabilities outside (0, 1]
 * @see    statistics.md, section 1; Lohr (2022), Sampling: Design and Analysis, chapters 2 and 7
 */
export function baseWeights(selection: Selection): BaseWeights {
  const { probabilities, frames, draws, adults, lines, landlines, caps = usualCaps } = selection
  const rows = probabilities.length
  for (const [variable, column] of Object.entries({ frame: frames.codes, adults, lines, landline: landlines }))
    if (column) checkLength(variable, column.length, rows)
  const drawsOf = (row: number): Draws => draws[frames.codes[row]!] ?? 'persons'
  const isDrawn = (row: number) => !Number.isNaN(probabilities[row]!)
  const needsLines = (row: number) => isDrawn(row) && drawsOf(row) === 'numbers'
  const needsAdults = (row: number) =>
    isDrawn(row) && (drawsOf(row) === 'one-adult' || (needsLines(row) && landlines?.[row] === 1))

  const byFrame = { codes: frames.codes, frames: draws.length }
  const household = factorsOf(adults, needsAdults, byFrame, (count) => capped(count, caps.adults))
  const reached = factorsOf(lines, needsLines, byFrame, (count) => 1 / capped(count, caps.lines))
  const weights = Float64Array.from(probabilities, (probability, row) => {
    if (!isDrawn(row)) return 1
    if (!(probability > 0 && probability <= 1))
      throw new AnalysisRefusal('bad-weight', `The probability of selection is ${probability} in row ${row}.`, {
        variable: 'probability',
        row,
      })
    return (household.factors[row]! * reached.factors[row]!) / probability
  })
  const above = (column: Float64Array | undefined, cap: number, needs: (row: number) => boolean) =>
    column ? column.reduce((n, count, row) => n + Number(needs(row) && count > cap), 0) : 0
  return {
    weights,
    untold: { adults: household.untold, lines: reached.untold },
    capped: { adults: above(adults, caps.adults, needsAdults), lines: above(lines, caps.lines, needsLines) },
  }
}

/** Whoever answers is an adult reached by one line, so that 1 is the least. */
function capped(count: number, cap: number): number {
  return Math.min(Math.max(count, 1), cap)
}

function factorsOf(
  counts: Float64Array | undefined,
  needs: (row: number) => boolean,
  { codes, frames }: { codes: Int32Array; frames: number },
  factorOf: (count: number) => number,
): { factors: Float64Array; untold: number } {
  const factors = new Float64Array(codes.length).fill(1)
  if (!counts) return { factors, untold: 0 }
  const sums = new Float64Array(frames)
  const told = new Float64Array(frames)
  let untold = 0
  for (let row = 0; row < codes.length; row++) {
    if (!needs(row)) continue
    if (Number.isNaN(counts[row]!)) untold++
    else {
      factors[row] = factorOf(counts[row]!)
      sums[codes[row]!]! += factors[row]!
      told[codes[row]!]! += 1
    }
  }
  for (let row = 0; row < codes.length; row++) {
    const frame = codes[row]!
    if (needs(row) && Number.isNaN(counts[row]!) && told[frame]! > 0) factors[row] = sums[frame]! / told[frame]!
  }
  return { factors, untold }
}
