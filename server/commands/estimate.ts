import { estimateAreas } from '#server/operations/estimate-areas.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import { hidesAnything } from '#server/operations/tell-modelled.ts'
import type { ModelledRow, ModelRow } from '#server/store/models.ts'
import { type Command, wholeNumber } from './command.ts'
import { linesOf, type Pair, sideBySide } from './estimate-lines.ts'

export const estimate: Command = {
  words: 'estimate',
  usage: '<study> [--wave n]',
  summary:
    'Estimates every measure for the city and its areas with the latest weights of a wave, directly and by models.',
  takes: { least: 1, most: 1 },
  options: { wave: { type: 'string' } },
  async run(call) {
    const [study = ''] = call.args
    const number = wholeNumber(call, 'wave', { least: 1, most: 1_000_000 })
    const wave = await requireWave(call.deps.db, study, number)
    call.progress('estimating')
    const estimated = await estimateAreas(call.deps, wave)
    const isOpen = !hidesAnything(estimated.estimates, estimated.modelled)
    for (const line of linesOf(estimated)) call.print(line)
    call.print(`Next: npx canvass report ${study} --wave ${wave.number} --out <folder>, or export in place of report`)
    return {
      runId: estimated.run.id,
      wave: wave.number,
      estimates: sideBySide(estimated).map(publicPart),
      models: estimated.models.map((model) => publicModel(model, isOpen)),
    }
  },
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
