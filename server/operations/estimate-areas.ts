import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import type { PublishedMeasure } from '#analysis/quality/publication.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { notWeighed, refused } from '#server/problems.ts'
import { type Respondent, weighedInterviews } from '#server/store/respondents.ts'
import type { Wave } from '#server/store/waves.ts'
import {
  addEstimates,
  type EstimateRow,
  estimatesOf,
  isEstimated,
  latestRun,
  type WeightingRun,
} from '#server/store/weighting.ts'
import { estimateInThread } from './analysis-thread.ts'
import { piecesOf } from './pieces.ts'
import { planEstimates, type PlannedEstimate } from './plan-estimates.ts'
import { readSample } from './read-sample.ts'
import { analysisMargins, analysisRecipe, publicationLimits, readFrame } from './weighting-inputs.ts'

export type EstimatedWave = { run: WeightingRun; estimates: EstimateRow[] }

const mostRows = 500

/**
 * Estimates every measure of a study in the city and each area with the latest weights of a wave, and decides what must
 * be withheld. The estimates of a run are made once; asked again, they are read.
 *
 * @throws Problem not-weighed without weights; refused when answers have changed since they were weighed
 */
export async function estimateAreas(deps: Pick<Deps, 'db' | 'compiledFor'>, wave: Wave): Promise<EstimatedWave> {
  const { db } = deps
  const run = await latestRun(db, wave.id)
  if (!run) throw notWeighed({ study: wave.study_id })
  if (!(await isEstimated(db, run.id))) {
    const rows = await makeEstimates(deps, wave, run)
    // The city last: from then on the run counts as estimated.
    const inOrder = [
      ...rows.filter(({ area_id }) => area_id !== null),
      ...rows.filter(({ area_id }) => area_id === null),
    ]
    for (const piece of piecesOf(inOrder, mostRows)) await addEstimates(db, piece)
  }
  return { run, estimates: await estimatesOf(db, run.id) }
}

async function makeEstimates(
  { db, compiledFor }: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  run: WeightingRun,
): Promise<EstimateRow[]> {
  const compiled = await compiledFor(wave)
  const { study } = compiled
  const plan = planEstimates(compiled)
  const frame = await readFrame(db, study, wave)
  const about = { ...frame.about, ...sampledIn(run) }
  const sample = await readSample(weighedInterviews(db, { runId: run.id, studyId: study.id }), { ...frame, about }, [
    ({ weight }) => weight,
    ({ base, nonresponse, composite }) => base * nonresponse * composite,
    ...plan.columns.map(
      (column) =>
        ({ answers }: Respondent) =>
          column(answers),
    ),
  ])
  const [weights = new Float64Array(), baseWeights = new Float64Array(), ...columns] = sample.columns
  if (sample.hash !== run.snapshot_hash)
    throw refused({ reason: `Answers or margins have changed since these interviews were weighed. ${again(study)}` })

  const { areas, strata, units } = sample
  const { byArea } = frame.population
  const found = await estimateInThread({
    baseWeights,
    areas,
    strata,
    ...(units && { units }),
    margins: analysisMargins(study, frame, sample),
    recipe: analysisRecipe(study),
    measures: plan.estimates.map(({ of }) => of(columns)),
    sums: plan.sums,
    ...(byArea.some((people) => people > 0) && { populations: byArea }),
    limits: publicationLimits(study),
  })
  if (!agree(weights, found.weights))
    throw refused({ reason: `This version of Canvass weighs differently from ${run.program}. ${again(study)}` })
  return plan.estimates.flatMap((planned, m) =>
    rowsOf(run.id, planned, areas.labels, found.estimates[m], found.published[m]),
  )
}

/** What had become of the sample's cases when the run was made: they go on answering. */
function sampledIn({ recipe }: WeightingRun): { sampled?: unknown } {
  return 'sampled' in recipe ? { sampled: recipe.sampled } : {}
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
    const withheld = shown?.status === 'withheld' ? shown.reason : null
    const about = { run_id: runId, area_id, measure, statistic, category, withheld }
    if (found?.status !== 'estimated')
      return { ...about, estimate: null, se: null, low: null, high: null, n: 0, n_effective: null, design_effect: null }
    const { estimate, se, low, high, n, nEffective, designEffect } = found
    return { ...about, estimate, se, low, high, n, n_effective: nEffective, design_effect: designEffect }
  })
}
