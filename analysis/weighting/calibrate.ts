import { generalizedInverse, times } from '../variance/generalized-inverse.ts'

/** How far weights may move, and how: g = F(x'λ). @see Deville & Särndal (1992), JASA 87, 376–382 */
export type Distance = {
  kind: 'linear' | 'raking' | 'logit'
  /** Bounds of g; ±Infinity for none. Logit needs both, with lower < 1 < upper. */
  bounds: readonly [number, number]
}

export type Calibrated = {
  weights: Float64Array
  converged: boolean
  /** Newton's steps. */
  rounds: number
  /** The column that is farthest from its total, and by which share of it. */
  worst: { column: number; error: number }
}

/** Weights so far below the population are scaled up first, so that bounds are about what remains. */
const farBelow = 20

/**
 * Calibration: the weights closest to the given ones for which Σ w x = total for every column.
 *
 * @param weights  ≥ 0; rows with weight 0 stay 0
 * @param columns  the auxiliary variables, one number per row; columns that others make up are no harm
 * @param totals   their population totals
 * @returns        weights that may be negative with the linear distance; `converged` says whether the totals are met
 *                 within a relative 1e-10
 * @see            Deville & Särndal (1992), JASA 87, 376–382; Newton's method with steps halved while they make it worse
 */
export function calibrate(
  weights: Float64Array,
  columns: readonly Float64Array[],
  totals: Float64Array,
  distance: Distance,
): Calibrated {
  const bounded = distance.bounds.some(Number.isFinite)
  const scales = columns.map((column, c) => totals[c]! / weightedSum(weights, column))
  const scale = bounded && Math.min(...scales) > farBelow ? scales.reduce((sum, s) => sum + s, 0) / scales.length : 1
  const start = weights.map((weight) => weight * scale)
  const lengths = columns.map((column) => Math.max(...column.map(Math.abs)) || 1)
  const scaled = columns.map((column, c) => column.map((value) => value / lengths[c]!))
  const targets = totals.map((total, c) => total / lengths[c]!)

  const attempt = (lambda: Float64Array) => {
    const place = new Float64Array(start.length)
    scaled.forEach((column, c) => {
      const slope = lambda[c]!
      if (slope !== 0) for (let row = 0; row < place.length; row++) place[row]! += slope * column[row]!
    })
    const g = place.map((u) => factor(distance, u))
    const found = start.map((weight, row) => (weight === 0 ? 0 : weight * g[row]!))
    const misses = Float64Array.from(targets, (target, c) => target - weightedSum(found, scaled[c]!))
    const errors = misses.map((miss, c) => Math.abs(miss) / (1 / lengths[c]! + Math.abs(targets[c]!)))
    const error = errors.reduce((most, each) => (each <= most ? most : each), 0) // NaN counts as worst
    return { lambda, place, found, misses, errors, error }
  }

  let best = attempt(new Float64Array(columns.length))
  let rounds = 0
  while (rounds < 200 && !(best.error < 1e-14)) {
    const direction = newtonStep(start, scaled, best.place, best.misses, distance)
    let step = 1
    let next = attempt(best.lambda.map((value, c) => value + step * direction[c]!))
    while (!(next.error < best.error) && step > 1e-6) {
      step /= 2
      next = attempt(best.lambda.map((value, c) => value + step * direction[c]!))
    }
    if (!(next.error < best.error)) break
    best = next
    rounds++
  }
  const column = best.errors.indexOf(Math.max(...best.errors))
  return { weights: best.found, converged: best.error < 1e-10, rounds, worst: { column, error: best.error } }
}

function newtonStep(
  start: Float64Array,
  columns: readonly Float64Array[],
  place: Float64Array,
  misses: Float64Array,
  distance: Distance,
): Float64Array {
  const size = columns.length
  const slopes = start.map((weight, row) => (weight === 0 ? 0 : weight * slope(distance, place[row]!)))
  const matrix = new Float64Array(size * size)
  columns.forEach((left, i) => {
    const weighted = left.map((value, row) => value * slopes[row]!)
    for (let j = i; j < size; j++) {
      const sum = weightedSum(weighted, columns[j]!)
      matrix[i * size + j] = sum
      matrix[j * size + i] = sum
    }
  })
  return times(generalizedInverse(matrix, size), misses, size)
}

function factor({ kind, bounds: [low, high] }: Distance, u: number): number {
  if (kind === 'linear') return Math.min(Math.max(1 + u, low), high)
  if (kind === 'raking') return Math.min(Math.max(Math.exp(u), low), high)
  const e = Math.exp(((high - low) / ((high - 1) * (1 - low))) * u)
  if (e === Infinity) return high
  return (low * (high - 1) + high * (1 - low) * e) / (high - 1 + (1 - low) * e)
}

function slope({ kind, bounds: [low, high] }: Distance, u: number): number {
  if (kind === 'linear') return 1 + u > low && 1 + u < high ? 1 : 0
  if (kind === 'raking') return Math.exp(u) > low && Math.exp(u) < high ? Math.exp(u) : 0
  const a = (high - low) / ((high - 1) * (1 - low))
  const e = Math.exp(a * u)
  if (e === Infinity) return 0
  const below = high - 1 + (1 - low) * e
  // d/du of the factor above.
  return (a * e * (1 - low) * (high - 1) * (high - low)) / below ** 2
}

function weightedSum(weights: Float64Array, values: Float64Array): number {
  let sum = 0
  for (let row = 0; row < weights.length; row++) sum += weights[row]! * values[row]!
  return sum
}
