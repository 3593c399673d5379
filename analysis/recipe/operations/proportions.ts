import { betaQuantile } from '../../distributions/quantiles.ts'
import { rootOf } from '../../distributions/root.ts'
import { type Interval, tOf, wilsonInterval } from '../../estimates/interval.ts'
import { mean } from '../../estimates/mean.ts'
import { quantileOf, ranked } from '../../estimates/quantile-rule.ts'
import { AnalysisRefusal } from '../../refusal.ts'
import type { WantedOf } from '../recipe.ts'
import { degreesOfFreedom, estimate, rowsOf, type Survey } from '../survey.ts'
import { categoriesOf, codeOf, crossed, numbersOf } from '../table.ts'
import { profileInterval, type ShareModel, shareModel } from './share-model.ts'

type Share = { p: number; variance: number; df: number; n: number; level: number }

/** A share and what its intervals need. `values` are 0 and 1. */
function shareOf(survey: Survey, rows: Int32Array, values: Float64Array, level: number): Share {
  const { found, covariance } = estimate(survey, rows, (weights) => [
    mean(rows, weights, values) ?? { value: NaN, influence: new Float64Array(rows.length), n: 0, weight: 0 },
  ])
  const { value: p, n } = found[0]!
  return { p, variance: covariance[0]!, df: degreesOfFreedom(survey, rows), n, level }
}

const expit = (x: number): number => 1 / (1 + Math.exp(-x))
const limits = ({ low, high }: Pick<Interval, 'low' | 'high'>): number[] => [low, high]

/** Interval of a share by each method. */
const intervals = {
  /** On the logit scale; R's `xlogit`. */
  logit({ p, variance, df, level }: Share): number[] {
    const center = Math.log(p / (1 - p))
    const half = (tOf(level, df) * Math.sqrt(variance)) / (p * (1 - p))
    return [expit(center - half), expit(center + half)]
  },
  asin({ p, variance, df, level }: Share): number[] {
    const half = (tOf(level, df) * Math.sqrt(variance)) / (2 * Math.sqrt(p * (1 - p)))
    const center = Math.asin(Math.sqrt(p))
    return [Math.sin(center - half) ** 2, Math.sin(center + half) ** 2]
  },
  /** Korn and Graubard's, not capped. */
  beta({ p, variance, df, n, level }: Share): number[] {
    const effective = ((p * (1 - p)) / variance) * (tOf(level, n - 1) / tOf(level, df)) ** 2
    const tail = (1 - level) / 2
    const [yes, no] = [effective * p, effective * (1 - p)]
    return [betaQuantile(tail, yes, no + 1), betaQuantile(1 - tail, yes + 1, no)]
  },
  mean({ p, variance, df, level }: Share): number[] {
    const half = tOf(level, df) * Math.sqrt(variance)
    return [p - half, p + half]
  },
  wilson({ p, variance, df, level }: Share): number[] {
    return limits(wilsonInterval({ estimate: p, se: Math.sqrt(variance), df, level }, (p * (1 - p)) / variance))
  },
}

/** The same by iteration, which is R's `logit`. */
function logitOf({ logit }: ShareModel, variance: number, { df, level }: Share): number[] {
  const mu = expit(logit)
  const half = (tOf(level, df) * Math.sqrt(variance)) / (mu * (1 - mu))
  return [expit(logit - half), expit(logit + half)]
}

/** Variance of the share as its logit has it, which is another one only where replicates estimate it. */
function varianceByLogit(survey: Survey, rows: Int32Array, values: Float64Array, { p, variance }: Share): number {
  if (survey.spread.kind === 'design') return variance
  const { covariance } = estimate(survey, rows, (weights) => {
    const found = mean(rows, weights, values)
    const odds = found ? found.value / (1 - found.value) : NaN
    return [{ value: Math.log(odds), influence: new Float64Array(rows.length), n: rows.length, weight: NaN }]
  })
  return covariance[0]! * (p * (1 - p)) ** 2
}

/** The share of a category with its interval by every method. */
export function shareIntervals(survey: Survey, wanted: WantedOf<'ciprop'>) {
  const categories = categoriesOf(survey.table, wanted.var)
  const code = codeOf(survey.table, categories, wanted.value)
  if (code < 0)
    throw new AnalysisRefusal('unknown-code', `"${wanted.var}" is nowhere "${wanted.value}".`, {
      variable: wanted.var,
      category: String(wanted.value),
    })
  const rows = rowsOf(survey).filter((row) => categories.codes[row]! >= 0)
  const values = Float64Array.from(categories.codes, (each) => (each === code ? 1 : 0))
  const share = { ...shareOf(survey, rows, values, wanted.level), df: degreesOfFreedom(survey) }
  const { p, variance, df, n } = share
  const model = shareModel(Array.from(rows, (row) => ({ y: values[row]!, weight: survey.weights[row]! })))
  if (variance < 1e-20)
    return { p, se: 0, n, df, note: 'design variance is zero: no method applies; report the point and flag it' }
  const ofLogit = varianceByLogit(survey, rows, values, share)
  return {
    p,
    se: Math.sqrt(variance),
    n_eff: (p * (1 - p)) / variance,
    df,
    n,
    ci: {
      logit: logitOf(model, ofLogit, share),
      xlogit: intervals.logit(share),
      asin: intervals.asin(share),
      beta: intervals.beta(share),
      mean: intervals.mean(share),
      likelihood: profileInterval(model, ofLogit, df, wanted.level),
      wilson: intervals.wilson(share),
    },
  }
}

