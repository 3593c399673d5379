import { type AreaProgress, type EnoughForWave, enoughForWave, type Known } from '#server/operations/enough-yet.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { type Command, text, wholeNumber } from './command.ts'

export const enough: Command = {
  words: 'enough',
  usage: '<study> [--wave n] [--half-width points] [--measure id]',
  summary:
    'Says which areas have enough interviews for support and discord within so many points (10), and how many more the others need. Stores nothing.',
  takes: { least: 1, most: 1 },
  options: { wave: { type: 'string' }, 'half-width': { type: 'string' }, measure: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const number = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const points = wholeNumber(call, 'half-width', { least: 1, most: 50 }) ?? 10
    const wave = await requireWave(call.deps.db, study, number)
    call.progress('weighing and estimating')
    const found = await enoughForWave(call.deps, wave, { halfWidth: points / 100, score: text(call, 'measure') })
    for (const line of linesOf(found, points)) call.print(line)
    return found
  },
}

function linesOf(found: EnoughForWave, points: number): string[] {
  const { wave, measure, interviews, nEffective, decidedBy, areas, there, short, more, minimumInterviews } = found
  const missing = areas.filter(({ status }) => status === 'short').sort((a, b) => b.more - a.more)
  const ready = areas.filter(({ status }) => status === 'there').map(({ area }) => area)
  const how = decidedBy === 'modelled' ? 'with the help of the other areas' : 'by themselves, too few areas for a model'
  return [
    `Wave ${wave.number} of ${wave.study}${wave.invented ? ' (invented)' : ''}, ${wave.status}: ${whole(interviews)} interviews, as precise as ${whole(nEffective)} equal ones.`,
    `Wanted in every area: "${measure}" within ${points} points either way (95 %), ${how}, and ${minimumInterviews} interviews or more.`,
    `City: ${found.city.map(({ name, direct }) => `${wordFor(name)} within ${pointsOf(direct)} points`).join(', ')}.`,
    '',
    short === 0
      ? `Enough: all ${there} areas are there.`
      : `Not yet: ${there} of ${there + short} areas are there, ${short} need about ${whole(more)} more interviews together.`,
    ...(missing.length > 0 ? ['', ...tableOf(missing)] : []),
    ...(ready.length > 0 && short > 0 ? ['', `There: ${ready.join(', ')}`] : []),
  ]
}

/** Half-widths in points, those by the model with the direct ones in brackets. */
function tableOf(areas: readonly AreaProgress[]): string[] {
  const names = areas[0]?.measures.map(({ name }) => name) ?? []
  const row = (area: string, cells: readonly string[]) =>
    `${area.padEnd(12)} ${cells.map((cell) => cell.padStart(12)).join(' ')}`
  return [
    row('area', ['interviews', 'effective', ...names.map((name) => `${wordFor(name)} ±`), 'more']),
    ...areas.map(({ area, interviews, nEffective, measures, more }) =>
      row(area, [
        whole(interviews),
        whole(nEffective),
        ...measures.map(({ direct, modelled }) =>
          modelled ? `${pointsOf(modelled)} (${pointsOf(direct)})` : pointsOf(direct),
        ),
        whole(more),
      ]),
    ),
    row('', ['', '', ...names.map(() => 'model (direct)'), '']).trimEnd(),
  ]
}

const wordFor = (statistic: string): string => (statistic === 'polarization' ? 'discord' : statistic)

function pointsOf(known: Known | undefined): string {
  return known ? (100 * known.halfWidth).toFixed(1) : '–'
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en-US')
}
