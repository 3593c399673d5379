import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { inLanguage } from '#instruments/engine/question.ts'
import type { Deps } from '#server/deps.ts'
import { codebookOf, codebookRows, codebookText } from '#server/reports/export/codebook.ts'
import { estimateRows } from '#server/reports/export/estimate-rows.ts'
import { exportReadme } from '#server/reports/export/readme.ts'
import { interviewColumns, questionColumns } from '#server/reports/export/response-columns.ts'
import { areasOf } from '#server/store/areas.ts'
import { interviewsOf } from '#server/store/respondents.ts'
import type { Wave } from '#server/store/waves.ts'
import { estimateDiagnosticsOf, estimatesOf, isEstimated, latestRun } from '#server/store/weighting.ts'
import { ownFolder } from './own-folder.ts'

export type ExportedStudy = {
  folder: string
  files: string[]
  interviews: number
  runId: string | null
  estimated: boolean
}

/** What an export consists of. */
const files = ['responses.csv', 'estimates.csv', 'codebook.csv', 'codebook.md', 'weighting.json', 'README.txt'] as const
type FileName = (typeof files)[number]
const ours = new Set<string>(files.flatMap((name) => [name, `${name}.part`]))

/**
 * Writes the microdata of a wave with its weights, estimates and codebook. Rows are streamed, so memory does not grow
 * with the number of interviews, and the files appear all together when each is complete.
 *
 * @throws Problem bad-folder when the folder holds files of others
 */
export async function exportStudy(deps: Deps, wave: Wave, folder: string): Promise<ExportedStudy> {
  await ownFolder(folder, (name) => ours.has(name))
  const { study, questions } = await deps.compiledFor(wave)
  const run = (await latestRun(deps.db, wave.id)) ?? null
  const estimated = run !== null && (await isEstimated(deps.db, run.id))
  const own = questionColumns(questions)
  const columns = [...interviewColumns(study.id, wave.number), ...own]
  const title = inLanguage(study.title, 'en')
  const codebook = codebookOf({ title, wave, languages: study.languages, columns }, questions)
  const areas = await areasOf(deps.db, wave.layer_id)
  const estimates = estimated ? await estimatesOf(deps.db, run.id) : []

  let interviews = 0
  const rows = async function* () {
    yield columns.map(({ name }) => name)
    for await (const page of interviewsOf(deps.db, { waveId: wave.id, runId: run?.id ?? null }))
      for (const response of page) {
        interviews++
        yield columns.map(({ cell }) => cell(response))
      }
  }
  await writeCsv(folder, 'responses.csv', rows())
  await writeCsv(folder, 'estimates.csv', estimateRows({ study: study.id, wave: wave.number, areas }, estimates))
  await writeCsv(folder, 'codebook.csv', codebookRows(codebook))
  await writeText(folder, 'codebook.md', codebookText(codebook))
  if (run) {
    const { id, recipe, diagnostics, program, snapshot_hash: snapshotHash, created_at: weighedAt } = run
    const found = await estimateDiagnosticsOf(deps.db, id)
    const about = { run: id, program, weighedAt, snapshotHash, recipe, diagnostics, ...found }
    await writeText(folder, 'weighting.json', `${JSON.stringify(about, null, 2)}\n`)
  }
  const notes = exportReadme({
    title,
    wave,
    interviews,
    exportedAt: deps.now(),
    run: run
      ? {
          id: run.id,
          snapshotHash: run.snapshot_hash,
          program: run.program,
          interviews: run.interviews,
          margins: study.weighting.margins,
          areaTotals: study.weighting.areaTotals,
          universe: study.universe,
        }
      : undefined,
    estimated,
    example: own.find(({ codes = [] }) => codes.length > 2 && typeof codes[0]?.code === 'number')?.name ?? 'answer',
  })
  await writeText(folder, 'README.txt', notes)

  const written = files.filter((name) => run !== null || name !== 'weighting.json')
  for (const name of written) await rename(partOf(folder, name), join(folder, name))
  if (!run) await rm(join(folder, 'weighting.json'), { force: true })
  return { folder, files: [...written], interviews, runId: run?.id ?? null, estimated }
}

async function writeCsv(
  folder: string,
  name: FileName,
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<void> {
  await pipeline(rows, stringify(), createWriteStream(partOf(folder, name)))
}

async function writeText(folder: string, name: FileName, text: string): Promise<void> {
  await pipeline([text], createWriteStream(partOf(folder, name)))
}

function partOf(folder: string, name: FileName): string {
  return join(folder, `${name}.part`)
}
