import type { Deps } from '#server/deps.ts'
import type { Wave } from '#server/store/waves.ts'
import type { EstimateRow } from '#server/store/weighting.ts'
import { adjustInThread } from '../analysis-thread.ts'
import { estimateInputs } from '../estimate-inputs.ts'
import type { EstimatedWave } from '../estimate-areas.ts'
import { estimateRows } from '../estimate-rows.ts'

/** A figure as it would be had everybody answered by themselves. */
export type AdjustedRow = EstimateRow & { readonly adjusted: 'mode' }

/**
 * The estimates of a run with the difference by mode taken off, made anew at each call and kept nowhere: what is published
 * stays what was measured. What is withheld there is withheld here. Figures whose modes cannot be compared are left out.
 *
 * @throws Problem refused when answers have changed since they were weighed
 */
export async function adjustForMode(
  deps: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  { run, estimates }: EstimatedWave,
): Promise<AdjustedRow[]> {
  const { plan, input } = await estimateInputs(deps, wave, run)
  const all = { ...input, byMode: { ...input.byMode, compared: [...plan.estimates.keys()] } }
  const { adjusted } = await adjustInThread(all)
  const reasonOf = new Map(estimates.map((row) => [placeOf(row), row.withheld]))
  return adjusted.flatMap(({ place, estimates: found }) => {
    const planned = plan.estimates[place]
    if (!planned) return []
    const places = [null, ...input.areas.labels]
    const reasons = places.map((area_id) => reasonOf.get(placeOf({ ...planned, area_id })) ?? null)
    const rows = estimateRows(run.id, planned, input.areas.labels, found, reasons)
    return rows.map((row): AdjustedRow => ({ ...row, adjusted: 'mode' }))
  })
}

function placeOf({ area_id, measure, statistic, category }: Omit<EstimateRow, keyof Figures>): string {
  return JSON.stringify([area_id, measure, statistic, category])
}

type Figures = Omit<EstimateRow, 'area_id' | 'measure' | 'statistic' | 'category'>
