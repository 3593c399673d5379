import { beginWave, changeWave } from '#server/operations/field-waves.ts'
import { describeWaves } from '#server/operations/describe-waves.ts'
import { type Call, type Command, text, wholeNumber } from './command.ts'

const numbered = (call: Call) => wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })

export const waveOpen: Command = {
  words: 'wave open',
  usage: '<study> [--title "Spring 2027"] [--wave n]',
  summary:
    'Opens a new wave of the latest version, pinned to the latest areas and margins; with --wave opens a paused one again.',
  takes: { least: 1, most: 1 },
  options: { title: { type: 'string' }, wave: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const number = numbered(call)
    const title = text(call, 'title')
    const wave =
      number === undefined
        ? await beginWave(call.deps, study, { invented: false, status: 'open', ...(title ? { title } : {}) })
        : await changeWave(call.deps, study, number, 'open')
    call.print(`Wave ${wave.number} of ${study} is open: ${call.deps.config.publicUrl}/s/${study}`)
    if (!wave.margin_set_id) call.print('It has no margins yet, so it cannot be weighed: npx canvass margins import …')
    return wave
  },
}

const ending = (words: 'wave pause' | 'wave close', to: 'paused' | 'closed', summary: string): Command => ({
  words,
  usage: '<study> [--wave n]',
  summary,
  takes: { least: 1, most: 1 },
  options: { wave: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const wave = await changeWave(call.deps, study, numbered(call), to)
    call.print(`Wave ${wave.number} of ${study} is ${to}.`)
    return wave
  },
})

export const wavePause = ending('wave pause', 'paused', 'Takes no answers until it is opened again.')
export const waveClose = ending('wave close', 'closed', 'Ends a wave for good; residents see that the study is closed.')

export const waveList: Command = {
  words: 'wave list',
  usage: '<study>',
  summary: 'The waves of a study with their interviews.',
  takes: { least: 1, most: 1 },
  options: {},
  async run({ deps, args: [study = ''], print }) {
    const waves = await describeWaves(deps, study)
    for (const { number, title, status, invented, interviews, complete } of waves)
      print(
        `${number}  ${status.padEnd(6)}  ${interviews} interviews, ${complete} complete  ${title}${invented ? '  (invented)' : ''}`,
      )
    return waves
  },
}