/** A share of a 0/1 variable by domain. Wilson's interval has the whole design's degrees of freedom, as its name says. */
export function sharesByDomain(survey: Survey, wanted: WantedOf<'ciprop_by'>) {
  const values = numbersOf(survey.table, wanted.var)
  const bad = values.findIndex((value) => !Number.isNaN(value) && value !== 0 && value !== 1)
  if (bad >= 0)
    throw new AnalysisRefusal('bad-answer', `"${wanted.var}" is ${values[bad]} in row ${bad}; shares need 0 and 1.`, {
      variable: wanted.var,
      row: bad,
    })
  const columns = wanted.domain.map((name) => categoriesOf(survey.table, name))
  const domains = crossed(columns)
  const all = rowsOf(survey).filter((row) => !Number.isNaN(values[row]!))
  const df = degreesOfFreedom(survey)
  const rows = domains.parts.flatMap((parts, code) => {
    const own = all.filter((row) => domains.codes[row] === code)
    if (own.length === 0) return []
    const share = shareOf(survey, own, values, wanted.level)
    const { p, variance, n } = share
    const model = shareModel(Array.from(own, (row) => ({ y: values[row]!, weight: survey.weights[row]! })))
    const labels = parts.map((part, v) => columns[v]!.labels[part]!)
    const possible = variance > 1e-20 && share.df > 0
    const ofLogit = possible ? varianceByLogit(survey, own, values, share) : variance
    return [
      {
        domain:
          labels.length === 1 ? labels[0]! : Object.fromEntries(wanted.domain.map((name, v) => [name, labels[v]])),
        n,
        p,
        se: Math.sqrt(variance),
        n_eff: variance > 1e-20 ? (p * (1 - p)) / variance : null,
        logit: possible ? logitOf(model, ofLogit, share) : null,
        wilson_design_df: possible ? intervals.wilson({ ...share, df }) : null,
        beta: possible ? intervals.beta(share) : null,
      },
    ]
  })
  return { df, rows }
}

/** Quantiles with Woodruff's intervals, or those by inverting the score test. */
export function quantiles(survey: Survey, wanted: WantedOf<'quantile'>) {
  const values = numbersOf(survey.table, wanted.var)
  const all = rowsOf(survey)
  const rows = wanted.na_rm ? all.filter((row) => !Number.isNaN(values[row]!)) : all
  const df = degreesOfFreedom(survey, rows)
  const unknown = rows.some((row) => Number.isNaN(values[row]!))
  const own = Float64Array.from(rows, (row) => values[row]!)
  const sample = ranked(
    own,
    Float64Array.from(rows, (row) => survey.weights[row]!),
  )
  const at = (p: number) => (p >= 0 && p <= 1 ? quantileOf(sample, p, wanted.qrule) : NaN)
  const found = wanted.probs.map((p) => {
    if (unknown || rows.length === 0) return { quantile: NaN, low: NaN, high: NaN }
    const quantile = at(p)
    const [low, high] =
      wanted.interval === 'score'
        ? scoreInterval(survey, rows, values, p, wanted.level, df)
        : woodruff(survey, rows, values, quantile, wanted)
    return { quantile, low: at(low), high: at(high) }
  })
  const t = tOf(wanted.level, df)
  return {
    quantile: found.map(({ quantile }) => quantile),
    ci_low: found.map(({ low }) => low),
    ci_high: found.map(({ high }) => high),
    se: found.map(({ low, high }) => (high - low) / (2 * t)),
    df: degreesOfFreedom(survey),
  }
}

/** The interval of the share below the quantile. @see Woodruff (1952), JASA 47, 635–646 */
function woodruff(
  survey: Survey,
  rows: Int32Array,
  values: Float64Array,
  quantile: number,
  { interval, level }: WantedOf<'quantile'>,
) {
  const share = shareOf(
    survey,
    rows,
    values.map((value) => (value <= quantile ? 1 : 0)),
    level,
  )
  const [low, high] = intervals[interval === 'xlogit' ? 'logit' : interval === 'score' ? 'mean' : interval](share)
  return [low ?? NaN, high ?? NaN] as const
}

/** Francisco and Fuller's interval: the values at which the test of the share above says no. */
function scoreInterval(survey: Survey, rows: Int32Array, values: Float64Array, p: number, level: number, df: number) {
  const own = Float64Array.from(rows, (row) => values[row]!).sort()
  const even = ranked(own, new Float64Array(own.length).fill(1))
  const step = (quantileOf(even, 0.75, 'hf7') - quantileOf(even, 0.25, 'hf7')) / 100
  const t = tOf(level, df)
  const score = (limit: number) => (theta: number) => {
    const { p: above, variance } = shareOf(
      survey,
      rows,
      values.map((value) => (value > theta ? 1 : 0)),
      level,
    )
    return (above - (1 - p)) / Math.sqrt(variance) - limit
  }
  const tolerance = 1 / (100 * Math.sqrt(rows.length))
  const ends = [own[0]! + step, own[own.length - 1]! - step] as const
  const below = (theta: number) => own.reduce((n, value) => n + (value <= theta ? 1 : 0), 0) / own.length
  return [below(rootOf(score(t), ...ends, tolerance)), below(rootOf(score(-t), ...ends, tolerance))] as const
}
