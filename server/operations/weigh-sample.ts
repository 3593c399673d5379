import { randomUUID } from 'node:crypto'
import type { WeightingDiagnostics } from '#analysis/weighting/diagnostics.ts'
import type { IntakeReport } from '#analysis/weighting/starting-weights.ts'
import type { VarianceMethod } from '#instruments/engine/weighting.ts'
import type { Deps } from '#server/deps.ts'
import { cannotWeigh } from '#server/problems.ts'
import { program } from '#server/program.ts'
import { completeInterviews } from '#server/store/respondents.ts'
import type { Wave } from '#server/store/waves.ts'
import { addWeights, insertRun } from '#server/store/weighting.ts'
import { weighInThread } from './analysis-thread.ts'
import type { Weighed } from './analyze.ts'
import { piecesOf } from './pieces.ts'
import type { Population } from './population.ts'
import { readSample, type Sample } from './read-sample.ts'
import { linearized } from './variance-method.ts'
import { intakeOf } from './weighting/intake.ts'
import { intakeWarnings } from './weighting/intake-warnings.ts'
import { type MissingByMode, missingByMode, missingWarnings } from './weighting/missing-by-mode.ts'
import { readClasses } from './weighting/read-classes.ts'
import { analysisMargins, analysisRecipe, readFrame } from './weighting-inputs.ts'

export type WeightingReport = WeightingDiagnostics & {
  /** Respondents of whom no area is known: they count for the city. */
  withoutArea: number
  /** Respondents in areas where the margins count nobody, by area: they count for the city. */
  inUnpopulated: Readonly<Record<string, number>>
  /** Respondents whose area was drawn from those of their ZIP code, by how its people spread. */
  areaDrawn: number
  /** How often each demographic was not told, by mode; such rows keep what the other margins give them. */
  missingByMode: readonly MissingByMode[]
  /** How respondents came in, and what was done about it before calibration. */
  intake: IntakeReport
}

export type WeighedWave = {
  runId: string
  wave: { study: string; number: number; title: string; invented: boolean }
  universe: string
  snapshotHash: string
  interviews: number
  diagnostics: WeightingReport
}

const mostRows = 2_000

/**
 * Weighs the complete interviews of a wave to its margins, and keeps the run: recipe, snapshot, diagnostics, and each
 * weight with the factors whose product it is. A wave is either invented or real, so the two never mix.
 *
 * @param variance  how the estimates of this run get their errors; as the study says, or by linearization
 * @throws Problem cannot-weigh naming the variable and category that stand in the way, and the way out
 */
export async function weighSample(
  { db, compiledFor }: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  variance?: VarianceMethod,
): Promise<WeighedWave> {
  const { study } = await compiledFor(wave)
  const frame = await readFrame(db, study, wave)
  const sampled = await readClasses(db, wave, frame)
  const about = { ...frame.about, ...(sampled && { sampled: sampled.hash }) }
  const sample = await readSample(completeInterviews(db, wave.id), { ...frame, about })
  const fewest = study.publication.minimumInterviews
  if (sample.ids.length < fewest)
    throw cannotWeigh({
      reason: `Wave ${wave.number} of "${study.id}" has ${sample.ids.length} complete interviews. With fewer than ${fewest} not even the city could be shown, so there is nothing to weigh yet.`,
    })
  const recipe = analysisRecipe(study)
  const weighed = await weighInThread({
    intake: intakeOf(study, frame, sample, sampled?.classes),
    margins: analysisMargins(study, frame, sample),
    recipe,
  })
  const diagnostics = reportOf(weighed, frame.population, sample)

  const runId = randomUUID()
  const interviews = sample.ids.length
  await insertRun(db, {
    id: runId,
    wave_id: wave.id,
    recipe: { ...about, ...recipe, variance: variance ?? study.weighting.variance ?? linearized },
    snapshot_hash: sample.hash,
    program,
    interviews,
    diagnostics,
  })
  const { base, nonresponse, composite, calibration, trim } = weighed.factors
  const rows = sample.ids.map((_id, row) => row)
  for (const piece of piecesOf(rows, mostRows))
    await addWeights(db, {
      runId,
      interviewIds: piece.map((row) => sample.ids[row] ?? ''),
      base: piece.map((row) => base[row] ?? 0),
      nonresponse: piece.map((row) => nonresponse[row] ?? 0),
      composite: piece.map((row) => composite[row] ?? 0),
      calibration: piece.map((row) => calibration[row] ?? 0),
      trim: piece.map((row) => trim[row] ?? 0),
      weight: piece.map((row) => weighed.weights[row] ?? 0),
      nonProbability: piece.map((row) => weighed.optIn[row] === 1),
    })
  const { study_id, number, title, invented } = wave
  return {
    runId,
    wave: { study: study_id, number, title, invented },
    universe: study.universe,
    snapshotHash: sample.hash,
    interviews,
    diagnostics,
  }
}

function reportOf(weighed: Weighed, { byArea, margins }: Population, sample: Sample): WeightingReport {
  const { areas, withoutArea, inUnpopulated, areaDrawn } = sample
  const { weights, optIn, intake, diagnostics: found } = weighed
  const untold = missingByMode(
    sample.modes,
    margins.map(({ id }, m) => ({ variable: id, codes: sample.demographics[m] ?? new Int32Array() })),
  )
  const more = [...missingWarnings(untold), ...intakeWarnings(intake, { weights, optIn, areas })]
  return {
    ...found,
    unpopulated: areas.labels.filter((_area, code) => byArea[code] === 0),
    warnings: [...found.warnings, ...more],
    withoutArea,
    inUnpopulated,
    areaDrawn,
    missingByMode: untold,
    intake,
  }
}
