import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { PublishedMeasure } from '#analysis/quality/publication.ts'
import type { Categories } from '#analysis/weighting/margin.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { notWeighed, refused } from '#server/problems.ts'
import { type Respondent, weighedInterviews } from '#server/store/respondents.ts'
import type { Area } from '#server/store/areas.ts'
import type { Wave } from '#server/store/waves.ts'
import {
  addEstimates,
  type EstimateRow,
  estimatesOf,
  isEstimated,
  latestRun,
  type WeightingRun,
} from '#server/store/weighting.ts'
import { addModelled, addModels, modelledOf, type ModelledRow, type ModelRow, modelsOf } from '#server/store/models.ts'
import { estimateInThread } from './analysis-thread.ts'
import { gapRows, measureRows, type ModelledRows } from './modelled-rows.ts'
import { piecesOf } from './pieces.ts'
import { planEstimates, type PlannedEstimate } from './plan-estimates.ts'
import { readSample } from './read-sample.ts'
import { analysisMargins, analysisRecipe, publicationLimits, readFrame } from './weighting-inputs.ts'

export type EstimatedWave = {
  run: WeightingRun
  estimates: EstimateRow[]
  /** What the models say, beside the estimates of the same names. */
  models: ModelRow[]
  modelled: ModelledRow[]
}

const mostRows = 500

/**
 * Estimates every measure of a study in the city and each area with the latest weights of a wave, directly and by models
 * over all areas, and decides what must be withheld. The estimates of a run are made once; asked again, they are read.
 *
 * @throws Problem not-weighed without weights; refused when answers have changed since they were weighed
 */
export async function estimateAreas(deps: Pick<Deps, 'db' | 'compiledFor'>, wave: Wave): Promise<EstimatedWave> {
  const { db } = deps
  const run = await latestRun(db, wave.id)
  if (!run) throw notWeighed({ study: wave.study_id })
  if (!(await isEstimated(db, run.id))) {
    const { estimates: rows, models, modelled } = await makeEstimates(deps, wave, run)
    for (const piece of piecesOf(models, mostRows)) await addModels(db, piece)
    for (const piece of piecesOf(modelled, mostRows)) await addModelled(db, piece)
    // The city last: from then on the run counts as estimated.
    const inOrder = [
      ...rows.filter(({ area_id }) => area_id !== null),
      ...rows.filter(({ area_id }) => area_id === null),
    ]
    for (const piece of piecesOf(inOrder, mostRows)) await addEstimates(db, piece)
  }
  const [estimates, models, modelled] = [
    await estimatesOf(db, run.id),
    await modelsOf(db, run.id),
    await modelledOf(db, run.id),
  ]
  return { run, estimates, models, modelled }
}

async function makeEstimates(
  { db, compiledFor }: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  run: WeightingRun,
): Promise<ModelledRows & { estimates: EstimateRow[] }> {
  const compiled = await compiledFor(wave)
  const { study } = compiled
  const plan = planEstimates(compiled)
  const frame = await readFrame(db, study, wave)
  const sample = await readSample(weighedInterviews(db, { runId: run.id, studyId: study.id }), frame, [
    ({ weight }) => weight,
    ...plan.columns.map(
      (column) =>
        ({ answers }: Respondent) =>
          column(answers),
    ),
  ])
  const [weights = new Float64Array(), ...columns] = sample.columns
  if (sample.hash !== run.snapshot_hash)
    throw refused({ reason: `Answers or margins have changed since these interviews were weighed. ${again(study)}` })

  const { baseWeights, areas, strata } = sample
  const { byArea } = frame.population
  const found = await estimateInThread({
    baseWeights,
    areas,
    strata,
    margins: analysisMargins(study, frame, sample),
    recipe: analysisRecipe(study),
    measures: plan.estimates.map(({ of }) => of(columns)),
    sums: plan.sums,
    ...(byArea.some((people) => people > 0) && { populations: byArea }),
    limits: publicationLimits(study),
    modelling: {
      seed: seedOf(run),
      ...parentsOf(frame.areas),
      gaps: plan.gaps.map(({ measure, of }) => ({ measure: of(columns), support: supportOf(plan.estimates, measure) })),
      ranked: plan.ranked,
      classed: plan.classed,
    },
  })
  if (!agree(weights, found.weights))
    throw refused({ reason: `This version of Canvass weighs differently from ${run.program}. ${again(study)}` })
  const { models, ranks, statements, gaps } = found.modelled
  const about = { runId: run.id, areas: areas.labels, seed: seedOf(run) }
  const ofMeasures = plan.estimates.flatMap((planned, m) => {
    const [model, published] = [models[m], found.published[m]]
    if (!model || !published) return []
    return [measureRows(about, planned, { model, published, ranks: ranks[m], statements: statements[m] })]
  })
  const ofGaps = plan.gaps.flatMap((planned, g) => (gaps[g] ? [gapRows(about, planned, gaps[g])] : []))
  return {
    estimates: [
      ...plan.estimates.flatMap((planned, m) =>
        rowsOf(run.id, planned, areas.labels, found.estimates[m], found.published[m]),
      ),
      ...ofGaps.flatMap(({ estimates }) => estimates),
    ],
    models: [...ofMeasures, ...ofGaps].flatMap((rows) => rows.models),
    modelled: [...ofMeasures, ...ofGaps].flatMap((rows) => rows.modelled),
  }
}

/** The seed of a run's draws: the same answers, weights and margins, the same digits. */
function seedOf({ snapshot_hash }: WeightingRun): number {
  return Number.parseInt(snapshot_hash.slice(0, 8), 16)
}

/** The parent of each area, where areas have any. */
function parentsOf(areas: readonly Area[]): { parents?: Categories } {
  const labels = [...new Set(areas.flatMap(({ parent }) => parent ?? []))].sort()
  if (labels.length === 0) return {}
  return {
    parents: {
      variable: 'parent',
      labels,
      codes: Int32Array.from(areas, ({ parent }) => labels.indexOf(parent ?? '')),
    },
  }
}

function supportOf(estimates: readonly PlannedEstimate[], wanted: string): number {
  return estimates.findIndex(({ measure, statistic }) => measure === wanted && statistic === 'support')
}

function again({ id }: Study): string {
  return `Weigh again: npx canvass weigh ${id}`
}

/** Whether weights are the same but for the last digits, which a new version of a library may change. */
function agree(kept: Float64Array, made: Float64Array): boolean {
  return kept.length === made.length && kept.every((weight, row) => Math.abs((made[row] ?? 0) / weight - 1) < 1e-9)
}

function rowsOf(
  runId: string,
  { measure, statistic, category }: PlannedEstimate,
  areas: readonly string[],
  estimates: MeasureEstimates | undefined,
  published: PublishedMeasure | undefined,
): EstimateRow[] {
  if (!estimates || !published) throw new Error(`No estimates were made of ${measure}`)
  const places = [
    { area_id: null, found: estimates.city, shown: published.city },
    ...areas.map((area_id, a) => ({ area_id, found: estimates.areas[a], shown: published.areas[a] })),
  ]
  return places.map(({ area_id, found, shown }): EstimateRow => {
    const withheld = shown && shown.status !== 'published' ? shown.reason : null
    const about = { run_id: runId, area_id, measure, statistic, category, withheld }
    if (found?.status !== 'estimated')
      return { ...about, estimate: null, se: null, low: null, high: null, n: 0, n_effective: null, design_effect: null }
    const { estimate, se, low, high, n, nEffective, designEffect } = found
    return { ...about, estimate, se, low, high, n, n_effective: nEffective, design_effect: designEffect }
  })
}
