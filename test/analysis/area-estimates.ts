import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { Estimate } from '#analysis/estimates/estimate.ts'

/** A direct estimate of n equal answers, for tests of what is made of it. */
export function direct(estimate: number, se: number, n = 100): Estimate {
  return {
    status: 'estimated',
    n,
    estimate,
    se,
    low: estimate - 2 * se,
    high: estimate + 2 * se,
    interval: 't',
    df: n - 1,
    designEffect: 1,
    nEffective: n,
    nKish: n,
    sameAnswer: 0.5,
  }
}

export const nobody = { status: 'empty', n: 0 } as const

export function estimatesOf(
  kind: MeasureEstimates['kind'],
  areas: MeasureEstimates['areas'],
  city = direct(0.5, 0.01, 5000),
): MeasureEstimates {
  return { name: kind, kind, level: 0.95, city, areas, parents: [] }
}
