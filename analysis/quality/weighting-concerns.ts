import type { AreaSpread, MarginReport } from '../weighting/diagnostics.ts'

/** What a careful reader of a weighting would ask about, with its figure. */
export type WeightingConcern =
  | { kind: 'missing'; variable: string; share: number }
  | { kind: 'many-trimmed'; share: number }
  | { kind: 'much-weight-trimmed'; share: number }
  | { kind: 'trimming-not-settled'; rounds: number }
  | { kind: 'unequal-weights'; designEffect: number }
  | { kind: 'unequal-areas'; areas: string[] }

/** statistics.md, sections 5 and 6. */
export const concernLimits = {
  missing: 0.1,
  trimmedRows: 0.02,
  trimmedWeight: 0.05,
  designEffect: 2,
  areaDesignEffect: 2.5,
}

type Judged = {
  margins: readonly MarginReport[]
  designEffect: number
  areas: readonly AreaSpread[]
  trimmed: { shareOfRows: number; shareOfWeight: number; settled: boolean; rounds: number }
}

/** What in a weighting's diagnostics is beyond the limits of its plan; nothing where all is well. */
export function weightingConcerns({ margins, designEffect, areas, trimmed }: Judged): WeightingConcern[] {
  const limits = concernLimits
  const unequal = areas.filter((area) => area.designEffect > limits.areaDesignEffect)
  return [
    ...margins
      .filter(({ missing }) => missing > limits.missing)
      .map(({ variable, missing }) => ({ kind: 'missing' as const, variable, share: missing })),
    ...(trimmed.shareOfRows > limits.trimmedRows
      ? [{ kind: 'many-trimmed' as const, share: trimmed.shareOfRows }]
      : []),
    ...(trimmed.shareOfWeight > limits.trimmedWeight
      ? [{ kind: 'much-weight-trimmed' as const, share: trimmed.shareOfWeight }]
      : []),
    ...(trimmed.settled ? [] : [{ kind: 'trimming-not-settled' as const, rounds: trimmed.rounds }]),
    ...(designEffect > limits.designEffect ? [{ kind: 'unequal-weights' as const, designEffect }] : []),
    ...(unequal.length > 0 ? [{ kind: 'unequal-areas' as const, areas: unequal.map(({ area }) => area) }] : []),
  ]
}
