import { modes } from '#instruments/engine/events.ts'
import { recordOptIn, recordOptOut } from '#server/operations/record-opt-out.ts'
import { type Command, text, UsageError } from './command.ts'
import { operator } from './inbox.ts'

const word = (words: 'texts opt-out' | 'texts opt-in', summary: string): Command => ({
  words,
  usage: '<+12125550100> --mode phone|home|street|web|sms --how "said so at the door" [--by name]',
  summary,
  takes: { least: 1, most: 1 },
  options: { mode: { type: 'string' }, how: { type: 'string' }, by: { type: 'string' } },
  async run(call) {
    const [phone = ''] = call.args
    const mode = modes.find((one) => one === text(call, 'mode'))
    const how = text(call, 'how')
    if (!/^\+[1-9]\d{6,14}$/.test(phone)) throw new UsageError('A number is written +12125550100.')
    if (!mode) throw new UsageError(`--mode must say where it was said: ${modes.join(', ')}.`)
    if (!how) throw new UsageError('--how must say in a few words how it was said.')
    const said = { phone, mode, how, recordedBy: `staff:${operator(call)}`, studyId: null }
    await (words === 'texts opt-out' ? recordOptOut : recordOptIn)(call.deps, said)
    call.print(words === 'texts opt-out' ? 'Nothing more is sent to this number.' : 'This number may be texted again.')
    return { mode, how }
  },
})

export const textsOptOut = word(
  'texts opt-out',
  'Records that somebody wants no more texts, for all studies and modes.',
)
export const textsOptIn = word('texts opt-in', 'Records that somebody who had opted out may be texted again.')
