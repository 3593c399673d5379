import { type Statement, statementLimits, statementOf } from '#analysis/discord/statement.ts'
import type { MeasureEstimates } from '#analysis/estimate-areas.ts'
import { type AreaModel, type AreaModelOptions, modelAreas } from '#analysis/model-areas.ts'
import type { PublishedMeasure } from '#analysis/quality/publication.ts'
import { type Rank, rankAreas } from '#analysis/ranking/rank-areas.ts'
import { AnalysisRefusal } from '#analysis/refusal.ts'
import type { Modelling } from './analyze.ts'

/** Ranks and classes of a measure, by area; none where the area's figure is withheld. */
export type Ranked = (Rank | undefined)[]
export type Stated = (Statement | undefined)[]

/** Models each measure over its areas; a measure with answers in too few of them has no model. */
export function modelEach(measures: readonly MeasureEstimates[], options: AreaModelOptions): (AreaModel | undefined)[] {
  return measures.map((measure) => {
    if (measure.kind === 'total' || measure.kind === 'gap') return undefined
    try {
      return modelAreas(measure, options)
    } catch (error) {
      if (error instanceof AnalysisRefusal && error.code === 'too-few-groups') return undefined
      throw error
    }
  })
}

/** Ranks and classes of the measures that have a model, by the measure's place; classes stand with net support. */
export function describeShown(
  models: readonly (AreaModel | undefined)[],
  published: readonly PublishedMeasure[],
  { seed, ranked, classed }: Pick<Modelling, 'seed' | 'ranked' | 'classed'> = { seed: 0, ranked: [], classed: [] },
): { ranks: (Ranked | undefined)[]; statements: (Stated | undefined)[] } {
  const both = (place: number) => {
    const [model, shown] = [models[place], published[place]]
    return model && shown && { model, shown }
  }
  const ranks: (Ranked | undefined)[] = models.map(() => undefined)
  const statements: (Stated | undefined)[] = models.map(() => undefined)
  for (const place of ranked) {
    const found = both(place)
    if (found) ranks[place] = rankShown(found.model, found.shown, seed)
  }
  for (const { net, polarization, options } of classed) {
    const [ofNet, ofPolarization] = [both(net), both(polarization)]
    if (ofNet && ofPolarization)
      statements[net] = stateShown([ofNet.model, ofPolarization.model], [ofNet.shown, ofPolarization.shown], options)
  }
  return { ranks, statements }
}

/**
 * Ranks the areas that are shown, by their modelled figures. The others take no part: among all, a rank that nobody
 * holds would tell where a withheld area stands.
 */
function rankShown(model: AreaModel, { areas }: PublishedMeasure, seed: number): Ranked {
  const shown = [...areas.keys()].filter(
    (area) => areas[area]?.status !== 'withheld' && model.areas[area]?.status === 'modelled',
  )
  const result: Ranked = areas.map(() => undefined)
  if (shown.length < 2) return result
  const of = (column: Float64Array) => Float64Array.from(shown, (area) => column[area] ?? 0)
  const estimates = Float64Array.from(shown, (area) => modelledIn(model, area)?.estimate ?? 0)
  const errors = { own: of(model.errors.own), shared: model.errors.shared.map(of) }
  rankAreas(estimates, errors, { seed }).forEach((rank, place) => (result[shown[place] ?? -1] = rank))
  return result
}

/**
 * The class of each area whose net support and polarization are both shown.
 *
 * @param options  answers to choose from
 */
function stateShown(
  [net, polarization]: readonly [AreaModel, AreaModel],
  [shownNet, shownPolarization]: readonly [PublishedMeasure, PublishedMeasure],
  options: number,
): Stated {
  const limits = statementLimits(options)
  return net.areas.map((_, area) => {
    const [ofNet, ofPolarization] = [modelledIn(net, area), modelledIn(polarization, area)]
    const isShown = [shownNet, shownPolarization].every(({ areas }) => areas[area]?.status !== 'withheld')
    return isShown && ofNet && ofPolarization ? statementOf(ofNet, ofPolarization, limits) : undefined
  })
}

function modelledIn({ areas }: AreaModel, area: number) {
  const found = areas[area]
  return found && found.status !== 'unpopulated' ? found : undefined
}
