import { cancelTexts, releaseTexts } from '#server/operations/sending/waiting-campaign.ts'
import { type Command, text } from './command.ts'
import { waveOf } from './texts-campaign.ts'

const wave = { wave: { type: 'string' } } as const

export const textsRelease: Command = {
  words: 'texts release',
  usage: '<study> [--wave n]',
  summary: 'Lets texts go on that were held for a person to look at.',
  takes: { least: 1, most: 1 },
  options: wave,
  async run(call) {
    const fielded = await waveOf(call)
    const { released, isRunning } = await releaseTexts(call.deps, fielded)
    call.print(`${released} texts of wave ${fielded.number} are held no more.`)
    if (released > 0 && !isRunning)
      call.print(
        `Invitations and reminders leave with: npx canvass texts start ${fielded.study_id} --wave ${fielded.number}`,
      )
    return { study: fielded.study_id, wave: fielded.number, released }
  },
}

export const textsCancel: Command = {
  words: 'texts cancel',
  usage: '<study> [--reason "why"] [--wave n]',
  summary: 'Cancels every text of a wave that has not left, planned or held, and stops its invitations and reminders.',
  takes: { least: 1, most: 1 },
  options: { ...wave, reason: { type: 'string' } },
  async run(call) {
    const fielded = await waveOf(call)
    const reason = text(call, 'reason') ?? 'canceled by hand'
    const { planned, held, isStopped } = await cancelTexts(call.deps, fielded, reason)
    call.print(`${planned} planned and ${held} held texts of wave ${fielded.number} are canceled.`)
    if (isStopped) call.print('The campaign is stopped. Started again, it plans what is then next for each case.')
    return { study: fielded.study_id, wave: fielded.number, planned, held, reason }
  },
}
