import { type AreaOptions, estimateAreas, type MeasureEstimates } from './estimate-areas.ts'
import type { Empty, Estimate } from './estimates/estimate.ts'
import type { Measure } from './estimates/measure.ts'
import { type AreaModel, type AreaModelOptions, modelAreas, type ModelledArea } from './model-areas.ts'
import { type PublicationLimits, usualLimits } from './quality/publication.ts'
import { AnalysisRefusal } from './refusal.ts'
import { answersFor, answersForModel, perAnswer } from './sample-size.ts'
import { type Recipe, type Sample, weighSample } from './weigh-sample.ts'
import type { Margin } from './weighting/margin.ts'

/** How well one measure is known in one place: not what it is, which is for publication to decide. */
export type Known = {
  /** Answers. */
  n: number
  /** Half of the 95 % interval, in the measure's units. */
  halfWidth: number
  /** Interviews still to come until the half-width is the wanted one, at the rate at which people answer. */
  more: number
}

export type MeasureProgress = { name: string; direct: Known | undefined; modelled: Known | undefined }

export type AreaProgress = {
  area: string
  /** `short`: more interviews are needed; `few-residents`: so few live there that nothing is shown, however many answer. */
  status: 'there' | 'short' | 'few-residents' | 'unpopulated'
  interviews: number
  /** Kish's effective sample. */
  nEffective: number
  measures: MeasureProgress[]
  /** Interviews still to come, for the measure that is known least and for the limits on what is published. */
  more: number
}

export type EnoughYet = {
  halfWidth: number
  /** What decides: the model, or the direct estimates where there are too few areas for a model. */
  decidedBy: 'modelled' | 'direct'
  interviews: number
  nEffective: number
  city: MeasureProgress[]
  areas: AreaProgress[]
  there: number
  short: number
  /** Over all areas that are short. */
  more: number
}

export type EnoughYetOptions = Pick<AreaOptions, 'design'> &
  AreaModelOptions & {
    /** The half-width that every area's interval shall have, in the measures' units: 0.1 for ten points. Above 0. */
    halfWidth: number
    recipe?: Partial<Recipe>
    limits?: Partial<Pick<PublicationLimits, 'minRespondents' | 'minEffective' | 'minPopulation'>>
  }

/**
 * Whether a sample that is still growing is large enough: weighs it, estimates every measure in every area, directly and
 * with the model, and says for each area how many more interviews it takes until the interval is as narrow as wanted and
 * the figure may be published. Forecasts go by smoothed sampling variances, so that one odd answer does not move them.
 *
 * @param measures  those that are to be known so well: support and polarization of the study's score
 * @returns         areas in the order of the sample's; intervals at 95 %
 * @throws          AnalysisRefusal as `weighSample` and `estimateAreas` do, and for a half-width that is not above 0
 * @see             statistics.md, sections 10, 11 and 13; Rao & Molina (2015), chapter 6, for the model's error
 */
export function enoughYet(
  sample: Sample,
  margins: readonly Margin[],
  measures: readonly Measure[],
  { halfWidth, recipe, limits, design, ...model }: EnoughYetOptions,
): EnoughYet {
  if (!(halfWidth > 0)) throw new AnalysisRefusal('bad-option', `A half-width of ${halfWidth} cannot be reached.`)
  const { diagnostics, ...weighed } = weighSample(sample, margins, recipe)
  const found = estimateAreas(weighed, sample.areas, measures, design && { design })
  const models = found.map((measure) => modelOrNot(measure, model))
  const decidedBy = models.every((each) => each) ? 'modelled' : 'direct'
  const { respondents, nEffective } = diagnostics
  const progress = found.map((measure, m) => progressOf(measure, models[m], { halfWidth, respondents }))

  const bounds = { ...usualLimits, ...limits }
  const areas = diagnostics.areas.map((spread, a): AreaProgress => {
    const people = model.populations?.[a]
    const own = progress.map(({ name, areas }) => ({ name, ...areas[a]! }))
    const about = { area: spread.area, interviews: spread.respondents, nEffective: spread.nEffective, measures: own }
    if (people === 0) return { ...about, status: 'unpopulated', more: 0 }
    if (people !== undefined && people < bounds.minPopulation) return { ...about, status: 'few-residents', more: 0 }
    const wanted = own.map((each) => each[decidedBy]?.more ?? 0)
    const more = Math.max(moreForLimits(about, bounds, nEffective / respondents), ...wanted)
    return { ...about, status: more > 0 ? 'short' : 'there', more }
  })
  const short = areas.filter(({ status }) => status === 'short')
  return {
    halfWidth,
    decidedBy,
    interviews: respondents,
    nEffective,
    city: progress.map(({ name, city }) => ({ name, direct: city, modelled: undefined })),
    areas,
    there: areas.filter(({ status }) => status === 'there').length,
    short: short.length,
    more: short.reduce((sum, { more }) => sum + more, 0),
  }
}

/** A model of the areas, or none where too few of them have answers. */
function modelOrNot(measure: MeasureEstimates, options: AreaModelOptions): AreaModel | undefined {
  try {
    return modelAreas(measure, options)
  } catch (error) {
    if (error instanceof AnalysisRefusal && error.code === 'too-few-groups') return undefined
    throw error
  }
}

type Wanted = { halfWidth: number; respondents: number }

function progressOf(measure: MeasureEstimates, model: AreaModel | undefined, { halfWidth, respondents }: Wanted) {
  const { name, areas, city } = measure
  const answered = city.status === 'estimated' ? city.n / respondents : 1
  const interviews = (answers: number) => Math.ceil(answers / answered)
  const noise = perAnswer(areas, model)
  const directly = (estimate: Estimate | Empty, variance: number): Known | undefined => {
    if (estimate.status === 'empty') return undefined
    const known = { n: estimate.n, halfWidth: halfOf(estimate) }
    const isThere = known.halfWidth <= halfWidth
    return { ...known, more: isThere ? 0 : interviews(answersFor({ n: estimate.n, variance, halfWidth })) }
  }
  const modelled = (area: ModelledArea, variance: number): Known => {
    const known = { n: area.n, halfWidth: halfOf(area) }
    const given = { ...area, variance, halfWidth, between: model!.variance.estimate } // called with a model only
    return { ...known, more: known.halfWidth <= halfWidth ? 0 : interviews(answersForModel(given)) }
  }
  return {
    name,
    city: directly(city, city.status === 'estimated' ? city.se ** 2 * city.n : 0),
    areas: areas.map((estimate, a) => {
      const area = model?.areas[a]
      return {
        direct: directly(estimate, noise[a]!),
        modelled: area && area.status !== 'unpopulated' ? modelled(area, noise[a]!) : undefined,
      }
    }),
  }
}

const halfOf = ({ low, high }: { low: number; high: number }): number => (high - low) / 2

/** Interviews until the limits on numbers are met; those to come are as even as the area's are, or else the city's. */
function moreForLimits(
  { interviews, nEffective }: { interviews: number; nEffective: number },
  { minRespondents, minEffective }: PublicationLimits,
  evenness: number,
): number {
  const share = interviews > 0 ? nEffective / interviews : evenness
  return Math.max(0, minRespondents - interviews, Math.ceil((minEffective - nEffective) / share))
}
