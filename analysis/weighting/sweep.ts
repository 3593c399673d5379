import type { Constraint } from './rake.ts'

/** A margin prepared for many sweeps: units without a category stand in one more place at the end, whose factor is 1. */
export type SweptMargin = {
  codes: Int32Array
  shares: Float64Array
  complete: boolean
  /** Weighted sums of the categories, then their factors; one place more than there are categories. */
  factors: Float64Array
}

/** Prepares margins whose units are cells or rows. */
export function sweptMargins(constraints: readonly Constraint[]): SweptMargin[] {
  return constraints.map(({ codes, shares, complete }) => ({
    codes: codes.map((code) => (code < 0 ? shares.length : code)),
    shares,
    complete,
    factors: new Float64Array(shares.length + 1),
  }))
}

/**
 * Sweeps over all margins again and again, for as long as `goOn` says. Every margin is met in its turn by one pass, which
 * also adds up the margin that comes next.
 *
 * @param weights  changed in place
 * @param goOn     asked after every margin, with the largest relative error that any of its categories had when its turn
 *                 came (Infinity where one has no weight) and how many margins have been met
 */
export function sweep(
  margins: readonly SweptMargin[],
  weights: Float64Array,
  population: number,
  goOn: (error: number, met: number) => boolean,
): void {
  const first = margins[0]
  if (!first) return
  sumCategories(first, weights)
  for (let met = 1; ; met++) {
    const margin = margins[(met - 1) % margins.length]!
    const next = margins[met % margins.length]!
    const error = turnIntoFactors(margin, population)
    if (!goOn(error, met)) return scale(margin, weights)
    if (next !== margin) scaleAndSum(margin, next, weights)
    else {
      scale(margin, weights)
      sumCategories(next, weights)
    }
  }
}

/** Fills `factors` with the weighted sum of each category. */
export function sumCategories({ codes, factors }: SweptMargin, weights: Float64Array): void {
  factors.fill(0)
  for (let unit = 0; unit < weights.length; unit++) factors[codes[unit]!]! += weights[unit]!
}

function scaleAndSum({ codes, factors }: SweptMargin, next: SweptMargin, weights: Float64Array): void {
  const { codes: nextCodes, factors: sums } = next
  sums.fill(0)
  for (let unit = 0; unit < weights.length; unit++) {
    const weight = weights[unit]! * factors[codes[unit]!]!
    weights[unit] = weight
    sums[nextCodes[unit]!]! += weight
  }
}

function scale({ codes, factors }: SweptMargin, weights: Float64Array): void {
  for (let unit = 0; unit < weights.length; unit++) weights[unit]! *= factors[codes[unit]!]!
}

/** Turns the sums of a margin into what its categories have to be multiplied by: one projection in relative entropy. */
function turnIntoFactors({ shares, complete, factors }: SweptMargin, population: number): number {
  const categories = shares.length
  // Among units with unknown ones beside them, the closest solution keeps the share-weighted mean of the log factors at 0.
  let [level, known] = [population, population]
  if (!complete) {
    let mean = 0
    known = 0
    for (let c = 0; c < categories; c++) {
      known += factors[c]!
      if (shares[c]! > 0) mean += shares[c]! * Math.log(factors[c]! / shares[c]!)
    }
    level = Math.exp(mean)
  }
  let worst = 0
  for (let c = 0; c < categories; c++) {
    const [share, sum] = [shares[c]!, factors[c]!]
    if (share > 0) {
      const error = sum > 0 ? Math.abs(sum / (share * known) - 1) : Infinity
      if (error > worst) worst = error
    }
    factors[c] = share > 0 && sum > 0 ? (share * level) / sum : 1
  }
  factors[categories] = 1
  return worst
}
