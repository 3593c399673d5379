import { type EstimatedWave, estimateAreas } from '#server/operations/estimate-areas.ts'
import { requireWave } from '#server/operations/require-wave.ts'
import type { ModelledRow, ModelRow } from '#server/store/models.ts'
import type { EstimateRow } from '#server/store/weighting.ts'
import { type Command, wholeNumber } from './command.ts'
import { figureOf, linesOf, sideBySide } from './estimate-lines.ts'

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
    for (const line of linesOf(estimated)) call.print(line)
    call.print(`Next: npx canvass report ${study} --wave ${wave.number} --out <folder>, or export in place of report`)
    return {
      runId: estimated.run.id,
      wave: wave.number,
      estimates: sideBySide(estimated).map(({ direct, modelled }) => publicPart(direct, modelled)),
      models: estimated.models.map((model) => publicModel(model, estimated)),
    }
  },
}

/** What a withheld estimate would say is left out here too: what is printed gets around. */
function publicPart(direct: EstimateRow, modelled: ModelledRow | undefined) {
  const { run_id: _, ...row } = direct
  const { area_id, measure, statistic, category, withheld } = row
  const told = withheld === null ? row : { area_id, measure, statistic, category, withheld }
  if (!modelled || modelled.withheld !== null) return { ...told, published: withheld === null ? 'direct' : null }
  const { method, n, estimate: value, mse, low, high, rank, about } = modelled
  const { statement, adjusted, above, notable } = about
  return {
    ...told,
    published: modelled.published ? 'modelled' : 'direct',
    modelled: {
      method,
      n,
      estimate: value,
      mse,
      low,
      high,
      rank: rank && rounded(rank),
      statement,
      adjusted,
      above,
      notable,
    },
  }
}

/** Ranks to the digits that the draws carry. */
function rounded({ expected, inTop, ...rank }: NonNullable<ModelledRow['rank']>) {
  return { ...rank, expected: Math.round(10 * expected) / 10, inTop: Math.round(100 * inTop) / 100 }
}

/** Coefficients and areas that do not fit are told where the modelled figures may stand beside the direct ones. */
function publicModel(model: ModelRow, { modelled }: EstimatedWave) {
  const { run_id: _, seed, about, ...names } = model
  const own = modelled.filter((row) => figureOf(row) === figureOf(model) && row.withheld === null)
  const { coefficients, outliers, benchmarkGap, ...rest } = about
  const isOpen = model.statistic !== 'gap' && own.some(({ published }) => !published)
  const shown = new Set(own.map(({ area_id }) => area_id))
  return {
    ...names,
    seed: Number(seed),
    ...rest,
    ...(isOpen && { coefficients, benchmarkGap, outliers: outliers?.filter((area) => shown.has(area)) }),
  }
}
