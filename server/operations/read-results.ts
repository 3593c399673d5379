import type { Compiled } from '#instruments/engine/compile.ts'
import type { Deps } from '#server/deps.ts'
import { noSuchStudy, noSuchWave } from '#server/problems.ts'
import type { AreaResults, NoResults, Results } from '#server/reports/results.ts'
import { areaShapes } from '#server/store/area-shapes.ts'
import {
  type PublishedRun,
  publishedEstimates,
  publishedRun,
  publishedRuns,
} from '#server/store/published-estimates.ts'
import { studyExists } from '#server/store/studies.ts'
import { listWaves, type Wave } from '#server/store/waves.ts'
import { figuresOfPlace } from './figures-of-place.ts'
import { diagnosticsOf, readMethods } from './read-methods.ts'
import { readRespondents } from './read-respondents.ts'

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
  const placeOf = (id: string | null) => ({
    ...figuresOfPlace(compiled, byArea.get(id) ?? []),
    ...respondents.of(id),
  })
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
