import { answerShares, score } from '../discord/item.ts'
import { gapInterval, groupGap } from '../discord/gap.ts'
import { polarization } from '../discord/polarization.ts'
import { covarianceOf } from '../variance/covariance.ts'
import { degreesOfFreedom } from '../variance/domains.ts'
import type { VarianceFrame } from '../variance/frame.ts'
import { varianceOf } from '../variance/variance.ts'
import { effectiveSize } from '../weighting/design-effect.ts'
import { type Interval, shareInterval, symmetricInterval, tOf } from './interval.ts'
import { average, type Linearized } from './linearized.ts'
import { mean } from './mean.ts'
import { answeredRows, type Measure } from './measure.ts'
import { smallSampleFactor } from './small-sample.ts'
import { total } from './total.ts'

export type Estimate = {
  status: 'estimated'
  /** Answers; for a measure of several items, of the one with the fewest. */
  n: number
  estimate: number
  se: number
  low: number
  high: number
  interval: Interval['method']
  df: number
  /** Variance relative to a simple random sample of n answers. */
  designEffect: number
  /** Answers of a simple random sample that would be as precise. */
  nEffective: number
  /** The same by the weights alone, whatever was answered: (Σ w)² / Σ w² of those who answered. */
  nKish: number
  /** Largest share of the answers (unweighted) that are the same; of a share those that are yes. 0 where meaningless. */
  sameAnswer: number
}

export type Empty = { status: 'empty'; n: 0 }

export type EstimateOptions = {
  /** 0.95 for 95 % intervals. */
  level: number
  /** Design effect to assume where a domain's own variance is 0 and tells nothing: that of its parent. */
  fallbackDesignEffect: number
  /** The variance by replicates (of a gap that of its τ²), in place of the linearized one. */
  variance?: number | undefined
  /** What is taken off an estimate (of a gap nothing): its value and the variance of its error may change. */
  correct?: (rows: Int32Array, found: Found) => Pick<Found, 'value' | 'errorVariance'>
}

/** `variance` is linearized; `errorVariance` is what standard error and interval are made of. */
export type Found = Linearized & { variance: number; errorVariance: number; sameAnswer: number }

/**
 * One measure in one domain, with standard error and interval.
 *
 * @param domain  rows with a positive weight, in the order of the frame (`rowsOf`, `allRows`)
 * @returns       `empty` when nobody in the domain answered (or, for a gap, fewer than two groups)
 */
export function estimateIn(
  frame: VarianceFrame,
  domain: Int32Array,
  measure: Measure,
  options: EstimateOptions,
): Estimate | Empty {
  const rows = answeredRows(measure, domain)
  if (rows.length === 0) return { status: 'empty', n: 0 }
  const df = degreesOfFreedom(frame, rows)
  if (measure.kind === 'gap') return estimateGap(frame, rows, measure, df, options)
  const direct = find(frame, rows, measure, options.variance)
  if (!direct) return { status: 'empty', n: 0 }
  const found = { ...direct, ...options.correct?.(rows, direct) }

  const se = Math.sqrt(found.errorVariance)
  const { designEffect, nEffective, nKish } = precision(frame, rows, found)
  const fallbackN = nKish / Math.max(1, options.fallbackDesignEffect)
  const spread = { estimate: found.value, se, df, level: options.level }
  const { low, high, method } = intervalOf(measure.kind, spread, { n: found.n, fallbackN })
  const { n, value: estimate, sameAnswer } = found
  const sizes = { designEffect, nEffective, nKish }
  return { status: 'estimated', n, estimate, se, low, high, interval: method, df, ...sizes, sameAnswer }
}

