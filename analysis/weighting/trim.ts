import { medianSorted } from 'simple-statistics'
import { rowsByCode } from '../rows-by-code.ts'
import type { Categories } from './margin.ts'

export type TrimRule = {
  /** Bounds as multiples of the median weight of the area. */
  lower: number
  upper: number
  /** In an area with fewer respondents the median of all rows is used. */
  minRespondents: number
  /** How many times weights are clipped and raked again at most. */
  maxRounds: number
}

/** statistics.md, section 6. */
export const usualTrim: TrimRule = { lower: 0.2, upper: 5, minRespondents: 30, maxRounds: 10 }

export type Trimmed = {
  weights: Float64Array
  rounds: number
  /** False when some weight is still outside its bounds by more than 1 % after the last round. */
  settled: boolean
  /** Share of the respondents that were outside the bounds at first. */
  shareOfRows: number
  /** Share of the weight that stood above the upper bounds at first. */
  shareOfWeight: number
}

/**
 * Clips extreme weights and rakes again, until the margins hold and no weight is outside its bounds by more than 1 %.
 *
 * @param rakeAgain  takes start weights, returns weights that meet all margins
 * @see Potter & Zheng (2015); Battaglia, Izrael, Hoaglin & Frankel (2009) on trimming while raking
 */
export function trim(
  raked: Float64Array,
  areas: Categories,
  rule: TrimRule,
  rakeAgain: (start: Float64Array) => Float64Array,
): Trimmed {
  const medians = mediansByArea(raked, areas, rule.minRespondents)
  const medianOf = (row: number) => medians[areas.codes[row]! + 1] ?? medians[0]!
  const first = outside(raked, medianOf, rule, 0)

  let weights = raked
  let rounds = 0
  let settled = outside(weights, medianOf, rule, 0.01).rows === 0
  while (!settled && rounds < rule.maxRounds) {
    const clipped = weights.map((weight, row) => {
      const median = medianOf(row)
      return weight > 0 ? Math.min(Math.max(weight, rule.lower * median), rule.upper * median) : 0
    })
    weights = rakeAgain(clipped)
    rounds++
    settled = outside(weights, medianOf, rule, 0.01).rows === 0
  }
  const respondents = raked.reduce((n, weight) => n + (weight > 0 ? 1 : 0), 0)
  const total = raked.reduce((sum, weight) => sum + weight, 0)
  const trimmedAtAll = rounds > 0
  return {
    weights,
    rounds,
    settled,
    shareOfRows: trimmedAtAll ? first.rows / respondents : 0,
    shareOfWeight: trimmedAtAll ? first.excess / total : 0,
  }
}

/**
 * Median weight of all rows (index 0) and of each area (index code + 1), thin areas having that of all rows. Where no row
 * needs it, that of all rows is left at 0: it takes longer than all the others together.
 */
export function mediansByArea(
  weights: Float64Array,
  { codes, labels }: Categories,
  minRespondents: number,
): Float64Array {
  const { starts, rows } = rowsByCode(codes, labels.length, (row) => weights[row]! > 0)
  const medians = new Float64Array(labels.length + 1)
  const thin: number[] = []
  for (let area = 0; area < labels.length; area++) {
    const own = rows.subarray(starts[area], starts[area + 1])
    if (own.length === 0 || own.length < minRespondents) thin.push(area)
    else medians[area + 1] = median(weightsOf(own, weights))
  }
  const hasOthers = codes.some((code, row) => code < 0 && weights[row]! > 0)
  if (hasOthers || thin.some((area) => starts[area]! < starts[area + 1]!)) {
    medians[0] = median(weights.filter((weight) => weight > 0))
    for (const area of thin) medians[area + 1] = medians[0]
  }
  return medians
}

function weightsOf(rows: Int32Array, weights: Float64Array): Float64Array {
  const own = new Float64Array(rows.length)
  for (let place = 0; place < rows.length; place++) own[place] = weights[rows[place]!]!
  return own
}

/** Middle value; sorts its argument. */
function median(values: Float64Array): number {
  // The library's types ask for an array; it reads nothing but places and length, and numbers need no copy for that.
  return medianSorted(values.sort() as unknown as number[])
}

function outside(weights: Float64Array, medianOf: (row: number) => number, rule: TrimRule, leeway: number) {
  let rows = 0
  let excess = 0
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!
    if (weight === 0) continue
    const upper = rule.upper * medianOf(row)
    if (weight > upper * (1 + leeway)) {
      rows++
      excess += weight - upper
    } else if (weight < rule.lower * medianOf(row) * (1 - leeway)) rows++
  }
  return { rows, excess }
}
