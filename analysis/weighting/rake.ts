import { sweep, sweptMargins } from './sweep.ts'

/**
 * One margin as the raking sees it. `complete`: every unit has a category, and category c must weigh shares[c] ×
 * population. Otherwise units without a category (code < 0) are left alone and the known ones must have the shares among
 * themselves: Σ_{known} w · (1[category = c] − shares[c]) = 0, which says nothing about how many the unknown ones are.
 */
export type Constraint = {
  variable: string
  labels: readonly string[]
  codes: Int32Array
  shares: Float64Array
  complete: boolean
  /** The area whose people it counts; none: the whole population. */
  area?: string
}

/** How far a category is from its target: weighted sum / target − 1, in absolute value. */
export type MarginError = { variable: string; category: string; error: number; area?: string }

export type Raked = {
  /** Multiplier of each unit's start weight. */
  factors: Float64Array
  sweeps: number
  converged: boolean
  /** The two largest errors, worst first. */
  worst: MarginError[]
}

export type RakeOptions = { tolerance: number; maxSweeps: number }

/**
 * Raking (iterative proportional fitting): the weights closest to the start weights, in relative entropy, that meet all
 * margins. Stops when the largest relative margin error is within the tolerance, after `maxSweeps`, or when 50 sweeps in
 * a row improve it by less than a thousandth, which is how margins that contradict each other show.
 *
 * @param start  weights of the units (cells or rows), ≥ 0; every category with a share must have a positive one
 * @see Deming & Stephan (1940); Deville, Särndal & Sautory (1993), JASA 88, 1013–1020; Csiszár (1975) for the projections
 */
export function rake(
  start: Float64Array,
  constraints: readonly Constraint[],
  population: number,
  { tolerance, maxSweeps }: RakeOptions,
): Raked {
  const weights = start.slice()
  const margins = sweptMargins(constraints)
  let worst = worstErrors(weights, constraints, population)
  let sweeps = 0
  let slowSweeps = 0
  while (errorOf(worst) > tolerance && sweeps < maxSweeps && slowSweeps < 50) {
    sweep(margins, weights, population, (_, met) => met < margins.length)
    sweeps++
    const before = errorOf(worst)
    worst = worstErrors(weights, constraints, population)
    slowSweeps = errorOf(worst) > 0.999 * before ? slowSweeps + 1 : 0
  }
  const factors = weights.map((weight, unit) => (weight > 0 ? weight / start[unit]! : 1))
  return { factors, sweeps, converged: errorOf(worst) <= tolerance, worst }
}

/** The two categories that are farthest from their targets, worst first. */
export function worstErrors(
  weights: Float64Array,
  constraints: readonly Constraint[],
  population: number,
): MarginError[] {
  const worst: MarginError[] = []
  for (const { variable, labels, codes, shares, complete, area } of constraints) {
    const sums = categorySums(weights, codes, shares.length)
    const level = complete ? population : sums.reduce((sum, value) => sum + value, 0)
    for (let c = 0; c < shares.length; c++) {
      if (shares[c] === 0) continue
      const found = Math.abs(sums[c]! / (shares[c]! * level) - 1)
      const error = Number.isNaN(found) ? Infinity : found
      if (worst.length > 1 && !(error > worst[1]!.error)) continue
      const place = worst[0] && !(error > worst[0].error) ? 1 : 0
      worst.splice(place, 0, { variable, category: labels[c] ?? '', ...(area !== undefined && { area }), error })
      worst.length = Math.min(worst.length, 2)
    }
  }
  return worst
}

/** Weighted sum of each category; units without a category count nowhere. */
export function categorySums(weights: Float64Array, codes: Int32Array, categories: number): Float64Array {
  const sums = new Float64Array(categories)
  for (let unit = 0; unit < weights.length; unit++) {
    const code = codes[unit]!
    if (code >= 0) sums[code]! += weights[unit]!
  }
  return sums
}

const errorOf = (worst: readonly MarginError[]): number => worst[0]?.error ?? 0