function find(
  frame: VarianceFrame,
  rows: Int32Array,
  measure: Exclude<Measure, { kind: 'gap' }>,
  given: number | undefined,
): Found | undefined {
  const { weights } = frame
  const withVariance = (estimate: Linearized, sameAnswer: number): Found => {
    // Replicates hold what answers hide in a small domain; a formula does not.
    if (given !== undefined) return { ...estimate, variance: given, errorVariance: given, sameAnswer }
    const variance = varianceOf(frame, rows, estimate.influence)
    const factor = measure.kind === 'total' ? 1 : smallSampleFactor(frame, rows)
    return { ...estimate, variance, errorVariance: factor * variance, sameAnswer }
  }
  switch (measure.kind) {
    case 'total':
      return withVariance(total(rows, weights, measure.values), 0)
    case 'mean':
    case 'share': {
      const found = mean(rows, weights, measure.values)
      return found && withVariance(found, measure.kind === 'share' ? shareOfOnes(measure.values, rows) : 0)
    }
    case 'support':
    case 'net':
    case 'place':
    case 'polarization': {
      const { items, kind } = measure
      const shares = items.map((item) => answerShares(rows, weights, item)).filter((found) => found !== undefined)
      // Without one of its items the average would mean another thing than elsewhere.
      if (shares.length < items.length) return undefined
      const sameAnswer = Math.max(...shares.map(({ counts, n }) => Math.max(...counts) / n))
      if (kind === 'polarization') {
        const { smallSampleVariance, scale, ...found } = polarization(frame, rows, items, shares)
        if (given === undefined) return { ...found, errorVariance: smallSampleVariance, sameAnswer }
        return { ...found, variance: given, errorVariance: given * scale ** 2, sameAnswer }
      }
      const scored = kind === 'place' ? 'mean' : kind
      return withVariance(average(items.map((item, i) => score(rows, item, shares[i]!, scored))), sameAnswer)
    }
  }
}

/** Net support has its interval as the share (net + 1) / 2, so that it never leaves [−1, 1]. */
function intervalOf(
  kind: Measure['kind'],
  spread: { estimate: number; se: number; df: number; level: number },
  sizes: { n: number; fallbackN: number },
): Interval {
  if (kind === 'mean' || kind === 'total') return symmetricInterval(spread)
  if (kind !== 'net') return shareInterval({ ...spread, ...sizes })
  const half = shareInterval({ ...spread, estimate: (spread.estimate + 1) / 2, se: spread.se / 2, ...sizes })
  return { ...half, low: 2 * half.low - 1, high: 2 * half.high - 1 }
}

function precision({ weights }: VarianceFrame, rows: Int32Array, { influence, variance, weight, n }: Found) {
  const nKish = effectiveSize(weights, rows)
  // The influence times the weight is the deviation of an answer; its mean square is the variance of one answer.
  let squares = 0
  for (let place = 0; place < rows.length; place++) {
    const deviation = influence[place]! * weight
    squares += weights[rows[place]!]! * deviation * deviation
  }
  const varianceOfOne = squares / weight
  if (variance === 0 || varianceOfOne === 0 || n < 2)
    return { designEffect: rows.length / nKish, nEffective: nKish, nKish }
  return { designEffect: (variance * (n - 1)) / varianceOfOne, nEffective: varianceOfOne / variance, nKish }
}

/** That few chose a category says nothing of what any of them chose; that nearly all did, says it of each. */
function shareOfOnes(values: Float64Array, rows: Int32Array): number {
  let ones = 0
  for (const row of rows) ones += values[row]!
  return ones / rows.length
}

function estimateGap(
  frame: VarianceFrame,
  rows: Int32Array,
  measure: Extract<Measure, { kind: 'gap' }>,
  df: number,
  { level, variance: given }: EstimateOptions,
): Estimate | Empty {
  const precision = {
    weights: frame.weights,
    covariance: (rows: Int32Array, influences: readonly Float64Array[]) => covarianceOf(frame, rows, influences),
  }
  const gap = groupGap(precision, rows, measure.values, measure.groups, { minAnswers: measure.minAnswers ?? 10, df })
  if (!gap) return { status: 'empty', n: 0 }
  const own = given === undefined ? gap : { ...gap, variance: given }
  const nKish = effectiveSize(frame.weights, rows)
  const spread = { designEffect: rows.length / nKish, nEffective: nKish, nKish, sameAnswer: 0 }
  return { status: 'estimated', n: gap.n, ...gapInterval(own, tOf(level, df)), interval: 't', df, ...spread }
}
