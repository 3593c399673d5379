import type { PublicationLimits } from '#analysis/quality/publication.ts'
import type { Recipe } from '#analysis/weigh-sample.ts'
import type { CollapseRule } from '#analysis/weighting/collapse.ts'
import { areaMargin, type Margin } from '#analysis/weighting/margin.ts'
import { usualTrim } from '#analysis/weighting/trim.ts'
import type { Demographic, Study } from '#instruments/engine/study.ts'
import { cannotWeigh } from '#server/problems.ts'
import { type Area, areasOf, latestMarginSet } from '#server/store/areas.ts'
import type { Db } from '#server/store/database.ts'
import { marginsOf } from '#server/store/margins.ts'
import type { Wave } from '#server/store/waves.ts'
import { type Population, populationOf } from './population.ts'
import type { Sample } from './read-sample.ts'

/** What a wave is weighed to, before any respondent is read. */
export type Frame = {
  readonly areas: readonly Area[]
  readonly population: Population
  /** Kept with the run, and part of its snapshot: recipe, layer, margins. */
  readonly about: {
    version: number
    universe: string
    weighting: Study['weighting']
    layerId: string
    marginSetId: string
  }
}

/**
 * Reads the margins that a wave is weighed to: its own, or where it was opened before any were imported, the latest of
 * its layer.
 *
 * @throws Problem cannot-weigh where there are none, or none that fit the study
 */
export async function readFrame(db: Db, study: Study, wave: Wave): Promise<Frame> {
  const marginSetId = wave.margin_set_id ?? (await latestMarginSet(db, wave.layer_id))
  if (!marginSetId)
    throw cannotWeigh({
      reason: `There are no population counts for the areas of this wave. Import them: npx canvass margins import <file.csv> --layer ${study.layer}`,
    })
  const areas = await areasOf(db, wave.layer_id)
  const { universe, weighting } = study
  return {
    areas,
    population: populationOf(study, areas, await marginsOf(db, marginSetId)),
    about: { version: wave.version, universe, weighting, layerId: wave.layer_id, marginSetId },
  }
}

/** The margins as the analysis wants them: area totals, or just the city's, set the level; the others are shares. */
export function analysisMargins(study: Study, { areas, population }: Frame, sample: Sample): Margin[] {
  const level: Margin = study.weighting.areaTotals
    ? areaMargin(
        sample.areas,
        population.byArea,
        areas.map(({ parent }) => parent ?? ''),
      )
    : {
        variable: study.universe,
        labels: ['all'],
        codes: new Int32Array(sample.ids.length),
        targets: Float64Array.of(population.total),
        targetsAre: 'counts',
      }
  const { interviews: minRespondents, share: minShare } = study.weighting.collapse
  const shares = population.margins.map(
    ({ demographic, categories, counts }, m): Margin => ({
      variable: demographic.id,
      labels: categories,
      codes: sample.demographics[m] ?? new Int32Array(),
      targets: counts,
      targetsAre: 'shares',
      collapse: { ...neighbours(demographic), minRespondents, minShare },
    }),
  )
  return [level, ...shares]
}

/** Thin categories join the one beside them; where several answers make a mixed category, that one takes them in. */
function neighbours({ several }: Demographic): CollapseRule {
  return several ? { by: 'other', other: several.mixed } : { by: 'order' }
}

export function analysisRecipe({ weighting: { trim } }: Study): Partial<Recipe> {
  return { missing: 'neutral', trim: { ...usualTrim, ...trim } }
}

/** The study's own limits on what is shown. */
export function publicationLimits({ publication }: Study): Partial<PublicationLimits> {
  const { minimumInterviews, minimumEffective, minimumAdults } = publication
  return { minRespondents: minimumInterviews, minEffective: minimumEffective, minPopulation: minimumAdults }
}
