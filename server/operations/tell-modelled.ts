import { inWholePoints } from '#analysis/quality/modelled-figures.ts'
import type { ModelledRow } from '#server/store/models.ts'
import type { EstimateRow } from '#server/store/weighting.ts'

/**
 * The modelled estimates of a run that may be told outside of it: in whole points where anything is hidden.
 */
export function tellModelled(estimates: readonly EstimateRow[], modelled: readonly ModelledRow[]): ModelledRow[] {
  const shown = modelled.filter(({ withheld }) => withheld === null)
  return hidesAnything(estimates, modelled) ? shown.map(inWholePoints) : shown
}

/** Whether anything that was answered is shown by neither method. */
export function hidesAnything(estimates: readonly EstimateRow[], modelled: readonly ModelledRow[]): boolean {
  const keyOf = (row: EstimateRow | ModelledRow) =>
    JSON.stringify([row.area_id, row.measure, row.statistic, row.category])
  const told = new Set(modelled.filter(({ withheld }) => withheld === null).map(keyOf))
  return estimates.some((row) => row.n > 0 && row.withheld !== null && !told.has(keyOf(row)))
}
