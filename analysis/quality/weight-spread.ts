import { quantileSorted } from 'simple-statistics'
import { checkBaseWeights } from '../weigh-sample.ts'

/** Weights as multiples of their mean: how many lie in each bin, and where the middle and the ends are. */
export type WeightSpread = {
  /** Bins of one width from 0 on; the last one is open and has no `to`. */
  bins: { from: number; to: number | undefined; count: number }[]
  respondents: number
  /** The mean weight itself: how many people one interview stands for. */
  mean: number
  least: number
  tenth: number
  median: number
  ninetieth: number
  most: number
}

/**
 * How weights spread around their mean.
 *
 * @param weights  one per row, ≥ 0; zeros are not respondents
 * @param width    of a bin, in multiples of the mean
 * @param until    where the open last bin begins, a multiple of `width`
 * @returns        counts that sum to the respondents; `least` to `most` are multiples of the mean
 * @throws         AnalysisRefusal for no positive weight, or one that is negative or not a number
 * @see            Valliant, Dever & Kreuter (2018), Practical Tools for Designing and Weighting Survey Samples, ch. 14
 */
export function weightSpread(weights: Float64Array, width = 0.25, until = 4): WeightSpread {
  checkBaseWeights(weights, 'weight')
  const positive = weights.filter((weight) => weight > 0).sort()
  const mean = positive.reduce((sum, weight) => sum + weight, 0) / positive.length
  const closed = Math.round(until / width)
  const counts = new Int32Array(closed + 1)
  for (const weight of positive) counts[Math.min(closed, Math.floor(weight / mean / width))]! += 1
  // The library's types ask for an array; it reads nothing but places and length.
  const sorted = positive as unknown as number[]
  const at = (share: number) => quantileSorted(sorted, share) / mean
  return {
    bins: Array.from(counts, (count, bin) => ({
      from: bin * width,
      to: bin < closed ? (bin + 1) * width : undefined,
      count,
    })),
    respondents: positive.length,
    mean,
    least: positive[0]! / mean,
    tenth: at(0.1),
    median: at(0.5),
    ninetieth: at(0.9),
    most: positive.at(-1)! / mean,
  }
}
