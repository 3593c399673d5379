import { userInfo } from 'node:os'
import { listInbox, showInboxItem } from '#server/operations/read-inbox.ts'
import { closeItem, codeItem, optOutItem, replyToItem } from '#server/operations/settle-inbox.ts'
import { type Call, type Command, text } from './command.ts'

/** Who does it, for the record. */
export function operator(call: Call): string {
  return text(call, 'by') ?? userInfo().username
}

const by = { by: { type: 'string' } } as const

export const inboxList: Command = {
  words: 'inbox list',
  usage: '<study>',
  summary: 'Texts that wait for a person: doubtful opt-outs, questions to us, what no reader understands.',
  takes: { least: 1, most: 1 },
  options: {},
  async run({ deps, args: [study = ''], print }) {
    const items = await listInbox(deps, study)
    for (const { id, reason, cameAt, text: said, media } of items)
      print(
        [
          `${id}  ${cameAt.toISOString().slice(0, 16)}  ${reason}`,
          ...(media.length > 0 ? [`[${media.join(', ')}]`] : []),
          said.replaceAll(/\s+/g, ' ').slice(0, 120),
        ].join('  '),
      )
    if (items.length === 0) print('Nothing waits.')
    return items
  },
}

export const inboxShow: Command = {
  words: 'inbox show',
  usage: '<id>',
  summary: 'The whole conversation of an item, and the question that it answered.',
  takes: { least: 1, most: 1 },
  options: {},
  async run({ deps, args: [id = ''], print }) {
    const shown = await showInboxItem(deps, id)
    for (const { direction, text: said } of shown.texts) print(`${direction === 'in' ? '>' : '<'} ${said}\n`)
    for (const { kind, address } of shown.media) print(`With it came ${kind}, kept by the carrier at ${address}\n`)
    if (shown.asked !== undefined) print(`It answers:\n${shown.asked}`)
    return shown
  },
}

export const inboxCode: Command = {
  words: 'inbox code',
  usage: '<id> <answer> [--by name]',
  summary: 'Codes the answer that you read in an item, as it could have been texted.',
  takes: { least: 2, most: 2 },
  options: by,
  async run(call) {
    const [id = '', answer = ''] = call.args
    await codeItem(call.deps, id, answer, operator(call))
    call.print(`Item ${id} is coded.`)
    return { id }
  },
}

export const inboxReply: Command = {
  words: 'inbox reply',
  usage: '<id> <words> [--by name]',
  summary: 'Answers an item by text, in your own words.',
  takes: { least: 2, most: 2 },
  options: by,
  async run(call) {
    const [id = '', words = ''] = call.args
    await replyToItem(call.deps, id, words, operator(call))
    call.print(`The reply to item ${id} leaves as soon as the hours for texts allow.`)
    return { id }
  },
}

export const inboxOptOut: Command = {
  words: 'inbox opt-out',
  usage: '<id> [--by name]',
  summary: 'Takes an item for an opt-out: nothing more is sent to its number.',
  takes: { least: 1, most: 1 },
  options: by,
  async run(call) {
    const [id = ''] = call.args
    await optOutItem(call.deps, id, operator(call))
    call.print(`Nothing more is sent to the number of item ${id}.`)
    return { id }
  },
}

export const inboxClose: Command = {
  words: 'inbox close',
  usage: '<id> [--by name]',
  summary: 'Takes an item off the list.',
  takes: { least: 1, most: 1 },
  options: by,
  async run(call) {
    const [id = ''] = call.args
    await closeItem(call.deps, id, operator(call))
    call.print(`Item ${id} is closed.`)
    return { id }
  },
}
