import type { MarginReport } from '../weighting/diagnostics.ts'

/** A category that the sample, before weighting, had too few or too many of. */
export type MarginMiss = {
  variable: string
  category: string
  respondents: number
  /** Shares of those with a category: in the sample by base weight, and in the population. */
  before: number
  target: number
}

/**
 * The categories of margins that the sample missed by most, before weighting set it right.
 *
 * @param margins  as the weighting left them in its diagnostics
 * @param least    misses of fewer points than this (as a share) are no matter
 * @returns        the largest difference of shares first
 * @see            Kalton & Flores-Cervantes (2003), Journal of Official Statistics 19(2), 81–97, on adjusting to margins
 */
export function marginMisses(margins: readonly MarginReport[], least = 0.01): MarginMiss[] {
  return margins
    .flatMap(({ variable, rows }) =>
      rows.map(({ category, respondents, before, target }) => ({
        variable,
        category,
        respondents,
        before,
        target,
      })),
    )
    .filter(({ before, target }) => Math.abs(before - target) >= least)
    .sort((a, b) => Math.abs(b.before - b.target) - Math.abs(a.before - a.target))
}
