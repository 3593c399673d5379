import type { TestedMode } from './compare-modes.ts'
import type { PlannedEstimate } from '../plan-estimates.ts'
import { selfAdministered } from './mode-columns.ts'

/** How much answers differ by mode, at the same area and demographics, after weighting. Kept with the run's estimates. */
export type ModeReport = {
  /** What the others are compared with. */
  reference: readonly string[]
  /** Interviews by the mode in which they ended. */
  interviews: Readonly<Record<string, number>>
  tests: readonly ModeTest[]
  /** What could not be compared, and why; nothing of that where all interviews are in modes of the reference. */
  untested: readonly (Figure & { reason: string })[]
}

type Figure = Pick<PlannedEstimate, 'measure' | 'statistic' | 'category'>

export type ModeTest = Figure & {
  /** Difference in the unit of the figure (shares 0..1, net −1..1), with its 95 % interval. */
  modes: readonly { mode: string; difference: number; se: number; low: number; high: number }[]
  F: number
  df: number
  ddf: number
  p: number
  /** p below 1 %, or a mode that differs by more than 3 points (statistics.md, section 8). */
  adjust: boolean
}

/** Says of each figure how the modes differ. */
export function modeReport(
  estimates: readonly PlannedEstimate[],
  tested: readonly TestedMode[],
  interviews: Readonly<Record<string, number>>,
): ModeReport {
  const figures = tested.flatMap((one) => {
    const planned = estimates[one.place]
    return planned ? [{ about: figureOf(planned), one }] : []
  })
  return {
    reference: selfAdministered,
    interviews,
    tests: figures.flatMap(({ about, one }) => ('effect' in one ? [{ ...about, ...one.effect }] : [])),
    untested: figures.flatMap(({ about, one }) => ('reason' in one ? [{ ...about, reason: one.reason }] : [])),
  }
}

function figureOf({ measure, statistic, category }: PlannedEstimate): Figure {
  return { measure, statistic, category }
}

/** Whether a figure is compared by mode: level and discord of a measure, the level of each question, each choice. */
export function isCompared({ measure, statistic }: PlannedEstimate): boolean {
  return statistic === 'net' || statistic === 'share' || (statistic === 'polarization' && !measure.includes('.'))
}
