import { readFile } from 'node:fs/promises'
import { followUp } from '#server/operations/sending/follow-up.ts'
import { textLink } from '#server/operations/sending/text-link.ts'
import { badFile } from '#server/problems.ts'
import { type Command, text, UsageError } from './command.ts'
import { operator } from './inbox.ts'
import { waveOf } from './texts-campaign.ts'

const wave = { wave: { type: 'string' } } as const

/** Where somebody can ask a person of ours for their link. */
const askedIn = ['phone', 'home', 'street'] as const

export const textsLink: Command = {
  words: 'texts link',
  usage: '<study> --case <id> [--asked phone|home|street] [--by name] [--wave n]',
  summary: 'Texts somebody the personal link of their case; at once, with --asked, if they have just asked for it.',
  takes: { least: 1, most: 1 },
  options: { ...wave, case: { type: 'string' }, asked: { type: 'string' }, by: { type: 'string' } },
  async run(call) {
    const caseId = text(call, 'case')
    const asked = text(call, 'asked')
    const mode = askedIn.find((one) => one === asked)
    if (!caseId) throw new UsageError('--case <id> must say whose link.')
    if (asked !== undefined && !mode) throw new UsageError(`--asked must say where: ${askedIn.join(', ')}.`)
    const fielded = await waveOf(call)
    await textLink(call.deps, fielded, caseId, mode && { mode, by: operator(call) })
    call.print(`The link of case ${caseId} leaves ${mode ? 'at once' : 'as soon as the hours for texts allow'}.`)
    return { study: fielded.study_id, wave: fielded.number, case: caseId }
  },
}

export const textsFollowUp: Command = {
  words: 'texts follow-up',
  usage: '<study> --text <file.json> [--dry-run] [--wave n]',
  summary:
    'Tells everybody who finished an interview of a closed wave, and agreed to hear of it, what came of it: one text.',
  takes: { least: 1, most: 1 },
  options: { ...wave, text: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run(call) {
    const file = text(call, 'text')
    if (!file) throw new UsageError('--text <file.json> must say what is texted: {"en": "…", "es": "…"}')
    const fielded = await waveOf(call)
    const dryRun = call.options['dry-run'] === true
    const words = await readWords(call.path(file))
    const planned = await followUp(call.deps, fielded, { words, file, dryRun })
    const { texts, segments, cost, currency, unreachable } = planned
    call.print(`${texts} texts of ${segments} segments together, about ${cost.toFixed(2)} ${currency}.`)
    if (unreachable > 0) call.print(`${unreachable} agreed whom no text may go to.`)
    call.print(dryRun ? 'Nothing was written.' : 'They leave as the hours for texts and the pace of the study allow.')
    return { study: fielded.study_id, wave: fielded.number, dryRun, ...planned }
  },
}

async function readWords(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw badFile({ file, findings: [cause instanceof Error ? cause.message : String(cause)] })
  }
}
