import type { VarianceMethod } from '#instruments/engine/weighting.ts'
import type { Deps } from '#server/deps.ts'
import { notWeighed, refused } from '#server/problems.ts'
import type { Db } from '#server/store/database.ts'
import { addModelled, addModels, modelledOf, type ModelledRow, type ModelRow, modelsOf } from '#server/store/models.ts'
import type { Wave } from '#server/store/waves.ts'
import {
  addEstimateDiagnostics,
  addEstimates,
  type EstimateRow,
  estimateDiagnosticsOf,
  estimatesOf,
  isEstimated,
  latestRun,
  type WeightingRun,
} from '#server/store/weighting.ts'
import { estimateInThread } from './analysis-thread.ts'
import { again, estimateInputs, seedOf } from './estimate-inputs.ts'
import { estimateRows } from './estimate-rows.ts'
import { gapRows, measureRows, type ModelledRows } from './modelled-rows.ts'
import { type ModeReport, modeReport } from './modes/mode-report.ts'
import { piecesOf } from './pieces.ts'
import { isSameMethod, varianceMethodOf } from './variance-method.ts'
import { weighSample } from './weigh-sample.ts'

export type EstimatedWave = {
  run: WeightingRun
  estimates: EstimateRow[]
  /** What the models say, beside the estimates of the same names. */
  models: ModelRow[]
  modelled: ModelledRow[]
  /** How answers differ by mode; undefined for runs that were estimated before this was asked. */
  modes: ModeReport | undefined
}

const mostRows = 500

/**
 * Estimates every measure of a study in the city and each area with the latest weights of a wave, directly and by models
 * over all areas, and decides what must be withheld. The estimates of a run are made once; asked again, they are read.
 *
 * @param variance  how errors are made. A run keeps one method: where another is asked for, the wave is weighed once more.
 * @throws Problem not-weighed without weights; refused when answers have changed since they were weighed
 */
export async function estimateAreas(
  deps: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  variance?: VarianceMethod,
): Promise<EstimatedWave> {
  const { db } = deps
  let run = await latestRun(db, wave.id)
  if (run && variance && !isSameMethod(variance, varianceMethodOf(run))) {
    await weighSample(deps, wave, variance)
    run = await latestRun(db, wave.id)
  }
  if (!run) throw notWeighed({ study: wave.study_id })
  if (!(await isEstimated(db, run.id))) {
    const { rows, modes, models, modelled } = await makeEstimates(deps, wave, run)
    await addEstimateDiagnostics(db, run.id, { modes })
    for (const piece of piecesOf(models, mostRows)) await addModels(db, piece)
    for (const piece of piecesOf(modelled, mostRows)) await addModelled(db, piece)
    // The city last: from then on the run counts as estimated.
    const inOrder = [
      ...rows.filter(({ area_id }) => area_id !== null),
      ...rows.filter(({ area_id }) => area_id === null),
    ]
    for (const piece of piecesOf(inOrder, mostRows)) await addEstimates(db, piece)
  }
  return {
    run,
    estimates: await estimatesOf(db, run.id),
    models: await modelsOf(db, run.id),
    modelled: await modelledOf(db, run.id),
    modes: await modesOf(db, run.id),
  }
}

async function makeEstimates(
  deps: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  run: WeightingRun,
): Promise<ModelledRows & { rows: EstimateRow[]; modes: ModeReport }> {
  const { study, plan, input, weights, interviews } = await estimateInputs(deps, wave, run)
  const found = await estimateInThread(input)
  if (!agree(weights, found.weights))
    throw refused({ reason: `This version of Canvass weighs differently from ${run.program}. ${again(study)}` })
  const { models, ranks, statements, gaps } = found.modelled
  const areas = input.areas.labels
  const about = { runId: run.id, areas, seed: seedOf(run) }
  const ofMeasures = plan.estimates.flatMap((planned, m) => {
    const [model, published] = [models[m], found.published[m]]
    if (!model || !published) return []
    return [measureRows(about, planned, { model, published, ranks: ranks[m], statements: statements[m] })]
  })
  const ofGaps = plan.gaps.flatMap((planned, g) => (gaps[g] ? [gapRows(about, planned, gaps[g])] : []))
  const direct = plan.estimates.flatMap((planned, m) => {
    const [estimates, published] = [found.estimates[m], found.published[m]]
    if (!estimates || !published) throw new Error(`No estimates were made of ${planned.measure}`)
    const reasons = [published.city, ...published.areas].map((one) => (one.status === 'published' ? null : one.reason))
    return estimateRows(run.id, planned, areas, estimates, reasons)
  })
  return {
    rows: [...direct, ...ofGaps.flatMap(({ estimates }) => estimates)],
    models: [...ofMeasures, ...ofGaps].flatMap((rows) => rows.models),
    modelled: [...ofMeasures, ...ofGaps].flatMap((rows) => rows.modelled),
    modes: modeReport(plan.estimates, found.tested, interviews),
  }
}

async function modesOf(db: Db, runId: string): Promise<ModeReport | undefined> {
  const diagnostics: { modes?: ModeReport } | undefined = await estimateDiagnosticsOf(db, runId)
  return diagnostics?.modes
}

/** Whether weights are the same but for the last digits, which a new version of a library may change. */
function agree(kept: Float64Array, made: Float64Array): boolean {
  return kept.length === made.length && kept.every((weight, row) => Math.abs((made[row] ?? 0) / weight - 1) < 1e-9)
}
