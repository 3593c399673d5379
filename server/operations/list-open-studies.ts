import type { Deps } from '#server/deps.ts'
import type { OpenStudy } from '#server/reports/plain-pages.ts'
import { publishedRuns } from '#server/store/published-estimates.ts'
import { openWaves } from '#server/store/waves.ts'

/** The studies that take answers now, the longest open one first. */
export async function listOpenStudies(deps: Deps): Promise<OpenStudy[]> {
  const waves = await openWaves(deps.db)
  return Promise.all(
    waves.map(async (wave) => {
      const { study } = await deps.compiledFor(wave)
      const runs = await publishedRuns(deps.db, study.id)
      return { study, invented: wave.invented, hasResults: runs.length > 0 }
    }),
  )
}
