import { arrangeByArea } from './arrange.ts'
import { type Gap, gapInterval, groupGap } from './discord/gap.ts'
import { normalDraws } from './distributions/normal-draws.ts'
import { falseDiscoveryRates } from './estimates/false-discovery.ts'
import { tOf } from './estimates/interval.ts'
import { checkMeasure, type Measure } from './estimates/measure.ts'
import { smallSampleFactor } from './estimates/small-sample.ts'
import type { AreaModelOptions } from './model-areas.ts'
import { AnalysisRefusal, checkLength } from './refusal.ts'
import { type CellModel, modelCells } from './small-area/cell-model.ts'
import { type GapBelief, gapBelief } from './small-area/gap-posterior.ts'
import { type Cell, groupCells } from './small-area/group-cells.ts'
import { expit } from './small-area/logit-cells.ts'
import type { AreaPosterior } from './small-area/sub-area.ts'
import { covarianceOf } from './variance/covariance.ts'
import { surveyDesign, type SurveyDesign } from './variance/design.ts'
import { allRows, degreesOfFreedom, rowsOf } from './variance/domains.ts'
import { varianceFrame } from './variance/frame.ts'
import type { WeighedSample } from './weigh-sample.ts'
import { effectiveSize } from './weighting/design-effect.ts'
import { type Categories, checkCategories } from './weighting/margin.ts'

export type GapMeasure = Extract<Measure, { kind: 'gap' }> & {
  /** The groups' parts of each area's people (areas × groups) where they are known; else those of the weights. */
  composition?: Float64Array
}

export type GapOptions = AreaModelOptions & {
  /** How the sample was drawn. None: independent persons. */
  design?: SurveyDesign
  /** Of the draws. */
  seed: number
  /** Draws of the group means, 1,000 unless said otherwise. */
  draws?: number
  /** Of the intervals; 0.95 unless said otherwise. */
  level?: number
}

/** A gap by the answers alone, bias-corrected, with Wald's test that the groups are alike. */
export type DirectGap = {
  status: 'estimated'
  /** Answers, those of groups left out among them. */
  n: number
  /** What they are worth by their weights: (Σ w)² / Σ w². */
  nKish: number
  estimate: number
  se: number
  low: number
  high: number
  df: number
  /** Of the Wald test; adjusted for all areas at once (Benjamini and Hochberg); the city's stands alone. */
  probability: number
  adjusted: number
  /** Groups with enough answers: label, answers, share, mean, standard error. */
  groups: Gap['groups']
}
/** Fewer than two groups have enough answers. */
export type NoGap = { status: 'empty'; n: number }

export type ModelledGap = Omit<GapBelief, 'means' | 'ses'> & {
  /** `model-only`: nobody answered there, and the groups' parts are known from elsewhere. */
  status: 'modelled' | 'model-only'
  /** Square of `se`, the standard deviation over the draws. */
  mse: number
  /** All groups that live there: label, answers, share, mean, standard error. */
  groups: Gap['groups']
}

export type GapModel = {
  name: string
  level: number
  seed: number
  draws: number
  city: DirectGap | NoGap
  /** Direct and modelled side by side, in the order of the areas. `above` is the probability of a gap over 10 points. */
  areas: { direct: DirectGap | NoGap; modelled: ModelledGap | NoGap }[]
  /** None with answers in fewer than eight areas, or from one group only: all modelled gaps are empty then. */
  model?: {
    /** On the logit scale: variance between areas and between the cells of an area, and what the covariates change. */
    sigma2u: number
    sigma2v: number
    coefficients: { name: string; estimate: number; se: number }[]
    smoothingFactor: number
  }
}

const fewestInGroup = 5
const notable = 0.1

/**
 * Gaps between groups in the city and each area: direct, and by a model of cells within areas (area × group). A gap
 * found from few answers is mostly noise, so the modelled one is the value to publish.
 *
 * @param weighed   from `weighSample`
 * @param areas     the area of each row
 * @param measures  outcomes from 0 to 1 and the groups; groups with fewer than `minAnswers` (5) in a place are left out
 *                  of its direct gap
 * @returns         gaps in parts of one; the same seed gives the same digits, in whatever order the areas come
 * @throws          AnalysisRefusal for columns of another length and values out of range
 * @see             statistics.md, sections 9 and 11; Torabi & Rao (2014), Journal of Multivariate Analysis 127, 36–55
 */
