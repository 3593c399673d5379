import { type Item, placeOf } from '../discord/item.ts'
import type { Categories } from '../weighting/margin.ts'

type Sample = { everyone: Int32Array; weights: Float64Array; areas: Categories }

/** Per row: the reach, and what one more answer like this one would add to its area's, per unit of its area's weight. */
export type Reach = { reach: Float64Array; steepness: Float64Array }

/** Answers that an area's shares are drawn to the city's by, so that the first few do not decide. */
const steadying = 20

/** The reach for an item's score: the shares above each threshold that the score has. */
export function reachIn(sample: Sample, kind: 'support' | 'net' | 'place', { options, answers }: Item): Reach {
  const thresholds =
    kind === 'place'
      ? Array.from({ length: options - 1 }, (_, k) => (k + 0.5) / (options - 1))
      : [0.5 + 1e-9, ...(kind === 'net' ? [0.5 - 1e-9] : [])]
  const above = thresholds.map((threshold) =>
    Float64Array.from(answers, (answer) => (answer < 1 ? NaN : Number(placeOf(answer, options) > threshold))),
  )
  return reachOf(sample, above)
}

/**
 * How far a mode reaches in each row's area: in proportion to p(1 − p), as does a mode that moves everybody by the same
 * step on the logit scale; 1 on average. Where a tenth is favorable it has 2/5 of the reach that it has at a half.
 */
export function reachOf(
  { everyone, weights, areas }: Pick<Sample, 'everyone' | 'weights' | 'areas'>,
  shares: readonly Float64Array[],
): Reach {
  const reach = new Float64Array(weights.length)
  const steepness = new Float64Array(weights.length)
  for (const values of shares) {
    const sums = Array.from({ length: areas.labels.length + 1 }, () => ({ n: 0, weight: 0, yes: 0 }))
    const city = sums[areas.labels.length]! // the last
    for (const row of everyone) {
      if (Number.isNaN(values[row]!)) continue
      for (const own of [city, ...(areas.codes[row]! >= 0 ? [sums[areas.codes[row]!]!] : [])]) {
        own.n++
        own.weight += weights[row]!
        own.yes += weights[row]! * values[row]!
      }
    }
    const overall = city.n > 0 ? city.yes / city.weight : 0
    const found = sums.map(({ n, weight, yes }) => {
      const own = n > 0 ? yes / weight : 0
      const share = (n * own + steadying * overall) / (n + steadying)
      return { own, slope: share * (1 - share), change: ((1 - 2 * share) * n) / (n + steadying) }
    })
    values.forEach((value, row) => {
      const { own, slope, change } = found[areas.codes[row]!] ?? found.at(-1)!
      reach[row]! += slope
      if (!Number.isNaN(value)) steepness[row]! += change * (value - own)
    })
  }
  let [weight, sum] = [0, 0]
  for (const row of everyone) {
    weight += weights[row]!
    sum += weights[row]! * reach[row]!
  }
  // Where all agree nobody can be moved, and all reaches are the same.
  if (sum === 0) return { reach: reach.fill(1), steepness: steepness.fill(0) }
  return {
    reach: reach.map((value) => (value * weight) / sum),
    steepness: steepness.map((value) => (value * weight) / sum),
  }
}
