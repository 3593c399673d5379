import { marginMisses } from '#analysis/quality/margin-misses.ts'
import { weightSpread } from '#analysis/quality/weight-spread.ts'
import { weightingConcerns } from '#analysis/quality/weighting-concerns.ts'
import type { MarginReport } from '#analysis/weighting/diagnostics.ts'
import { usualTrim } from '#analysis/weighting/trim.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { notWeighed, refused } from '#server/problems.ts'
import type { Concern, WeightingAccount } from '#server/reports/weighting/account.ts'
import { layerVersion } from '#server/store/area-shapes.ts'
import { areasOf } from '#server/store/areas.ts'
import type { Db } from '#server/store/database.ts'
import type { Wave } from '#server/store/waves.ts'
import { findRun, latestRun, type WeightingRun, weightsOf } from '#server/store/weighting.ts'
import { diagnosticsOf } from './read-methods.ts'
import type { WeightingReport } from './weigh-sample.ts'
import { groupNames, marginTitle } from './weighting/group-names.ts'

/**
 * Everything that a weighting run kept of itself, for its report: the same today as on the day it was made.
 *
 * @param runId  without one the latest
 * @throws Problem not-weighed, or refused for a run that is not the wave's or kept too little
 */
export async function readWeighting(
  { db, compiledFor }: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  runId?: string,
): Promise<WeightingAccount> {
  const run = await requireRun(db, wave, runId)
  const weights = await weightsOf(db, run.id)
  const kept = diagnosticsOf(run)
  if (weights.length !== run.interviews || !isWhole(kept))
    throw refused({ reason: `Run ${run.id} was broken off, or kept too little of itself for a report. Weigh again.` })
  const { study } = await compiledFor(wave)
  const areas = new Map((await areasOf(db, wave.layer_id)).map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => areas.get(id) ?? id
  const groupOf = groupNames(study, nameOf)
  const { trim = usualTrim, method = { kind: 'raking' } } = recipeOf(run)
  const margins = kept.margins.filter(isOfCity)
  return {
    study,
    wave,
    run: {
      id: run.id,
      weighedAt: run.created_at,
      program: run.program,
      snapshotHash: run.snapshot_hash,
      layerVersion: await layerVersion(db, wave.layer_id),
      recipe: run.recipe,
    },
    interviews: run.interviews,
    population: kept.population,
    designEffect: kept.designEffect,
    nEffective: kept.nEffective,
    margins: margins.map(({ variable, rows, missing, notInUniverse }) => ({
      variable,
      title: marginTitle(study, variable) ?? { default: variable },
      rows: rows.map((row) => ({ ...row, labels: groupOf(variable, row.category).labels })),
      missing,
      notInUniverse,
    })),
    misses: marginMisses(margins).map((miss) => ({ ...miss, ...groupOf(miss.variable, miss.category) })),
    worst: { ...groupOf(kept.worst.variable, kept.worst.category), error: kept.worst.error },
    sweeps: kept.sweeps,
    method: method.kind,
    spread: weightSpread(weights),
    factors: { least: kept.minG, most: kept.maxG, shareFarOut: kept.shareOfGOutside },
    trimmed: { ...kept.trimmed, lower: trim.lower, upper: trim.upper },
    collapsed: kept.collapsed.map(({ variable, category, into, respondents }) => ({
      ...groupOf(variable, category),
      into: groupOf(variable, into).labels,
      respondents,
    })),
    areaTotals: kept.margins.some(({ variable }) => variable === 'area'),
    areas: kept.areas.map(({ area, ...spread }) => ({ name: nameOf(area), ...spread })),
    unpopulated: kept.unpopulated.map(nameOf),
    withoutArea: kept.withoutArea,
    inUnpopulated: Object.entries(kept.inUnpopulated).map(([area, interviews]) => ({ area: nameOf(area), interviews })),
    areaDrawn: kept.areaDrawn,
    intake: intakeOf(diagnosticsOf(run).intake),
    concerns: concernsOf(kept, diagnosticsOf(run).intake, study, nameOf),
  }
}

async function requireRun(db: Db, wave: Wave, runId: string | undefined): Promise<WeightingRun> {
  const run = runId === undefined ? await latestRun(db, wave.id) : await findRun(db, wave.id, runId)
  if (run) return run
  if (runId === undefined) throw notWeighed({ study: wave.study_id })
  throw refused({ reason: `Wave ${wave.number} of "${wave.study_id}" has no weighting run "${runId}".` })
}

/** Whether a run kept all that a report tells; the oldest did not. */
function isWhole(kept: Partial<WeightingReport>): kept is WeightingReport {
  const { margins, areas, worst, trimmed, collapsed, minG, inUnpopulated } = kept
  return [margins, areas, worst, trimmed, collapsed, minG, inUnpopulated].every((one) => one !== undefined)
}

/** How the weights were made, as the run kept it; one that says nothing of its method raked. */
function recipeOf({ recipe }: WeightingRun): { trim?: { lower: number; upper: number }; method?: { kind: string } } {
  return recipe
}

/**
 * Whether a margin says something of the city's people: not its areas, of which small ones are asked more on purpose,
 * not its total, and not what was met in single places.
 */
export function isOfCity(margin: MarginReport): boolean {
  return margin.variable !== 'area' && margin.rows.length > 1 && !('area' in margin)
}

/** Older runs did not keep it. */
type KeptIntake = Partial<WeightingReport>['intake']

/** What was done before calibration; nothing where the run did not keep it or nobody was drawn with known chances. */
function intakeOf(intake: KeptIntake): WeightingAccount['intake'] {
  if (!intake || intake.drawn === 0) return undefined
  const { drawn, came, factors, nonresponse, composition, frames, optIn } = intake
  const rates = nonresponse?.used.map(({ responseRate }) => responseRate) ?? []
  const shares = optIn?.shares.filter((one) => one.drawn > 0).map(({ share }) => share) ?? []
  return {
    drawn,
    came,
    base: factors.base,
    ...(rates.length > 0 && {
      nonresponse: { classes: rates.length, ...rangeOf(rates), factors: factors.nonresponse },
    }),
    ...(composition && { frames: frames.map(({ frame }) => frame) }),
    ...(optIn && shares.length > 0 && { optIn: rangeOf(shares) }),
  }
}

function rangeOf(values: readonly number[]) {
  return { least: Math.min(...values), most: Math.max(...values) }
}

function concernsOf(
  kept: WeightingReport,
  intake: KeptIntake,
  study: Study,
  nameOf: (area: string) => string,
): Concern[] {
  const found = weightingConcerns(kept).map((concern): Concern => {
    switch (concern.kind) {
      case 'missing':
        return { ...concern, title: marginTitle(study, concern.variable) ?? { default: concern.variable } }
      case 'unequal-areas':
        return { ...concern, areas: concern.areas.map(nameOf) }
      default:
        return concern
    }
  })
  // Where people who came on their own are weighed as such, the two stand beside each other by design.
  const isMixed = intake && intake.drawn > 0 && intake.came > 0 && !intake.optIn
  return isMixed ? [...found, { kind: 'mixed-samples', drawn: intake.drawn }] : found
}
