import { giveNumber } from '#server/operations/own-numbers.ts'
import { type Command, UsageError } from './command.ts'

export const textsNumber: Command = {
  words: 'texts number',
  usage: '<study> <+12125550100>',
  summary: 'Gives one of our numbers to a study: whoever texts to it means that study.',
  takes: { least: 2, most: 2 },
  options: {},
  async run({ deps, args: [study = '', phone = ''], print }) {
    if (!/^\+[1-9]\d{6,14}$/.test(phone)) throw new UsageError('A number is written +12125550100.')
    await giveNumber(deps, study, phone)
    print(`Texts to ${phone} belong to ${study}.`)
    return { study, phone }
  },
}
