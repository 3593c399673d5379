import type { EstimatedWave } from '#server/operations/estimate-areas.ts'
import { tellModelled } from '#server/operations/tell-modelled.ts'
import type { ModelledRow, ModelRow } from '#server/store/models.ts'
import type { EstimateRow } from '#server/store/weighting.ts'

/** A direct estimate, the modelled one of the same place where it may be told, and the place's rank and class. */
export type Pair = {
  readonly direct: EstimateRow
  readonly modelled: ModelledRow | undefined
  readonly rank: ModelledRow['rank']
  readonly statement: string | undefined
}

type Named = { readonly measure: string; readonly statistic: string; readonly category: string | null }

/** Which figure a row is of, whatever its place. */
export function figureOf({ measure, statistic, category }: Named): string {
  return JSON.stringify([measure, statistic, category])
}

/** Every estimate with the modelled one of the same name and place. Only areas that are shown have ranks and classes. */
export function sideBySide({ estimates, modelled }: Pick<EstimatedWave, 'estimates' | 'modelled'>): Pair[] {
  const keyOf = (row: Named & { area_id: string | null }) => JSON.stringify([row.area_id, figureOf(row)])
  const kept = new Map(modelled.map((row) => [keyOf(row), row]))
  const told = new Map(tellModelled(estimates, modelled).map((row) => [keyOf(row), row]))
  return estimates.map((direct) => {
    const { rank = null, about } = kept.get(keyOf(direct)) ?? {}
    return { direct, modelled: told.get(keyOf(direct)), rank, statement: about?.statement }
  })
}

/** What people read of a wave's estimates: each score's figures and gaps, with the areas at both ends. */
export function linesOf(estimated: EstimatedWave): string[] {
  const main = sideBySide(estimated).filter(
    ({ direct: { measure, statistic } }) =>
      !measure.includes('.') && ['net', 'polarization', 'gap'].includes(statistic),
  )
  const models = new Map(estimated.models.map((model) => [figureOf(model), model]))
  return [...Map.groupBy(main, ({ direct }) => figureOf(direct))].flatMap(([figure, pairs]) =>
    linesOfFigure(pairs, models.get(figure)),
  )
}

function linesOfFigure(pairs: readonly Pair[], model: ModelRow | undefined): string[] {
  const city = pairs.find(({ direct }) => direct.area_id === null)
  const areas = pairs.filter(({ direct }) => direct.area_id !== null)
  const shown = areas
    .filter((pair) => publishedOf(pair) !== undefined)
    .sort((a, b) => (publishedOf(b)?.estimate ?? 0) - (publishedOf(a)?.estimate ?? 0))
  const asModelled = shown.filter(({ modelled }) => modelled?.published).length
  const counts = [
    `${shown.length} areas shown`,
    ...(asModelled > 0 ? [`${asModelled} of them as modelled`] : []),
    ...withheldIn(areas.filter((pair) => publishedOf(pair) === undefined)),
  ]
  const name = city ? nameOf(city.direct) : ''
  return [
    `${name}: city ${city ? told(city.direct) : ''}${testOf(model)}; ${counts.join(', ')}`,
    ...(shown.length > 6
      ? [
          ...shown.slice(0, 3).map((pair) => `  highest ${lineOf(pair)}`),
          ...shown.slice(-3).map((pair) => `  lowest  ${lineOf(pair)}`),
        ]
      : []),
  ]
}

function nameOf({ measure, statistic, category }: EstimateRow): string {
  return category === null ? `${measure}, ${statistic}` : `${measure}, ${statistic} by ${category}`
}

/** The figure of a place that is public, if any. */
function publishedOf({ direct, modelled }: Pair): { estimate: number | null } | undefined {
  if (modelled?.published) return modelled
  return direct.withheld === null ? direct : undefined
}

/** "12: 34 (22 to 45), modelled 31 (21 to 41), rank 1 to 9, band 1, strong-support" */
function lineOf({ direct, modelled, rank, statement }: Pair): string {
  return [
    `${direct.area_id}: ${told(direct)}`,
    ...(modelled ? [`modelled ${intervalOf(modelled)}`] : []),
    ...(rank ? [`rank ${rank.set.low} to ${rank.set.high}, band ${rank.band}`] : []),
    ...(statement ? [statement] : []),
    ...(modelled?.about.notable ? ['clear'] : []),
  ].join(', ')
}

function told(row: EstimateRow): string {
  return row.withheld === null ? intervalOf(row) : `withheld (${row.withheld})`
}

/** In points, with the 95 % interval. */
function intervalOf({ estimate, low, high }: { estimate: number | null; low: number | null; high: number | null }) {
  const points = (share: number | null) => Math.round(100 * (share ?? 0))
  return `${points(estimate)} (${points(low)} to ${points(high)})`
}

/** Of a gap in the city: how likely it is that the groups are alike. */
function testOf(model: ModelRow | undefined): string {
  const probability = model?.about.probability
  if (probability === undefined) return ''
  return probability < 0.001 ? ', p < 0.001' : `, p = ${probability.toFixed(3)}`
}

function withheldIn(hidden: readonly Pair[]): string[] {
  const reasons = Map.groupBy(hidden, ({ direct }) => direct.withheld)
  return [...reasons].map(([reason, rows]) => `${rows.length} withheld: ${reason}`)
}
