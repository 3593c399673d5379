import { makeLinks } from '#server/operations/make-links.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { type Command, text, UsageError, wholeNumber } from './command.ts'

export const links: Command = {
  words: 'links',
  usage: '<study> --count n --out <file.csv> [--area id] [--language es] [--wave n]',
  summary: 'Makes personal links to a wave, each for one person; the file is the only place that has them.',
  takes: { least: 1, most: 1 },
  options: {
    count: { type: 'string' },
    out: { type: 'string' },
    area: { type: 'string' },
    language: { type: 'string' },
    wave: { type: 'string' },
  },
  async run(call) {
    const [study = ''] = call.args
    const count = wholeNumber(call, 'count', { least: 1, most: 100_000 })
    const out = text(call, 'out')
    if (count === undefined) throw new UsageError('--count n must say how many links to make.')
    if (!out) throw new UsageError('--out <file.csv> must say where the links go.')
    const number = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const wave = await requireWave(call.deps.db, study, number)
    const file = call.path(out)
    await makeLinks(call.deps, wave, { count, area: text(call, 'area'), language: text(call, 'language'), file })
    call.print(`${count} personal links to wave ${wave.number} of ${study} are in ${file}`)
    call.print('Each is a key to one interview. Only this file has them: keep it as you keep names and addresses.')
    return { study, wave: wave.number, count, file }
  },
}
