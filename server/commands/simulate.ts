import { simulateWave, type SimulatedWave } from '#server/simulation/simulate-wave.ts'
import type { Figures } from '#server/simulation/truth.ts'
import { type Command, text, UsageError, wholeNumber } from './command.ts'

/** As many as get telephone numbers of their own. */
const mostResidents = 999_999

export const simulateCommand: Command = {
  words: 'simulate',
  usage: '<study> [--n 17000] [--seed 1] [--through store|http]',
  summary:
    'Fields simulated residents with a known truth in an invented wave of its own: written to the store, or through the routes of the running server.',
  takes: { least: 1, most: 1 },
  options: { n: { type: 'string' }, seed: { type: 'string' }, through: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const count = wholeNumber(call, 'n', { least: 1, most: mostResidents }) ?? 17_000
    const through = text(call, 'through') ?? 'store'
    if (through !== 'store' && through !== 'http') throw new UsageError('--through takes store or http.')
    const simulated = await simulateWave(call.deps, study, {
      count,
      seed: text(call, 'seed') ?? '1',
      through,
      progress: (done) => done % 100 === 0 && call.progress(`${done} of ${count} interviews`),
    })
    for (const line of linesOf(study, simulated)) call.print(line)
    return simulated
  },
}

function linesOf(study: string, { wave, seconds, modes, statuses, truth }: SimulatedWave): string[] {
  const total = Object.values(modes).reduce((sum, count) => sum + count, 0)
  return [
    `Wave ${wave} of ${study} (invented): ${total} interviews of simulated residents in ${seconds.toFixed(1)} s.`,
    `  by mode    ${listOf(modes)}`,
    `  by status  ${listOf(statuses)}`,
    `True of the ${Math.round(truth.city.adults)} adults of the city (kept with the wave, with that of ${Object.keys(truth.areas).length} areas):`,
    ...figureLines(truth.city),
    `Next: npx canvass weigh ${study} --wave ${wave}`,
  ]
}

const listOf = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')

/** Points as the maps show them: net from -100 to 100, shares and polarization from 0 to 100. */
function figureLines({ measures }: Figures): string[] {
  const points = (share: number) => (100 * share).toFixed(1)
  const whole = Object.entries(measures).filter(([measure]) => !measure.includes('.'))
  return whole.map(([measure, figures]) => {
    if ('net' in figures) {
      const { net, support, polarization } = figures
      const discord = polarization === undefined ? '' : `, polarization ${points(polarization)}`
      return `  ${measure.padEnd(10)} net ${points(net)}, support ${points(support)}%${discord}`
    }
    const most = Object.entries(figures.shares).sort(([, a], [, b]) => b - a)
    return `  ${measure.padEnd(10)} ${most.map(([answer, share]) => `${answer} ${points(share)}%`).join(', ')}`
  })
}
