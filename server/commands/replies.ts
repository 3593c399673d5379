import { readFileSync } from 'node:fs'
import { replyReader } from '#server/operations/read-replies.ts'
import { unreadable } from '#server/problems.ts'
import type { Command } from './command.ts'

export const replies: Command = {
  words: 'replies',
  usage: '<file.jsonl>',
  summary:
    'Reads texts as an interview would: each line {"question": …, "language": …, "text": …} gives a line of JSON.',
  takes: { least: 1, most: 1 },
  options: {},
  standsAlone: true,
  async run({ args: [file = ''], path, print }) {
    const read = replyReader()
    const readings = linesOf(path(file)).map((line, i) => read(line, i + 1))
    if (readings.length > 0) print(readings.map((reading) => JSON.stringify(reading)).join('\n'))
    const broken = readings.filter((reading) => 'error' in reading).length
    if (broken > 0)
      throw new RangeError(`${broken} of ${readings.length} lines could not be read: see "error" in each.`)
    return readings
  },
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').replace(/\n$/, '').split('\n')
  } catch (error) {
    throw unreadable({ path, reason: error instanceof Error ? error.message : String(error) })
  }
}
