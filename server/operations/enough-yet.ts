import type { EnoughYet } from '#analysis/enough-yet.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { cannotWeigh, refused } from '#server/problems.ts'
import { completeInterviews, type Respondent } from '#server/store/respondents.ts'
import type { Wave } from '#server/store/waves.ts'
import { enoughInThread } from './analysis-thread.ts'
import { planEstimates } from './plan-estimates.ts'
import { readSample } from './read-sample.ts'
import { intakeOf } from './weighting/intake.ts'
import { readClasses } from './weighting/read-classes.ts'
import { analysisMargins, analysisRecipe, publicationLimits, readFrame } from './weighting-inputs.ts'

export type { AreaProgress, EnoughYet, Known } from '#analysis/enough-yet.ts'
export type EnoughForWave = EnoughYet & {
  wave: { study: string; number: number; title: string; invented: boolean; status: Wave['status'] }
  /** The score that is to be known so well. */
  measure: string
  minimumInterviews: number
}

/**
 * Whether a wave has enough interviews yet: what its areas would show if it ended now, and how many more interviews each
 * needs. Works on a wave in the field and stores nothing.
 *
 * @param halfWidth  wanted of every area's 95 % interval of support and of polarization, in shares: 0.1 for ten points
 * @param score      id of the measure; the study's first score if not given
 * @throws Problem cannot-weigh as `weighSample` does; refused for a measure that the study does not have
 */
export async function enoughForWave(
  { db, compiledFor }: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  { halfWidth, score }: { halfWidth: number; score?: string | undefined },
): Promise<EnoughForWave> {
  const compiled = await compiledFor(wave)
  const { study } = compiled
  const measure = scoreOf(study, score)
  const plan = planEstimates(compiled)
  const wanted = plan.estimates.filter(
    (each) => each.measure === measure && (each.statistic === 'support' || each.statistic === 'polarization'),
  )
  const frame = await readFrame(db, study, wave)
  const sampled = await readClasses(db, wave, frame)
  const sample = await readSample(
    completeInterviews(db, wave.id),
    frame,
    plan.columns.map(
      (column) =>
        ({ answers }: Respondent) =>
          column(answers),
    ),
  )
  const fewest = study.publication.minimumInterviews
  if (sample.ids.length < fewest)
    throw cannotWeigh({
      reason: `Wave ${wave.number} of "${study.id}" has ${sample.ids.length} complete interviews: with fewer than ${fewest} there is nothing to forecast from.`,
    })
  const { strata, units, columns } = sample
  const { byArea } = frame.population
  const limits = publicationLimits(study)
  const found = await enoughInThread({
    intake: intakeOf(study, frame, sample, sampled?.classes),
    strata,
    ...(units && { units }),
    margins: analysisMargins(study, frame, sample),
    recipe: analysisRecipe(study),
    measures: wanted.map(({ of, statistic }) => ({ ...of(columns), name: statistic })),
    halfWidth,
    limits,
    ...(byArea.some((people) => people > 0) && { populations: byArea }),
    parents: parentsOf(frame.areas),
  })
  const { study_id, number, title, invented, status } = wave
  return { wave: { study: study_id, number, title, invented, status }, measure, minimumInterviews: fewest, ...found }
}

function scoreOf({ id, measures }: Study, wanted: string | undefined): string {
  const scores = measures.filter(({ kind }) => kind === 'score')
  const found = wanted === undefined ? scores[0] : scores.find((score) => score.id === wanted)
  if (found) return found.id
  const there = scores.map((score) => score.id).join(', ') || 'none'
  throw refused({ reason: `Study "${id}" has no score ${wanted ?? 'to be known well'}; its scores: ${there}.` })
}

/** The parent of each area; areas without one have a nameless parent together. */
function parentsOf(areas: readonly { parent: string | null }[]) {
  const labels = [...new Set(areas.map(({ parent }) => parent ?? ''))]
  return { variable: 'parent', labels, codes: Int32Array.from(areas, ({ parent }) => labels.indexOf(parent ?? '')) }
}
