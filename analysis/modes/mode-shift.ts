import { type Item, placeOf } from '../discord/item.ts'
import type { Measure } from '../estimates/measure.ts'
import { AnalysisRefusal } from '../refusal.ts'
import type { Categories } from '../weighting/margin.ts'
import { type ModeDifferences, modeDifferences, type ModeModel, rowsWithMode } from './mode-differences.ts'
import type { ModeEffect } from './mode-effect.ts'
import { type Reach, reachIn, reachOf } from './mode-reach.ts'

/**
 * What the mode does to one item of a measure: differences by mode, and what they change in a domain. A measure is the
 * weighted mean of some outcome; taking the difference off every answer moves that mean.
 */
export type ModeShift = {
  /** Rows that the differences were found in, in the frame's order. */
  rows: Int32Array
  found: ModeDifferences
  /** Differences that count too when it is asked whether to adjust: for a spread, those in level. */
  before?: { rows: Int32Array; found: ModeDifferences }
  /** Of a level: the outcome less the difference of its mode, per row. */
  adjusted?: Float64Array
  /**
   * @param rows  of a domain, in the frame's order
   * @returns     how far the domain's estimate moves, that per row of the domain and unit of its weight, and the
   *              weighted share of each mode, by its code
   */
  move: (rows: Int32Array) => { shift: number; influence: Float64Array; shares: Float64Array }
}

type Sample = { everyone: Int32Array; weights: Float64Array; areas: Categories; model: ModeModel }

/**
 * The shifts of a measure, one per item, at least one.
 *
 * @throws AnalysisRefusal for totals, and for whatever `modeDifferences` refuses
 */
export function modeShifts(sample: Sample, measure: Measure): ModeShift[] {
  switch (measure.kind) {
    case 'mean':
      return [levelShift(sample, measure.values, undefined)]
    case 'share':
    case 'gap':
      return [levelShift(sample, measure.values, reachOf(sample, [measure.values]))]
    case 'support':
    case 'net':
    case 'place': {
      const { kind } = measure
      return measure.items.map((item) => levelShift(sample, outcomeOf(kind, item), reachIn(sample, kind, item)))
    }
    case 'polarization':
      return measure.items.map((item) => spreadShift(sample, outcomeOf('place', item), reachIn(sample, 'place', item)))
    case 'total':
      throw new AnalysisRefusal('bad-option', `The total "${measure.name}" cannot be adjusted for the mode.`, {
        variable: measure.name,
      })
  }
}

/** The outcome whose mean the score is, per row; NaN = missing. */
function outcomeOf(kind: 'support' | 'net' | 'place', { options, answers }: Item): Float64Array {
  const valueOf = (answer: number): number => {
    const x = placeOf(answer, options)
    if (answer < 1) return NaN
    return kind === 'place' ? x : kind === 'net' ? Math.sign(x - 0.5) : Number(x > 0.5)
  }
  return Float64Array.from(answers, valueOf)
}

/** Each answer less the difference of its mode, as far as the mode reaches; without a mode, as it is. */
function withoutMode(
  values: Float64Array,
  { codes, labels }: Categories,
  { modes, delta }: Pick<ModeEffect, 'modes' | 'delta'>,
  reach?: Float64Array,
): Float64Array {
  const ofCode = labels.map((label) => delta[modes.indexOf(label)] ?? 0)
  return values.map((value, row) => value - (ofCode[codes[row]!] ?? 0) * (reach ? reach[row]! : 1))
}

const deltasOf = ({ modes, differences }: ModeDifferences) => ({
  modes,
  delta: Float64Array.from(differences, ({ value }) => value),
})

function levelShift(sample: Sample, values: Float64Array, reaching: Reach | undefined): ModeShift {
  const { everyone, weights } = sample
  const model = reaching ? { ...sample.model, reach: reaching.reach } : sample.model
  const rows = rowsWithMode(everyone, values, model.modes)
  const found = modeDifferences(rows, weights, values, model)
  const adjusted = withoutMode(values, model.modes, deltasOf(found), model.reach)
  const sway = reaching && swayOf(sample, rows, found, reaching)
  return {
    rows,
    found,
    adjusted,
    move: (domain) => {
      const before = momentsOf(domain, weights, values)
      const after = momentsOf(domain, weights, adjusted)
      const shift = after.mean - before.mean
      const influence = influenceOf(domain, values, before.weight, (row) => {
        return adjusted[row]! - values[row]! - shift - (sway ? sway[row]! : 0)
      })
      return { shift, influence, shares: sharesOf(domain, weights, values, model) }
    },
  }
}

