import { exportStudy } from '#server/operations/export-study.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { type Command, text, UsageError, wholeNumber } from './command.ts'

export const exportCommand: Command = {
  words: 'export',
  usage: '<study> --out <folder> [--wave n] [--format csv]',
  summary: 'Writes responses with weights, estimates and a codebook; never open comments. Replaces an earlier export.',
  takes: { least: 1, most: 1 },
  options: { out: { type: 'string' }, wave: { type: 'string' }, format: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const out = text(call, 'out')
    const format = text(call, 'format') ?? 'csv'
    if (!out) throw new UsageError('--out <folder> must say where the files go.')
    if (format !== 'csv') throw new UsageError(`--format takes csv, not "${format}".`)
    const number = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const wave = await requireWave(call.deps.db, study, number)
    call.progress('writing')
    const { folder, files, interviews, runId, estimated } = await exportStudy(call.deps, wave, call.path(out))
    call.print(
      `Wave ${wave.number} of ${study}${wave.invented ? ' (invented)' : ''}: ${interviews} interviews in ${folder}`,
    )
    for (const file of files) call.print(`  ${file}`)
    if (!runId) call.print(`There are no weights in it yet: npx canvass weigh ${study} --wave ${wave.number}`)
    else if (!estimated)
      call.print(`There are no estimates in it yet: npx canvass estimate ${study} --wave ${wave.number}`)
    return { folder, files, interviews, wave: wave.number, runId, estimated }
  },
}
