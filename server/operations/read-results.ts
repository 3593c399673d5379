import type { Compiled } from '#instruments/engine/compile.ts'
import type { Code, Translated } from '#instruments/engine/question.ts'
import type { Deps } from '#server/deps.ts'
import { noSuchStudy, noSuchWave } from '#server/problems.ts'
import type { AreaResults, Figure, Item, NoResults, Place, Results, Score, Shares } from '#server/reports/results.ts'
import { areaShapes } from '#server/store/area-shapes.ts'
import {
  type PublishedEstimate,
  type PublishedRun,
  publishedEstimates,
  publishedRun,
  publishedRuns,
} from '#server/store/published-estimates.ts'
import { studyExists } from '#server/store/studies.ts'
import { listWaves, type Wave } from '#server/store/waves.ts'
import { diagnosticsOf, readMethods } from './read-methods.ts'
import { readRespondents, type Respondents } from './read-respondents.ts'

/** A wave's results as they stand now, and under which name they may be kept: the same name, the same content. */
export type FoundResults = {
  readonly version: string
  readonly read: () => Promise<Results | NoResults>
}

/**
 * Finds the results of a study's wave: the one asked for, else the latest that has any.
 *
 * @throws Problem no-such-study, no-such-wave
 */
export async function findResults(deps: Deps, studyId: string, waveNumber?: number): Promise<FoundResults> {
  if (!(await studyExists(deps.db, studyId))) throw noSuchStudy({ study: studyId })
  const waves = await listWaves(deps.db, studyId)
  const runs = new Map((await publishedRuns(deps.db, studyId)).map(({ wave_id, run_id }) => [wave_id, run_id]))
  const wave =
    waveNumber === undefined
      ? (waves.findLast(({ id }) => runs.has(id)) ?? waves.at(-1))
      : waves.find(({ number }) => number === waveNumber)
  if (!wave) throw noSuchWave({ study: studyId, ...(waveNumber !== undefined && { wave: waveNumber }) })

  const runId = runs.get(wave.id)
  const shown = waves.filter(({ id }) => runs.has(id))
  const state = shown.map(({ number, status }) => `${number}${status}`)
  return {
    version: [runId ?? 'none', wave.id, wave.status, ...state].join('.'),
    read: async () => {
      const compiled = await deps.compiledFor(wave)
      if (!runId) return { study: compiled.study, wave }
      return readResults(deps, compiled, wave, await publishedRun(deps.db, runId), shown)
    },
  }
}

/** Whether there is anything to show yet. */
export function hasResults(found: Results | NoResults): found is Results {
  return 'city' in found
}

async function readResults(
  deps: Deps,
  compiled: Compiled,
  wave: Wave,
  run: PublishedRun,
  waves: readonly Wave[],
): Promise<Results> {
  const { study } = compiled
  const shapes = await areaShapes(deps.db, wave.layer_id)
  const byArea = Map.groupBy(await publishedEstimates(deps.db, run.id), ({ area_id }) => area_id)
  const respondents = await readRespondents(deps, study, wave, run.id)
  const unpopulated = new Set(diagnosticsOf(run).unpopulated)
  const placeOf = (id: string | null) => placeFrom(compiled, byArea.get(id) ?? [], respondents, id)
  return {
    study,
    wave,
    waves,
    layer: { id: wave.layer_id, name: study.layer },
    methods: await readMethods(deps, study, wave, run),
    city: placeOf(null),
    areas: shapes.map(({ id, name, parent }): AreaResults => {
      const place = placeOf(id)
      const main = place.scores[0]?.net ?? place.shares[0]?.choices[0]?.share
      const about = { id, name, parent }
      if (unpopulated.has(id)) return { ...about, status: 'unpopulated' }
      if (main?.status === 'shown') return { ...about, status: 'published', place }
      return main?.reason === 'unpopulated'
        ? { ...about, status: 'unpopulated' }
        : { ...about, status: 'withheld', reason: main?.reason ?? 'no-answers' }
    }),
    shapes,
  }
}

function placeFrom(
  compiled: Compiled,
  estimates: readonly PublishedEstimate[],
  respondents: Respondents,
  areaId: string | null,
): Place {
  const figureOf = (measure: string, statistic: string, category: string | null = null) =>
    estimates.find((row) => row.measure === measure && row.statistic === statistic && row.category === category)
  const titleOf = (question: string): Translated => compiled.question(question)?.title ?? { default: question }
  const polarization = (measure: string) => {
    const row = figureOf(measure, 'polarization')
    return row && { polarization: figureFrom(row) }
  }
  const scores: Score[] = []
  const shares: Shares[] = []
  for (const measure of compiled.study.measures)
    if (measure.kind === 'score') {
      const items = measure.items.map(
        ({ question }): Item => ({
          question,
          title: titleOf(question),
          net: figureFrom(figureOf(`${measure.id}.${question}`, 'net')),
          ...polarization(`${measure.id}.${question}`),
        }),
      )
      const net = figureFrom(figureOf(measure.id, 'net'))
      scores.push({ id: measure.id, title: measure.title, net, ...polarization(measure.id), items })
    } else {
      const choices = choicesOf(compiled, measure.question).map(({ code, label }) => ({
        code: String(code),
        label,
        share: figureFrom(figureOf(measure.id, 'share', String(code))),
      }))
      shares.push({ id: measure.id, title: measure.title, question: titleOf(measure.question), choices })
    }
  return { scores, shares, ...respondents.of(areaId) }
}

function choicesOf(compiled: Compiled, name: string): readonly { code: Code; label: Translated }[] {
  const question = compiled.question(name)
  return question && 'choices' in question ? question.choices : []
}

/** Estimates are kept as parts of one; people read points. */
function figureFrom(row: PublishedEstimate | undefined): Figure {
  if (!row) return { status: 'withheld', reason: 'no-answers' }
  const { estimate, low, high, se, n, withheld } = row
  if (withheld !== null || estimate === null || low === null || high === null)
    return { status: 'withheld', reason: withheld ?? 'no-answers' }
  return {
    status: 'shown',
    estimate: 100 * estimate,
    se: 100 * (se ?? (high - low) / 3.92),
    low: 100 * low,
    high: 100 * high,
    n: n ?? 0,
  }
}
