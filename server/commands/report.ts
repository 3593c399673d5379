import { join } from 'node:path'
import { produceReport } from '#server/operations/produce-report.ts'
import { reportLanguages } from '#server/reports/words/index.ts'
import { type Command, text, UsageError, wholeNumber } from './command.ts'

export const report: Command = {
  words: 'report',
  usage: '<study> --out <folder> [--area id] [--wave n] [--lang en]',
  summary: 'Writes the maps and a report for each area as pages that need no server, to print or to send.',
  takes: { least: 1, most: 1 },
  options: { out: { type: 'string' }, area: { type: 'string' }, wave: { type: 'string' }, lang: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const out = text(call, 'out')
    if (!out) throw new UsageError('--out takes the folder to write to.')
    const wave = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const area = text(call, 'area')
    const language = text(call, 'lang')
    if (language !== undefined && !reportLanguages.includes(language))
      throw new UsageError(`--lang takes one of ${reportLanguages.join(', ')}, not "${language}".`)

    const folder = call.path(out)
    const produced = await produceReport(
      call.deps,
      {
        study,
        out: folder,
        ...(wave !== undefined && { wave }),
        ...(area !== undefined && { area }),
        ...(language !== undefined && { language }),
      },
      call.progress,
    )
    const { files } = produced
    call.print(
      area === undefined
        ? `Wave ${produced.wave} of ${study}: the maps and ${files.length - 1} reports are in ${folder}`
        : `Wave ${produced.wave} of ${study}: the report of ${area} is in ${folder}`,
    )
    call.print(`Open ${join(folder, files[0] ?? '')}`)
    return { ...produced, folder }
  },
}
