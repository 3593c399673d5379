import type { MeasureEstimates } from '../estimate-areas.ts'
import type { AreaModel, ModelledArea } from '../model-areas.ts'
import type { PublicationLimits, WithheldReason } from './publication.ts'

/** Reasons that lie in the figure being uncertain, which a model can help. */
const thin = new Set<WithheldReason | undefined>(['few-respondents', 'small-effective-sample', 'too-uncertain'])

/**
 * The modelled figures that may be shown where the direct ones are too thin: from `minModelled` answers on. An area
 * without answers has none: its figure is nobody's, but to show it would tell that nobody answered.
 */
export function modelledInstead(
  { areas }: MeasureEstimates,
  model: AreaModel | undefined,
  reasons: readonly (WithheldReason | undefined)[],
  { minModelled, maxWidth }: PublicationLimits,
): (ModelledArea | undefined)[] {
  return areas.map(({ n }, area) => {
    const figure = model?.areas[area]
    const isThin = thin.has(reasons[area]) && n >= minModelled
    return isThin && figure?.status === 'modelled' && figure.high - figure.low <= maxWidth ? figure : undefined
  })
}

/**
 * Whether the modelled figures may stand beside the direct ones that are shown.
 *
 * One figure per area tells of the withheld areas no more than one weighted mean (with the city's). Both, side by side,
 * give away the model's coefficients and the benchmark as well: as many means more, which could be solved for the
 * withheld areas. So both are shown where nothing is withheld, or more than twice as many areas as such means. (Twice,
 * since the questions of a score tell of each other.)
 */
export function mayStandBeside(
  { areas, parents }: MeasureEstimates,
  model: AreaModel | undefined,
  reasons: readonly (WithheldReason | undefined)[],
): boolean {
  if (!model) return false
  const hidden = areas.filter(({ n }, area) => n > 0 && reasons[area] !== undefined).length
  return hidden === 0 || hidden > 2 * (model.coefficients.length + parents.length + 2)
}

/**
 * A modelled figure in whole points, as it is told where anything is withheld. Each measure alone gives nothing away, but
 * the questions of a score hang together: who knew the model and had the figures of all of them to the last digit could
 * solve for a few withheld areas. In whole points the same figures fit answers there that are many points apart.
 */
export function inWholePoints<Figure extends Pick<ModelledArea, 'estimate' | 'mse' | 'low' | 'high'>>(
  figure: Figure,
): Figure {
  const whole = (value: number) => Math.round(100 * value) / 100
  const { estimate, mse, low, high } = figure
  return { ...figure, estimate: whole(estimate), mse: Number(mse.toPrecision(2)), low: whole(low), high: whole(high) }
}
