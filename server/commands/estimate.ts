import type { VarianceMethod } from '#instruments/engine/weighting.ts'
import { estimateAreas } from '#server/operations/estimate-areas.ts'
import { adjustForMode } from '#server/operations/modes/adjust-for-mode.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { hidesAnything } from '#server/operations/tell-modelled.ts'
import { varianceMethodOf } from '#server/operations/variance-method.ts'
import type { ModelledRow, ModelRow } from '#server/store/models.ts'
import { type Call, type Command, text, UsageError, wholeNumber } from './command.ts'
import { linesOf, type Pair, sideBySide } from './estimate-lines.ts'
import { modeLines } from './mode-lines.ts'

export const estimate: Command = {
  words: 'estimate',
  usage: '<study> [--wave n] [--adjust-mode] [--variance linearized|jackknife|bootstrap] [--replicates n] [--seed n]',
  summary:
    'Estimates every measure for the city and its areas, directly and by models, with the latest weights of a wave; another --variance weighs it once more.',
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
    const isOpen = !hidesAnything(estimated.estimates, estimated.modelled)
    call.print(`Errors: ${errorsBy(variance)}. Run ${estimated.run.id}.`)
    for (const line of [...linesOf(estimated), ...modeLines(estimated.modes)]) call.print(line)
    const adjusted = call.options['adjust-mode'] ? await adjustForMode(call.deps, wave, estimated) : undefined
    if (adjusted) {
      call.print('')
      call.print(
        'Adjusted for the mode, as if all had answered by themselves; kept and published is what stands above:',
      )
      for (const line of linesOf({ estimates: adjusted, modelled: [], models: [] })) call.print(line)
    }
    call.print(`Next: npx canvass report ${study} --wave ${wave.number} --out <folder>, or export in place of report`)
    return {
      runId: estimated.run.id,
      wave: wave.number,
      variance,
      estimates: sideBySide(estimated).map(publicPart),
      models: estimated.models.map((model) => publicModel(model, isOpen)),
      modes: estimated.modes ?? null,
      ...(adjusted && {
        adjusted: sideBySide({ estimates: adjusted, modelled: [] }).map((pair) => ({
          ...publicPart(pair),
          adjusted: 'mode',
        })),
      }),
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
function publicPart({ direct, modelled, rank, statement }: Pair) {
  const { run_id: _, ...row } = direct
  const { area_id, measure, statistic, category, withheld } = row
  return {
    ...(withheld === null ? row : { area_id, measure, statistic, category, withheld }),
    published: modelled?.published ? 'modelled' : withheld === null ? 'direct' : null,
    ...(modelled && { modelled: publicFigures(modelled) }),
    ...(rank && { rank: rounded(rank) }),
    ...(statement && { statement }),
  }
}

function publicFigures({ method, n, estimate: value, mse, low, high, about }: ModelledRow) {
  const { adjusted, above, notable } = about
  return { method, n, estimate: value, mse, low, high, adjusted, above, notable }
}

/** Ranks to the digits that the draws carry. */
function rounded({ expected, inTop, ...rank }: NonNullable<ModelledRow['rank']>) {
  return { ...rank, expected: Math.round(10 * expected) / 10, inTop: Math.round(100 * inTop) / 100 }
}

/** Coefficients and areas that do not fit are told only where nothing is hidden: they are made of all areas' answers. */
function publicModel({ run_id: _, seed, about, ...names }: ModelRow, isOpen: boolean) {
  const { coefficients, outliers, benchmarkGap, ...rest } = about
  return { ...names, seed: Number(seed), ...rest, ...(isOpen && { coefficients, benchmarkGap, outliers }) }
}
