import type { MeasureEstimates } from './estimate-areas.ts'
import type { Empty, Estimate } from './estimates/estimate.ts'
import { type Interval, tOf } from './estimates/interval.ts'
import type { JointErrors } from './ranking/joint-errors.ts'
import { AnalysisRefusal, checkLength } from './refusal.ts'
import { benchmarked } from './small-area/benchmark.ts'
import { areaColumns, type Covariate, fewestModelledAreas } from './small-area/covariates.ts'
import { explained, fitted, type Predicted, predicted } from './small-area/fitted-areas.ts'
import { modelInterval, rangeOf } from './small-area/model-interval.ts'
import { smoothedVariances } from './small-area/smooth.ts'
import type { Categories } from './weighting/margin.ts'

export type AreaModelOptions = {
  /** People per area, in the order of the estimates: areas with 0 are left out, the others benchmarked to the city. */
  populations?: Float64Array
  /** What else is known of each area; fixed before the answers were looked at. */
  covariates?: readonly Covariate[]
  /** The parent of each area (codes per area), whose levels explain areas where there are no covariates. */
  parents?: Categories
  /**
   * Variance of an error that the direct estimates have in common, in their order, as a difference by mode leaves it
   * (`AdjustedEstimates.shared`). No model takes it away: it is kept out of the model and stays in the error.
   */
  shared?: Float64Array
}

/** An area's modelled estimate beside its direct one. */
export type ModelledArea = {
  /** `model-only`: nobody answered there, so the covariates alone speak. */
  status: 'modelled' | 'model-only'
  direct: Estimate | Empty
  n: number
  estimate: number
  /** Mean squared error, that of estimating the model and of the benchmark included; `se` is its root. */
  mse: number
  se: number
  low: number
  high: number
  interval: Interval['method']
  /** What the covariates alone say. */
  synthetic: number
  /** Weight of the direct estimate, 0 to 1. */
  gamma: number
  /** How far the direct estimate is from the synthetic one, in standard deviations under the model; 0 without answers. */
  residual: number
  /** Smoothed variance of the direct estimate; 0 without answers. */
  samplingVariance: number
}

export type AreaModel = {
  name: string
  kind: MeasureEstimates['kind']
  level: number
  /** In the order of the estimates; areas without people are unpopulated. */
  areas: (ModelledArea | { status: 'unpopulated' })[]
  /** By area as well, 0 where unpopulated. */
  errors: JointErrors
  /** The likelihood that was maximised: adjusted where areas hardly differ. */
  method: 'REML' | 'AREML'
  /** Variance between areas that the covariates do not explain, with its 95 % interval. */
  variance: { estimate: number; low: number; high: number }
  /** Share of the variance between areas that the covariates explain, 0 to 1. */
  rSquared: number
  coefficients: { name: string; estimate: number; se: number }[]
  /** See `smoothedVariances`. */
  smoothingFactor: number
  /** What the weighted mean of the areas lacked to what it was benchmarked to; 0 where nothing was benchmarked. */
  benchmarkGap: number
  /** Areas that are farther than 3 standard deviations from what the model expects. */
  outliers: number[]
}

/**
 * Models one measure over all areas (Fay and Herriot): direct estimates are drawn towards what the covariates say, the
 * more so the fewer answers an area has, and areas without answers get the model alone. The estimates are benchmarked
 * to the direct city estimate, and stand beside the direct ones.
 *
 * @param measure  from `estimateAreas`; any kind but totals and gaps
 * @returns        estimates within the measure's range with mean squared errors and intervals at the measure's level
 * @throws         AnalysisRefusal for a total or a gap, fewer than eight areas with answers, and bad covariates
 * @see            statistics.md, section 11; Fay & Herriot (1979); Rao & Molina (2015), Small Area Estimation, chapter 6
 */
