import { type EstimatedWave, estimateAreas } from '#server/operations/estimate-areas.ts'
import type { VarianceMethod } from '#instruments/engine/weighting.ts'
import { adjustForMode } from '#server/operations/modes/adjust-for-mode.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { varianceMethodOf } from '#server/operations/variance-method.ts'
import type { EstimateRow } from '#server/store/weighting.ts'
import { type Call, type Command, text, UsageError, wholeNumber } from './command.ts'
import { modeLines } from './mode-lines.ts'

export const estimate: Command = {
  words: 'estimate',
  usage: '<study> [--wave n] [--adjust-mode] [--variance linearized|jackknife|bootstrap] [--replicates n] [--seed n]',
  summary:
    'Estimates every measure for the city and its areas with the latest weights of a wave; another --variance weighs it once more.',
  takes: { least: 1, most: 1 },
  options: {
    wave: { type: 'string' },
    'adjust-mode': { type: 'boolean' },
    variance: { type: 'string' },
    replicates: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(call) {
    const [study = ''] = call.args
    const number = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const method = varianceOf(call)
    const wave = await requireWave(call.deps.db, study, number)
    call.progress('estimating')
    const estimated = await estimateAreas(call.deps, wave, method)
    const variance = varianceMethodOf(estimated.run)
    call.print(`Errors: ${errorsBy(variance)}. Run ${estimated.run.id}.`)
    for (const line of [...linesOf(estimated), ...modeLines(estimated.modes)]) call.print(line)
    const adjusted = call.options['adjust-mode'] ? await adjustForMode(call.deps, wave, estimated) : undefined
    if (adjusted) {
      call.print('')
      call.print(
        'Adjusted for the mode, as if all had answered by themselves; kept and published is what stands above:',
      )
      for (const line of linesOf({ estimates: adjusted })) call.print(line)
    }
    call.print(`Next: npx canvass report ${study} --wave ${wave.number} --out <folder>, or export in place of report`)
    return {
      runId: estimated.run.id,
      wave: wave.number,
      variance,
      estimates: estimated.estimates.map(publicPart),
      modes: estimated.modes ?? null,
      ...(adjusted && { adjusted: adjusted.map((row) => ({ ...publicPart(row), adjusted: row.adjusted })) }),
    }
  },
}

/** The method that is asked for, or undefined for that of the run. */
function varianceOf(call: Call): VarianceMethod | undefined {
  const method = text(call, 'variance')
  const replicates = wholeNumber(call, 'replicates', { least: 50, most: 10_000 })
  const seed = wholeNumber(call, 'seed', { least: 0, most: 4_294_967_295 })
  switch (method) {
    case 'jackknife':
    case 'bootstrap':
      return { method, replicates: replicates ?? 500, seed: seed ?? 1 }
    case 'linearized':
    case undefined:
      if (replicates !== undefined || seed !== undefined)
        throw new UsageError('--replicates and --seed go with --variance jackknife or bootstrap.')
      return method && { method }
    default:
      throw new UsageError(`--variance takes linearized, jackknife or bootstrap, not "${method}".`)
  }
}

function errorsBy(variance: VarianceMethod): string {
  if (variance.method === 'linearized') return 'by linearization'
  const most = variance.method === 'jackknife' ? 'at most ' : ''
  return `by the ${variance.method}, ${most}${variance.replicates} replicates, seed ${variance.seed}`
}

/** What a withheld estimate would say is left out here too: what is printed gets around. */
function publicPart({ run_id: _, ...row }: EstimateRow) {
  if (row.withheld === null) return row
  const { area_id, measure, statistic, category, withheld } = row
  return { area_id, measure, statistic, category, withheld }
}

function linesOf({ estimates }: Pick<EstimatedWave, 'estimates'>): string[] {
  const main = estimates.filter(
    ({ measure, statistic }) => !measure.includes('.') && (statistic === 'net' || statistic === 'polarization'),
  )
  const byFigure = Map.groupBy(main, ({ measure, statistic }) => `${measure}, ${statistic}`)
  return [...byFigure].flatMap(([figure, rows]) => {
    const city = rows.find(({ area_id }) => area_id === null)
    const areas = rows.filter(({ area_id }) => area_id !== null)
    const shown = areas
      .filter(({ withheld }) => withheld === null)
      .sort((a, b) => (b.estimate ?? 0) - (a.estimate ?? 0))
    const some = (list: readonly EstimateRow[]) => list.map((row) => `${row.area_id} ${intervalOf(row)}`).join(', ')
    return [
      `${figure}: city ${city ? intervalOf(city) : ''}; ${shown.length} areas shown${withheldIn(areas)}`,
      ...(shown.length > 6 ? [`  highest ${some(shown.slice(0, 3))}`, `  lowest  ${some(shown.slice(-3))}`] : []),
    ]
  })
}

/** In points, with the 95 % interval. */
function intervalOf({ estimate, low, high, withheld }: EstimateRow): string {
  if (withheld !== null || estimate === null || low === null || high === null) return `withheld (${withheld})`
  const points = (share: number) => Math.round(100 * share)
  return `${points(estimate)} (${points(low)} to ${points(high)})`
}

function withheldIn(areas: readonly EstimateRow[]): string {
  const reasons = Map.groupBy(
    areas.filter(({ withheld }) => withheld !== null),
    ({ withheld }) => withheld,
  )
  return [...reasons].map(([reason, rows]) => `, ${rows.length} withheld: ${reason}`).join('')
}
