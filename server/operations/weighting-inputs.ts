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
import { marginsWithin } from './weighting/margins-within.ts'
import { rowReaders, type RowReaders } from './weighting/row-readers.ts'
import type { Sample } from './read-sample.ts'

/** What a wave is weighed to, before any respondent is read. */
export type Frame = {
  readonly areas: readonly Area[]
  readonly population: Population
  readonly readers: RowReaders
  /** Demographics that tell who comes on their own. */
  readonly covariates: readonly Demographic[]
  /** Kept with the run, and part of its snapshot: recipe, layer, margins. */
  readonly about: {
    version: number
    universe: string
    weighting: Study['weighting']
    layerId: string
    marginSetId: string
    /** What became of the cases of the sample, where nonresponse is weighed. */
    sampled?: string
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
  const { universe, weighting, demographics } = study
  return {
    areas,
    population: populationOf(study, areas, await marginsOf(db, marginSetId)),
    readers: rowReaders(study, areas),
    covariates: demographics.filter(({ id }) => weighting.optIn?.covariates.includes(id)),
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
    ({ id, demographics, categories, counts }, m): Margin => ({
      variable: id,
      labels: categories,
      codes: sample.demographics[m] ?? new Int32Array(),
      targets: counts,
      targetsAre: 'shares',
      collapse: { ...neighbours(demographics, categories), minRespondents, minShare },
    }),
  )
  const { margins, within = [] } = study.weighting
  const met = shares.flatMap((margin, m) => {
    const isOfCity = margins.includes(margin.variable)
    const [one, people] = [within.find((each) => each.margin === margin.variable), population.margins[m]]
    if (one && people) return marginsWithin(one, { margin, people, isOfCity }, areas, sample.areas)
    return isOfCity ? [margin] : []
  })
  return [level, ...met]
}

/**
 * Thin categories join the one beside them; where several answers make a mixed category, that one takes them in. Cells
 * of a crossing join one that differs in the first demographic only.
 */
function neighbours([first, ...others]: readonly Demographic[], categories: readonly string[]): CollapseRule {
  if (others.length > 0) return { by: 'group', groups: categories.map((name) => name.slice(name.indexOf(' × '))) }
  return first?.several ? { by: 'other', other: first.several.mixed } : { by: 'order' }
}

export function analysisRecipe({
  weighting: { trim, method = 'raking', bounds = usualBounds },
}: Study): Partial<Recipe> {
  const isBounded = method === 'truncated-linear' || method === 'logit'
  return {
    missing: 'neutral',
    method: isBounded ? { kind: method, bounds } : { kind: method },
    trim: { ...usualTrim, ...trim },
  }
}

/** statistics.md, section 4. */
const usualBounds: [number, number] = [0.2, 4]

/** The study's own limits on what is shown. */
export function publicationLimits({ publication }: Study): Partial<PublicationLimits> {
  const { minimumInterviews, minimumEffective, minimumAdults } = publication
  return { minRespondents: minimumInterviews, minEffective: minimumEffective, minPopulation: minimumAdults }
}
