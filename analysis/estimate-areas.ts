import { arrangeByArea } from './arrange.ts'
import { type Empty, type Estimate, estimateIn } from './estimates/estimate.ts'
import { checkMeasure, type Measure } from './estimates/measure.ts'
import { AnalysisRefusal } from './refusal.ts'
import type { ReplicateVariances } from './replicate-estimates.ts'
import { surveyDesign, type SurveyDesign } from './variance/design.ts'
import { allRows, rowsOf } from './variance/domains.ts'
import { varianceFrame } from './variance/frame.ts'
import type { WeighedSample } from './weigh-sample.ts'
import { type Categories, checkCategories } from './weighting/margin.ts'

export type AreaOptions = {
  /** How the sample was drawn. None: independent persons. */
  design?: SurveyDesign
  /** The parent of each area (its borough): here the codes are per area, not per row. */
  parents?: Categories
  /** Of the intervals; 0.95 unless said otherwise. */
  level?: number
  /** Variances of the same measures by replicates, in place of linearization (`replicateVariances`). */
  replicated?: ReplicateVariances
}

/** One measure everywhere: in the whole city, in each area, in each parent, in the order of their labels. */
export type MeasureEstimates = {
  name: string
  kind: Measure['kind']
  level: number
  city: Estimate | Empty
  areas: (Estimate | Empty)[]
  parents: (Estimate | Empty)[]
}

/**
 * Estimates measures for the city and its areas, with standard errors that know the calibration, and intervals that
 * keep within each measure's range. Nothing is withheld here: `publish` decides what may be shown.
 *
 * @param weighed  from `weighSample`
 * @param areas    the area of each row; rows without one count for the city only
 * @throws         AnalysisRefusal for columns of another length and values out of range, naming the variable
 */
export function estimateAreas(
  weighed: Pick<WeighedSample, 'weights' | 'calibration'>,
  areas: Categories,
  measures: readonly Measure[],
  { design, parents, level = 0.95, replicated }: AreaOptions = {},
): MeasureEstimates[] {
  const rows = weighed.weights.length
  checkCategories(areas, rows)
  if (parents) checkCategories(parents, areas.labels.length)
  if (!(level > 0 && level < 1)) throw new AnalysisRefusal('bad-option', `The level of the intervals is ${level}.`)
  for (const measure of measures) checkMeasure(measure, rows)

  const sample = arrangeByArea(weighed, areas, design ?? surveyDesign({ rows }))
  const frame = varianceFrame(sample.weighed.weights, sample.design, sample.weighed.calibration)
  const everyone = allRows(frame)
  const byArea = rowsOf(frame, sample.areas)
  const byParent = parents ? rowsOf(frame, { ...parents, codes: parentOfRow(sample.areas, parents) }) : []

  return measures.map((given, m) => {
    const measure = sample.arrange(given)
    const variances = replicated?.measures[m]
    const estimate = (domain: Int32Array, fallbackDesignEffect: number, variance: number | undefined) =>
      estimateIn(frame, domain, measure, { level, fallbackDesignEffect, variance })
    const city = estimate(everyone, 1, variances?.city)
    const ofParents = byParent.map((domain, p) => estimate(domain, designEffectOf(city), variances?.parents[p]))
    const ofAreas = byArea.map((domain, a) =>
      estimate(domain, designEffectOf(ofParents[parents?.codes[a] ?? -1] ?? city), variances?.areas[a]),
    )
    return { name: measure.name, kind: measure.kind, level, city, areas: ofAreas, parents: ofParents }
  })
}

const designEffectOf = (estimate: Estimate | Empty): number =>
  estimate.status === 'estimated' ? estimate.designEffect : 1

const parentOfRow = (areas: Categories, parents: Categories): Int32Array =>
  areas.codes.map((area) => (area < 0 ? area : parents.codes[area]!))
