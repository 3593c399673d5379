import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { EstimateRow } from '#server/store/weighting.ts'
import type { PlannedEstimate } from './plan-estimates.ts'

/**
 * What is kept of a measure: the city, then each area.
 *
 * @param withheld  why it may not be shown, in the same order; null where it may
 */
export function estimateRows(
  runId: string,
  { measure, statistic, category }: PlannedEstimate,
  areas: readonly string[],
  estimates: MeasureEstimates,
  withheld: readonly (string | null)[],
): EstimateRow[] {
  const places = [
    { area_id: null, found: estimates.city },
    ...areas.map((area_id, a) => ({ area_id, found: estimates.areas[a] })),
  ]
  return places.map(({ area_id, found }, p): EstimateRow => {
    const about = { run_id: runId, area_id, measure, statistic, category, withheld: withheld[p] ?? null }
    if (found?.status !== 'estimated')
      return { ...about, estimate: null, se: null, low: null, high: null, n: 0, n_effective: null, design_effect: null }
    const { estimate, se, low, high, n, nEffective, designEffect } = found
    return { ...about, estimate, se, low, high, n, n_effective: nEffective, design_effect: designEffect }
  })
}
