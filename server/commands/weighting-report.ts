import { produceWeightingReport } from '#server/operations/produce-weighting-report.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { reportLanguages } from '#server/reports/words/index.ts'
import { type Call, type Command, text, UsageError, wholeNumber } from './command.ts'

export const weightingReport: Command = {
  words: 'weighting-report',
  usage: '<study> --out <file.html> [--wave n] [--run id] [--lang en]',
  summary:
    'Writes what a wave was weighed to, how well, and at what price, as one page to read or print: of the latest weights or of an earlier run.',
  takes: { least: 1, most: 1 },
  options: {
    out: { type: 'string' },
    wave: { type: 'string' },
    run: { type: 'string' },
    lang: { type: 'string' },
  },
  async run(call) {
    const [study = ''] = call.args
    const file = pageFile(call, 'out')
    if (file === undefined) throw new UsageError('--out <file.html> must say where the page goes.')
    const number = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const language = text(call, 'lang')
    if (language !== undefined && !reportLanguages.includes(language))
      throw new UsageError(`--lang takes one of ${reportLanguages.join(', ')}, not "${language}".`)
    const wave = await requireWave(call.deps.db, study, number)
    const produced = await produceWeightingReport(call.deps, wave, { file, runId: text(call, 'run'), language })
    call.print(`Wave ${wave.number} of ${study}: the report on run ${produced.runId} is in ${file}`)
    return { wave: wave.number, ...produced }
  },
}

/** Where a page is to be written: a name that cannot be that of somebody's data. */
export function pageFile(call: Call, option: string): string | undefined {
  const file = text(call, option)
  if (file === undefined) return undefined
  if (!/\.html?$/i.test(file)) throw new UsageError(`--${option} takes a file that ends in .html, not "${file}".`)
  return call.path(file)
}