export function modelAreas(measure: MeasureEstimates, options: AreaModelOptions = {}): AreaModel {
  const { name, kind, level, areas } = measure
  if (kind === 'total' || kind === 'gap')
    throw new AnalysisRefusal('bad-option', `"${name}" is a ${kind}, which has another model.`, { variable: name })
  const { populations } = options
  if (populations) checkLength('populations', populations.length, areas.length)
  if (options.shared) checkLength('shared', options.shared.length, areas.length)
  const inCommon = (area: number) => options.shared?.[area] ?? 0
  const included = [...areas.keys()].filter((area) => !populations || populations[area]! > 0)
  const answered = answeredOf(measure, included)
  const columns = areaColumns(areas.length, included, answered, options)
  const fewest = fewestModelledAreas + columns.values.length - 1
  if (answered.length < fewest)
    throw new AnalysisRefusal(
      'too-few-groups',
      `"${name}" has answers in ${answered.length} areas; a model of ${columns.names.join(', ')} needs ${fewest}.`,
      { variable: name },
    )

  const ofAnswered = columns.values.map((column) => Float64Array.from(answered, (area) => column[area]!))
  const direct = answered.map((area) => {
    const { estimate, se, nKish, df } = areas[area] as Estimate // `answered` are those
    return { estimate, variance: Math.max(0, se ** 2 - inCommon(area)), nKish, df }
  })
  const y = Float64Array.from(direct, ({ estimate }) => estimate)
  const { variances, factor } = smoothedVariances(kind, direct, ofAnswered)
  const { fit, method, interval } = fitted(y, variances, ofAnswered)
  const raw = predicted(fit, columns, included, answered, { y, variances })
  const people = populations && Float64Array.from(included, (area) => populations[area]!)
  const finished = people ? benchmarkedTo(measure, raw, people) : keptInRange(kind, raw)

  const t = tOf(level, answered.length - columns.values.length)
  const result: AreaModel['areas'] = areas.map(() => ({ status: 'unpopulated' }))
  const own = new Float64Array(areas.length)
  const shared = [...columns.values, ...(options.shared ? ['in common'] : [])].map(() => new Float64Array(areas.length))
  raw.forEach((area, i) => {
    const estimate = finished.estimates[i]!
    const moved = (estimate - area.eblup) ** 2
    const { mse: before, direct: known, place, shared: ofBeta, ...rest } = area
    const mse = before + moved + inCommon(place)
    const { low, high, method: by } = modelInterval(kind, estimate, mse, t)
    const sizes = { direct: areas[place]!, n: areas[place]!.n, estimate, mse, se: Math.sqrt(mse), low, high }
    const { synthetic, gamma, residual, samplingVariance } = rest
    const status = known ? 'modelled' : 'model-only'
    result[place] = { status, ...sizes, interval: by, synthetic, gamma, residual, samplingVariance }
    const loads = options.shared ? [...ofBeta, Math.sqrt(inCommon(place))] : ofBeta
    loads.forEach((load, c) => (shared[c]![place] = load))
    own[place] = Math.max(0, mse - loads.reduce((sum, load) => sum + load ** 2, 0))
  })
  return {
    name,
    kind,
    level,
    areas: result,
    errors: { own, shared },
    method,
    variance: { estimate: fit.A, ...interval },
    rSquared: explained(fit.A, raw),
    coefficients: columns.names.map((each, c) => ({ name: each, estimate: fit.beta[c]!, se: fit.betaSe[c]! })),
    smoothingFactor: factor,
    benchmarkGap: finished.gap,
    outliers: raw.filter(({ residual }) => Math.abs(residual) > 3).map(({ place }) => place),
  }
}

/** Areas whose direct estimate says something: of polarization, one answer says nothing. */
function answeredOf({ areas, kind }: MeasureEstimates, included: readonly number[]): number[] {
  const fewest = kind === 'polarization' ? 2 : 1
  return included.filter((area) => areas[area]!.status === 'estimated' && areas[area]!.n >= fewest)
}

/**
 * Benchmarks to the city. Polarization is the exception: the city's also holds the differences between its areas, so
 * areas with answers keep the weighted mean of their direct estimates instead.
 */
function benchmarkedTo({ city, kind, areas }: MeasureEstimates, found: readonly Predicted[], people: Float64Array) {
  const within = kind === 'polarization'
  const counted = people.map((value, i) => (within && !found[i]!.direct ? 0 : value))
  const total = counted.reduce((sum, value) => sum + value, 0)
  const shares = counted.map((value) => value / total)
  const meanOf = (value: (area: Predicted) => number) =>
    found.reduce((sum, area, i) => (shares[i]! > 0 ? sum + shares[i]! * value(area) : sum), 0)
  const target = within
    ? meanOf(({ place }) => (areas[place] as Estimate).estimate) // those with shares have one
    : (city as Estimate).estimate // where areas have answers the city has
  const eblups = Float64Array.from(found, ({ eblup }) => eblup)
  const mse = Float64Array.from(found, (area) => area.mse)
  return {
    estimates: benchmarked(eblups, mse, shares, target, rangeOf(kind)),
    gap: target - meanOf(({ eblup }) => eblup),
  }
}

function keptInRange(kind: MeasureEstimates['kind'], found: readonly Predicted[]) {
  const { low, high } = rangeOf(kind)
  return { estimates: Float64Array.from(found, ({ eblup }) => Math.min(high, Math.max(low, eblup))), gap: 0 }
}
