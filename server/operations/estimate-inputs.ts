import type { Categories } from '#analysis/weighting/margin.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { refused } from '#server/problems.ts'
import { type WeighedRespondent, weighedInterviews } from '#server/store/respondents.ts'
import type { Area } from '#server/store/areas.ts'
import type { Wave } from '#server/store/waves.ts'
import type { WeightingRun } from '#server/store/weighting.ts'
import type { Estimating } from './analyze.ts'
import { modeCategories, modeGroups, modeReader, selfAdministered } from './modes/mode-columns.ts'
import { isCompared } from './modes/mode-report.ts'
import { type EstimatePlan, planEstimates, type PlannedEstimate } from './plan-estimates.ts'
import { readSample } from './read-sample.ts'
import { replicationOf, varianceMethodOf } from './variance-method.ts'
import { analysisMargins, analysisRecipe, publicationLimits, readFrame } from './weighting-inputs.ts'

export type EstimateInputs = {
  readonly study: Study
  readonly plan: EstimatePlan
  readonly input: Estimating
  /** The weights that the run kept. */
  readonly weights: Float64Array
  /** Interviews by the mode in which they ended. */
  readonly interviews: Readonly<Record<string, number>>
}

/**
 * Reads what the estimates of a run are made of: the interviews as they were weighed, and the factors of before their
 * calibration.
 *
 * @throws Problem refused when answers have changed since they were weighed
 */
export async function estimateInputs(
  { db, compiledFor }: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  run: WeightingRun,
): Promise<EstimateInputs> {
  const compiled = await compiledFor(wave)
  const { study } = compiled
  const plan = planEstimates(compiled)
  const groups = modeGroups(plan.estimates)
  const frame = await readFrame(db, study, wave)
  const reading = { ...frame, covariates: study.demographics, about: { ...frame.about, ...sampledIn(run) } }
  const sample = await readSample(weighedInterviews(db, { runId: run.id, studyId: study.id }), reading, [
    ({ weight }) => weight,
    ({ base, nonresponse, composite }) => base * nonresponse * composite,
    ...groups.map(({ questions }) => modeReader(questions)),
    ...plan.columns.map(
      (column) =>
        ({ answers }: WeighedRespondent) =>
          column(answers),
    ),
  ])
  const [weights = new Float64Array(), baseWeights = new Float64Array(), ...others] = sample.columns
  const modes = others.splice(0, groups.length)
  if (sample.hash !== run.snapshot_hash)
    throw refused({ reason: `Answers or margins have changed since these interviews were weighed. ${again(study)}` })

  const { areas, strata, units } = sample
  const { byArea } = frame.population
  const input: Estimating = {
    baseWeights,
    areas,
    strata,
    ...(units && { units }),
    margins: analysisMargins(study, frame, sample),
    recipe: analysisRecipe(study),
    measures: plan.estimates.map(({ of }) => of(others)),
    sums: plan.sums,
    ...(byArea.some((people) => people > 0) && { populations: byArea }),
    limits: publicationLimits(study),
    ...replicationOf(varianceMethodOf(run)),
    modelling: {
      seed: seedOf(run),
      ...parentsOf(frame.areas),
      gaps: plan.gaps.map(({ measure, of }) => ({ measure: of(others), support: supportOf(plan.estimates, measure) })),
      ranked: plan.ranked,
      classed: plan.classed,
    },
    byMode: {
      groups: groups.map(({ places }, g) => ({ places, modes: modeCategories(modes[g] ?? new Float64Array()) })),
      compared: [...plan.estimates.keys()].filter((place) => {
        const planned = plan.estimates[place]
        return planned !== undefined && isCompared(planned)
      }),
      reference: selfAdministered,
      covariates: sample.covariates,
    },
  }
  const interviews: Record<string, number> = {}
  for (const code of sample.modes.codes) {
    const mode = sample.modes.labels[code] ?? ''
    interviews[mode] = (interviews[mode] ?? 0) + 1
  }
  return { study, plan, input, weights, interviews }
}

/** How to make a run whose inputs are those of today. */
export function again({ id }: Study): string {
  return `Weigh again: npx canvass weigh ${id}`
}

/** What had become of the sample's cases when the run was made: they go on answering. */
function sampledIn({ recipe }: WeightingRun): { sampled?: unknown } {
  return 'sampled' in recipe ? { sampled: recipe.sampled } : {}
}

/** The seed of a run's draws: the same answers, weights and margins, the same digits. */
export function seedOf({ snapshot_hash }: WeightingRun): number {
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
