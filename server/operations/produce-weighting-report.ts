import { writeFile } from 'node:fs/promises'
import type { Deps } from '#server/deps.ts'
import { weightingStyle } from '#server/reports/styles.ts'
import { weightingPage } from '#server/reports/weighting/weighting-page.ts'
import { reportLanguages } from '#server/reports/words/index.ts'
import type { Wave } from '#server/store/waves.ts'
import { readWeighting } from './read-weighting.ts'

export type ProducedWeightingReport = { readonly runId: string; readonly language: string; readonly file: string }

/**
 * Writes the report on a weighting run as one page that needs nothing else, to read, send or print. An earlier one of
 * the same name is replaced.
 *
 * @param runId  without one the wave's latest
 * @throws Problem not-weighed, refused
 */
export async function produceWeightingReport(
  deps: Pick<Deps, 'db' | 'compiledFor'>,
  wave: Wave,
  { file, runId, language }: { file: string; runId?: string | undefined; language?: string | undefined },
): Promise<ProducedWeightingReport> {
  const account = await readWeighting(deps, wave, runId)
  const spoken = language ?? account.study.languages.find((code) => reportLanguages.includes(code)) ?? 'en'
  const frame = {
    language: spoken,
    links: { area: () => '#content' },
    looks: { styles: [], inlineStyle: weightingStyle() },
  }
  await writeFile(file, weightingPage(account, frame))
  return { runId: account.run.id, language: spoken, file }
}