export function modelGaps(
  weighed: Pick<WeighedSample, 'weights' | 'calibration'>,
  areas: Categories,
  measures: readonly GapMeasure[],
  options: GapOptions,
): GapModel[] {
  const rows = weighed.weights.length
  checkCategories(areas, rows)
  for (const measure of measures) {
    checkMeasure(measure, rows)
    const { composition, groups, name } = measure
    if (composition)
      checkLength(`composition of ${name}`, composition.length, areas.labels.length * groups.labels.length)
  }
  const { draws = 1000, level = 0.95, seed } = options
  if (!(level > 0 && level < 1)) throw new AnalysisRefusal('bad-option', `The level of the intervals is ${level}.`)
  const sample = arrangeByArea(weighed, areas, options.design ?? surveyDesign({ rows }))
  const frame = varianceFrame(sample.weighed.weights, sample.design, sample.weighed.calibration)
  const precision = {
    weights: frame.weights,
    covariance: (some: Int32Array, influences: readonly Float64Array[]) => covarianceOf(frame, some, influences),
  }
  const everyone = allRows(frame)
  const byArea = rowsOf(frame, sample.areas)

  return measures.map((given) => {
    const { values, groups, minAnswers = fewestInGroup } = sample.arrange(given) as GapMeasure // the same, arranged
    const directIn = (domain: Int32Array): DirectGap | NoGap => {
      const answered = domain.filter((row) => !Number.isNaN(values[row]!) && groups.codes[row]! >= 0)
      const n = answered.length
      if (n === 0) return { status: 'empty', n }
      const df = degreesOfFreedom(frame, answered)
      const gap = groupGap(precision, answered, values, groups, { minAnswers, df })
      if (!gap) return { status: 'empty', n }
      const { probability } = gap
      const found = { ...gapInterval(gap, tOf(level, df)), df, probability, adjusted: probability }
      const nKish = effectiveSize(frame.weights, answered)
      return { status: 'estimated', n, nKish, ...found, groups: gap.groups }
    }
    const direct = adjusted(byArea.map(directIn))
    const width = groups.labels.length
    const cells = groupCells(frame.weights, sample.areas, groups, values)
    const errors = direct.map((gap, area) => {
      const factorOf = (group: number) =>
        smallSampleFactor(
          frame,
          byArea[area]!.filter((row) => groups.codes[row] === group && !Number.isNaN(values[row]!)),
        )
      return errorsOf(gap, groups.labels, factorOf)
    })
    const model = modelCells({ cells, errors, groups: groups.labels, areas: areas.labels.length }, options)
    const normals = normalDraws(seed, Math.ceil(draws / 2) * width)
    const believed = (area: number): ModelledGap | NoGap => {
      const own = cells.slice(area * width, (area + 1) * width)
      const n = own.reduce((sum, cell) => sum + cell.n, 0)
      if (!model) return { status: 'empty', n }
      const shares = sharesOf(given, area, own, model.modelled)
      const living = model.modelled.map((group, place) => ({ group, place })).filter(({ group }) => shares[group]! > 0)
      if (living.length < 2) return { status: 'empty', n }
      const beliefs = model.beliefs.map(({ weight, posterior }) => ({
        weight,
        ...part(
          posterior[area]!,
          living.map(({ place }) => place),
        ),
      }))
      const parts = Float64Array.from(living, ({ group }) => shares[group]!)
      const drawn = { normals, stride: width }
      const { means, ses, ...belief } = gapBelief(beliefs, parts, drawn, { level, limit: notable, meanOf: expit })
      const about = living.map(({ group }, i) => ({
        label: groups.labels[group]!,
        n: own[group]!.n,
        share: parts[i]!,
        mean: means[i]!,
        se: ses[i]!,
      }))
      return { status: n > 0 ? 'modelled' : 'model-only', ...belief, mse: belief.se ** 2, groups: about }
    }
    return {
      name: given.name,
      level,
      seed,
      draws,
      city: directIn(everyone),
      areas: direct.map((found, area) => ({ direct: found, modelled: believed(area) })),
      ...(model && { model: aboutModel(model) }),
    }
  })
}

function aboutModel({ names, fit, smoothingFactor }: CellModel): NonNullable<GapModel['model']> {
  const { beta, betaSe, sigma2u, sigma2v } = fit
  const coefficients = names.map((name, c) => ({ name, estimate: beta[c]!, se: betaSe[c]! }))
  return { sigma2u, sigma2v, coefficients, smoothingFactor }
}

/** Adjusts the tests of all areas for there being many. */
function adjusted(found: readonly (DirectGap | NoGap)[]): (DirectGap | NoGap)[] {
  const rates = falseDiscoveryRates(found.flatMap((gap) => (gap.status === 'estimated' ? [gap.probability] : [])))
  let next = 0
  return found.map((gap) => (gap.status === 'estimated' ? { ...gap, adjusted: rates[next++]! } : gap))
}

/** Standard errors of a place's groups, with what few answers hide; 0 for groups that were left out. */
function errorsOf(
  gap: DirectGap | NoGap,
  labels: readonly string[],
  factorOf: (group: number) => number,
): Float64Array {
  const known = new Map(gap.status === 'estimated' ? gap.groups.map(({ label, se }) => [label, se]) : [])
  return Float64Array.from(labels, (label, group) => (known.get(label) ?? 0) * Math.sqrt(factorOf(group)))
}

/**
 * The parts of a place's groups: known ones, else by weight. They sum to 1, or all are 0. A group that nobody answered
 * for anywhere cannot be modelled and has no part.
 */
function sharesOf(
  { composition, groups }: GapMeasure,
  area: number,
  cells: readonly Cell[],
  modelled: readonly number[],
): Float64Array {
  const width = groups.labels.length
  const parts = Float64Array.from(cells, ({ weight }, group) =>
    modelled.includes(group) ? (composition?.[area * width + group] ?? weight) : 0,
  )
  const sum = parts.reduce((total, part) => total + part, 0)
  return sum > 0 ? parts.map((part) => part / sum) : parts
}

/** Mean and covariance of some of a posterior's cells. */
function part({ mean, covariance }: AreaPosterior, places: readonly number[]) {
  const size = mean.length
  return {
    mean: Float64Array.from(places, (place) => mean[place]!),
    covariance: Float64Array.from(places.flatMap((i) => places.map((j) => covariance[i * size + j]!))),
  }
}
