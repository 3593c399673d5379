/** How well figures hold, pooled over areas and surveys. */
import type { Figure } from './follow-survey.ts'

export type Score = {
  figures: number
  bias: number
  rmse: number
  meanSe: number
  /** Root mean square of the standard errors: what the error should be if they are right. */
  rootSe: number
  /** Share of the intervals that hold the truth, with the standard error of that share over surveys. */
  coverage: number
}

/** Sums that scores are made of, so that surveys can be thrown away one by one. */
export type Tally = {
  figures: number
  error: number
  squaredError: number
  se: number
  squaredSe: number
  held: number
}

export const tallyOf = (figures: readonly Figure[]): Tally => {
  const sum = (of: (figure: Figure) => number) => figures.reduce((total, figure) => total + of(figure), 0)
  return {
    figures: figures.length,
    error: sum(({ estimate, truth }) => estimate - truth),
    squaredError: sum(({ estimate, truth }) => (estimate - truth) ** 2),
    se: sum(({ se }) => se),
    squaredSe: sum(({ se }) => se ** 2),
    held: sum(({ low, high, truth }) => Number(low <= truth && truth <= high)),
  }
}

export function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  const figures = sum((tally) => tally.figures)
  return {
    figures,
    bias: sum(({ error }) => error) / figures,
    rmse: Math.sqrt(sum(({ squaredError }) => squaredError) / figures),
    meanSe: sum(({ se }) => se) / figures,
    rootSe: Math.sqrt(sum(({ squaredSe }) => squaredSe) / figures),
    coverage: sum(({ held }) => held) / figures,
  }
}