/** What an answer changes by changing its area's reach, per unit of its area's weight. */
function swayOf(
  { weights, areas, model: { modes } }: Sample,
  rows: Int32Array,
  found: ModeDifferences,
  { steepness }: Reach,
): Float64Array {
  const offsets = withoutMode(new Float64Array(weights.length), modes, deltasOf(found))
  const sums = Array.from({ length: areas.labels.length }, () => ({ weight: 0, sum: 0 }))
  for (const row of rows) {
    const own = sums[areas.codes[row]!]
    if (!own) continue
    own.weight += weights[row]!
    own.sum -= weights[row]! * offsets[row]!
  }
  return steepness.map((value, row) => {
    const own = sums[areas.codes[row]!]
    return own && own.weight > 0 ? (own.sum / own.weight) * value : 0
  })
}

/**
 * A mode moves answers along the scale and may widen them. First its move is taken off each answer; what then still
 * differs between modes in the squared distance from the area's mean is its widening, and is taken off too.
 */
function spreadShift({ everyone, weights, areas, model }: Sample, places: Float64Array, { reach }: Reach): ModeShift {
  const rows = rowsWithMode(everyone, places, model.modes)
  const before = { rows, found: modeDifferences(rows, weights, places, { ...model, reach }) }
  const moved = withoutMode(places, model.modes, deltasOf(before.found), reach)
  const squares = squaresByArea(rows, weights, moved, areas)
  const inArea = rowsWithMode(rows, squares, model.modes)
  const found = modeDifferences(inArea, weights, squares, model)
  const widened = withoutMode(new Float64Array(places.length), model.modes, deltasOf(found))
  return {
    rows: inArea,
    found,
    before,
    move: (domain) => {
      const direct = momentsOf(domain, weights, places)
      const after = momentsOf(domain, weights, moved)
      const narrowed = momentsOf(domain, weights, widened, places).mean
      const change = (row: number) => 4 * ((moved[row]! - after.mean) ** 2 - (places[row]! - direct.mean) ** 2)
      const shift = 4 * (after.variance - direct.variance) + narrowed
      const influence = influenceOf(domain, places, direct.weight, (row) => change(row) + widened[row]! - shift)
      return { shift, influence, shares: sharesOf(domain, weights, places, model) }
    },
  }
}

/** 4 · (distance from the area's weighted mean)²; NaN outside of the rows and of all areas. */
function squaresByArea(rows: Int32Array, weights: Float64Array, values: Float64Array, areas: Categories): Float64Array {
  const sums = areas.labels.map(() => ({ weight: 0, sum: 0 }))
  for (const row of rows) {
    const own = sums[areas.codes[row]!]
    if (!own) continue
    own.weight += weights[row]!
    own.sum += weights[row]! * values[row]!
  }
  const squares = new Float64Array(values.length).fill(NaN)
  for (const row of rows) {
    const own = sums[areas.codes[row]!]
    if (own) squares[row] = 4 * (values[row]! - own.sum / own.weight) ** 2
  }
  return squares
}

function momentsOf(rows: Int32Array, weights: Float64Array, values: Float64Array, among = values) {
  let [weight, sum, squares] = [0, 0, 0]
  for (const row of rows) {
    if (Number.isNaN(among[row]!)) continue
    weight += weights[row]!
    sum += weights[row]! * values[row]!
    squares += weights[row]! * values[row]! ** 2
  }
  const mean = sum / weight
  return { weight, mean, variance: squares / weight - mean ** 2 }
}

function influenceOf(rows: Int32Array, among: Float64Array, weight: number, changeOf: (row: number) => number) {
  return Float64Array.from(rows, (row) => (Number.isNaN(among[row]!) ? 0 : changeOf(row) / weight))
}

/** Weighted shares of the modes, by code, each as far as it reaches. */
function sharesOf(rows: Int32Array, weights: Float64Array, among: Float64Array, { modes, reach }: ModeModel) {
  const shares = new Float64Array(modes.labels.length)
  let weight = 0
  for (const row of rows) {
    if (Number.isNaN(among[row]!)) continue
    weight += weights[row]!
    const code = modes.codes[row]!
    if (code >= 0) shares[code]! += weights[row]! * (reach ? reach[row]! : 1)
  }
  return shares.map((share) => share / weight)
}
