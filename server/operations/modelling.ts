import type { AreaModel } from '#analysis/model-areas.ts'
import { type GapMeasure, type GapModel, modelGaps } from '#analysis/model-gaps.ts'
import { type GapReasons, gapReasons } from '#analysis/quality/gap-publication.ts'
import type { PublicationLimits, PublishedMeasure } from '#analysis/quality/publication.ts'
import type { SurveyDesign } from '#analysis/variance/design.ts'
import type { WeighedSample } from '#analysis/weigh-sample.ts'
import type { Categories } from '#analysis/weighting/margin.ts'
import { describeShown, type Ranked, type Stated } from './model-estimates.ts'

/** What to model beside the direct estimates. */
export type Modelling = {
  /** Of all draws. */
  seed: number
  /** The parent of each area. */
  parents?: Categories
  gaps: readonly PlannedGapMeasure[]
  /** Measures to rank areas by, and pairs to class them by, by position. */
  ranked: readonly number[]
  classed: readonly { net: number; polarization: number; options: number }[]
}

/** A gap, and the measure that is support of the same questions. */
export type PlannedGapMeasure = { measure: GapMeasure; support: number }

/** Models, ranks and classes by measure (classes stand with net support), gaps as planned; undefined where there is none. */
export type Modelled = {
  models: (AreaModel | undefined)[]
  ranks: (Ranked | undefined)[]
  statements: (Stated | undefined)[]
  gaps: { model: GapModel; reasons: GapReasons }[]
}

/** What is known beside the sample when its areas are modelled. */
type Beside = {
  areas: Categories
  models: (AreaModel | undefined)[]
  published: readonly PublishedMeasure[]
  modelling: Modelling | undefined
  known: { populations?: Float64Array; parents?: Categories }
  limits: Partial<PublicationLimits>
}

/** Ranks and classes of the areas that are shown, and the gaps between groups with the reasons to withhold them. */
export function modelAll(
  weighed: WeighedSample,
  design: SurveyDesign,
  { areas, models, published, modelling, known, limits }: Beside,
): Modelled {
  const gaps = modelling?.gaps.map(({ measure }) => measure) ?? []
  const gapModels = modelGaps(weighed, areas, gaps, { ...known, design, seed: modelling?.seed ?? 0 })
  return {
    models,
    ...describeShown(models, [...published], modelling),
    gaps: gapModels.map((model, g) => {
      const support = published[modelling?.gaps[g]?.support ?? -1]?.areas ?? []
      const isShown = support.map(({ status }) => status !== 'withheld')
      return { model, reasons: gapReasons(model, isShown, known.populations, limits) }
    }),
  }
}
