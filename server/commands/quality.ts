import { checkQuality } from '#server/operations/quality/check-quality.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { type Command, wholeNumber } from './command.ts'
import { qualityLines } from './quality-lines.ts'

export const quality: Command = {
  words: 'quality',
  usage: '<study> [--wave n]',
  summary:
    'Shows which interviews deserve a look, and why: copies, haste, straight lines, interviewers who differ. No answers, no persons.',
  takes: { least: 1, most: 1 },
  options: { wave: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const number = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const wave = await requireWave(call.deps.db, study, number)
    const checked = await checkQuality(call.deps, wave, (done) => call.progress(`${done} interviews read`))
    for (const line of qualityLines(checked)) call.print(line)
    return checked
  },
}
