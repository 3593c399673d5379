import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import type { Methods } from '#server/reports/results.ts'
import { layerVersion } from '#server/store/area-shapes.ts'
import { answeredBetween, type PublishedRun } from '#server/store/published-estimates.ts'
import type { Wave } from '#server/store/waves.ts'
import type { WeightingReport } from './weigh-sample.ts'

/** How a wave's figures were made, for its methods box. */
export async function readMethods(deps: Deps, study: Study, wave: Wave, run: PublishedRun): Promise<Methods> {
  const { areaDrawn = 0, designEffect, nEffective } = diagnosticsOf(run)
  const { first, last } = await answeredBetween(deps.db, run.id, study.id)
  return {
    runId: run.id,
    interviews: run.interviews,
    weighedAt: run.created_at,
    firstAnswer: first,
    lastAnswer: last,
    areasDrawn: areaDrawn,
    designEffect,
    nEffective,
    margins: study.demographics.filter(({ id }) => isWeighedBy(study, id)).map(({ title }) => title),
    areaTotals: study.weighting.areaTotals,
    program: run.program,
    snapshotHash: run.snapshot_hash,
    layerVersion: await layerVersion(deps.db, wave.layer_id),
  }
}

/** Whether the city's shares of a demographic are met, alone or crossed with others. */
function isWeighedBy({ weighting: { margins, crossings = [] } }: Study, demographic: string): boolean {
  const crossed = crossings.filter(({ id }) => margins.includes(id)).flatMap(({ demographics }) => demographics)
  return margins.includes(demographic) || crossed.includes(demographic)
}

/** The diagnostics as the weighting left them with the run. */
export function diagnosticsOf({ diagnostics }: PublishedRun): Partial<WeightingReport> {
  return diagnostics
}
