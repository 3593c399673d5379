import { modes } from '#instruments/engine/events.ts'
import { recordOptIn, recordOptOut } from '#server/operations/record-opt-out.ts'
import { personOfCase } from '#server/operations/person-of-case.ts'
import { type Call, type Command, text, UsageError } from './command.ts'
import { operator } from './inbox.ts'

type Recording = {
  readonly words: string
  readonly summary: string
  readonly done: string
  readonly record: typeof recordOptOut
}

const recording = ({ words, summary, done, record }: Recording): Command => ({
  words,
  usage: '<+12125550100> | --case <id>  --mode phone|home|street|web|sms --how "said so at the door" [--by name]',
  summary,
  takes: { least: 0, most: 1 },
  options: {
    case: { type: 'string' },
    mode: { type: 'string' },
    how: { type: 'string' },
    by: { type: 'string' },
  },
  async run(call) {
    const mode = modes.find((one) => one === text(call, 'mode'))
    const how = text(call, 'how')
    const who = await whoOf(call)
    if (!mode) throw new UsageError(`--mode must say where it was said: ${modes.join(', ')}.`)
    if (!how) throw new UsageError('--how must say in a few words how it was said.')
    await record(call.deps, { ...who, mode, how, recordedBy: `staff:${operator(call)}` })
    call.print(done)
    return { mode, how }
  },
})

async function whoOf(call: Call): Promise<{ phone: string; studyId: null } | { personId: string; studyId: string }> {
  const [phone] = call.args
  const caseId = text(call, 'case')
  if ((phone === undefined) === (caseId === undefined)) throw new UsageError('Give a number or a --case, one of them.')
  if (caseId !== undefined) return personOfCase(call.deps, caseId)
  if (!/^\+[1-9]\d{6,14}$/.test(phone ?? '')) throw new UsageError('A number is written +12125550100.')
  return { phone: phone ?? '', studyId: null }
}

export const textsOptOut = recording({
  words: 'texts opt-out',
  summary: 'Records that somebody wants no more texts, for all studies and modes.',
  done: 'Nothing more is sent to them.',
  record: recordOptOut,
})

export const textsOptIn = recording({
  words: 'texts opt-in',
  summary: 'Records that somebody who had opted out may be texted again.',
  done: 'They may be texted again.',
  record: recordOptIn,
})
