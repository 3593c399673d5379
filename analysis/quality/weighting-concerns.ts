import { concernLimits } from '../weighting/concern-limits.ts'
import type { AreaSpread, MarginReport } from '../weighting/diagnostics.ts'

/** What a careful reader of a weighting would ask about, with its figure and the limit that it is beyond. */
export type WeightingConcern =
  | { kind: 'missing'; variable: string; share: number; limit: number }
  | { kind: 'many-trimmed' | 'much-weight-trimmed'; share: number; limit: number }
  | { kind: 'trimming-not-settled'; rounds: number }
  | { kind: 'unequal-weights'; designEffect: number; limit: number }
  | { kind: 'unequal-areas'; areas: string[]; limit: number }

type Judged = {
  margins: readonly MarginReport[]
  designEffect: number
  areas: readonly AreaSpread[]
  trimmed: { shareOfRows: number; shareOfWeight: number; settled: boolean; rounds: number }
}

/** What in a weighting's diagnostics is beyond the limits of its plan; nothing where all is well. */
export function weightingConcerns({ margins, designEffect, areas, trimmed }: Judged): WeightingConcern[] {
  const found: WeightingConcern[] = []
  const limits = concernLimits
  for (const { variable, missing } of margins)
    if (missing > limits.missing) found.push({ kind: 'missing', variable, share: missing, limit: limits.missing })
  if (trimmed.shareOfRows > limits.trimmedRows)
    found.push({ kind: 'many-trimmed', share: trimmed.shareOfRows, limit: limits.trimmedRows })
  if (trimmed.shareOfWeight > limits.trimmedWeight)
    found.push({ kind: 'much-weight-trimmed', share: trimmed.shareOfWeight, limit: limits.trimmedWeight })
  if (!trimmed.settled) found.push({ kind: 'trimming-not-settled', rounds: trimmed.rounds })
  if (designEffect > limits.designEffect)
    found.push({ kind: 'unequal-weights', designEffect, limit: limits.designEffect })
  const unequal = areas.filter((area) => area.designEffect > limits.areaDesignEffect).map(({ area }) => area)
  if (unequal.length > 0) found.push({ kind: 'unequal-areas', areas: unequal, limit: limits.areaDesignEffect })
  return found
}
