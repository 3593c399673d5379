import { placeOf } from '../discord/item.ts'

/**
 * Where each row is counted for a measure: an answer in a place. Sums of weights by answer and place are all that the
 * estimates need, so that under other weights an estimate costs one addition for each row.
 */
export type Tally = {
  /** One per row: place × answers + answer, with answer 0 for none. */
  bins: Int32Array
  answers: number
  /** What is summed beside the weights themselves, weight · value: for means, totals and gaps. */
  values?: Float64Array
}

/** A measure without its columns: which tallies it is computed from. */
export type TalliedMeasure =
  | { kind: 'support' | 'net' | 'place' | 'polarization'; tallies: number[]; options: number[] }
  | { kind: 'share' | 'mean' | 'total'; tally: number }
  /** For a gap, the groups with enough answers in the whole sample, by region. */
  | { kind: 'gap'; tally: number; groups: Uint8Array[] }

/** Measures in regions (the city, its areas, their parents), each made up of places. */
export type Tallying = {
  tallies: Tally[]
  measures: TalliedMeasure[]
  places: number
  regions: Int32Array[]
}

/** Rows one after another, in runs that share their weight but for how often each was drawn: base + step · count. */
export type RunWeights = { starts: Int32Array; base: Float64Array; step: Float64Array; counts: Uint32Array }

/**
 * All measures in all regions under some weights: measure by measure, the regions in their order. What the whole sample
 * and its replicates differ in is only this; corrections for small samples are not part of it.
 *
 * @returns        NaN where an estimate does not exist; of polarization the variance times 4, of a gap its τ², as found
 */
export function tallied({ tallies, measures, places, regions }: Tallying, weights: RunWeights): Float64Array {
  const sums = tallies.map(({ bins, answers, values }) => ({
    answers,
    weights: sumByBin(bins, weights, places * answers),
    values: values && sumValuesByBin(bins, values, weights, places * answers),
  }))
  const figures = new Float64Array(measures.length * regions.length)
  let figure = 0
  for (const measure of measures)
    regions.forEach((region, r) => {
      const of = (tally: number) => sumOver(sums[tally]!.weights, region, sums[tally]!.answers)
      const valuesOf = (tally: number) => sumOver(sums[tally]!.values!, region, sums[tally]!.answers) // planned with values
      figures[figure++] = valueOf(measure, r, of, valuesOf)
    })
  return figures
}

function sumByBin(bins: Int32Array, { starts, base, step, counts }: RunWeights, size: number): Float64Array {
  const sums = new Float64Array(size)
  for (let run = 0; run < base.length; run++) {
    const [least, more, end] = [base[run]!, step[run]!, starts[run + 1]!]
    for (let row = starts[run]!; row < end; row++) sums[bins[row]!]! += least + more * counts[row]!
  }
  return sums
}

function sumValuesByBin(bins: Int32Array, values: Float64Array, weights: RunWeights, size: number): Float64Array {
  const { starts, base, step, counts } = weights
  const sums = new Float64Array(size)
  for (let run = 0; run < base.length; run++) {
    const [least, more, end] = [base[run]!, step[run]!, starts[run + 1]!]
    for (let row = starts[run]!; row < end; row++) sums[bins[row]!]! += (least + more * counts[row]!) * values[row]!
  }
  return sums
}

/** Sums by answer over the places of a region. */
export function sumOver(sums: Float64Array, region: Int32Array, answers: number): Float64Array {
  const total = new Float64Array(answers)
  for (const place of region) for (let a = 0; a < answers; a++) total[a]! += sums[place * answers + a]!
  return total
}

type SumsOf = (tally: number) => Float64Array

function valueOf(measure: TalliedMeasure, region: number, of: SumsOf, valuesOf: SumsOf): number {
  switch (measure.kind) {
    case 'share': {
      const [, no = 0, yes = 0] = of(measure.tally)
      return yes / (no + yes)
    }
    case 'mean':
      return valuesOf(measure.tally)[1]! / of(measure.tally)[1]!
    case 'total':
      return of(measure.tally)[1]! > 0 ? valuesOf(measure.tally)[1]! : NaN
    case 'gap':
      return gapOf(of(measure.tally), valuesOf(measure.tally), measure.groups[region]!)
    default: {
      const { kind, tallies, options } = measure
      return tallies.reduce((sum, tally, i) => sum + scoreOf(kind, of(tally), options[i]!), 0) / tallies.length
    }
  }
}

function scoreOf(kind: 'support' | 'net' | 'place' | 'polarization', sums: Float64Array, options: number): number {
  let [weight, places, squares, above, below] = [0, 0, 0, 0, 0]
  for (let answer = 1; answer <= options; answer++) {
    const x = placeOf(answer, options)
    const own = sums[answer]!
    weight += own
    places += own * x
    squares += own * x * x
    if (x > 0.5) above += own
    if (x < 0.5) below += own
  }
  switch (kind) {
    case 'support':
      return above / weight
    case 'net':
      return (above - below) / weight
    case 'place':
      return places / weight
    case 'polarization':
      return Math.max(0, 4 * (squares / weight - (places / weight) ** 2))
  }
}

/** τ² without its correction; a group that is nowhere in a replicate takes the estimate with it. */
function gapOf(weights: Float64Array, values: Float64Array, enough: Uint8Array): number {
  let [weight, sum, groups] = [0, 0, 0]
  enough.forEach((counts, group) => {
    if (!counts) return
    groups++
    weight += weights[group]!
    sum += values[group]!
  })
  if (groups < 2) return NaN
  const overall = sum / weight
  return enough.reduce(
    (tau, counts, group) =>
      counts ? tau + (weights[group]! / weight) * (values[group]! / weights[group]! - overall) ** 2 : tau,
    0,
  )
}
