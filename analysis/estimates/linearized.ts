import { AnalysisRefusal } from '../refusal.ts'

/**
 * An estimate together with what each row of its domain adds to it per unit of weight: its influence. Whatever has an
 * influence has a variance (`covarianceOf`), a design effect and an interval; a new statistic needs nothing else.
 */
export type Linearized = {
  value: number
  /** One per row of the domain; 0 for rows without an answer. */
  influence: Float64Array
  /** Rows with an answer. */
  n: number
  /** Sum of the weights of those rows. */
  weight: number
}

/** What an estimate needs to know of a sample: its final weights, and the covariance of linear estimates (k × k). */
export type Precision = {
  weights: Float64Array
  covariance: (rows: Int32Array, influences: readonly Float64Array[]) => Float64Array
}

/** Σ factors · estimates: a difference with factors 1 and −1, an average with 1/k. All over the same rows. */
export function combine(estimates: readonly Linearized[], factors: readonly number[]): Linearized {
  const rows = estimates[0]?.influence.length ?? 0
  const influence = new Float64Array(rows)
  let value = 0
  estimates.forEach((estimate, i) => {
    if (estimate.influence.length !== rows)
      throw new AnalysisRefusal(
        'length-differs',
        'Estimates of different rows cannot be combined: take them over the union of their rows.',
      )
    const factor = factors[i]!
    value += factor * estimate.value
    for (let place = 0; place < rows; place++) influence[place]! += factor * estimate.influence[place]!
  })
  return {
    value,
    influence,
    // An average of items is as well founded as its thinnest item.
    n: Math.min(...estimates.map(({ n }) => n)),
    weight: Math.min(...estimates.map(({ weight }) => weight)),
  }
}

/** The average of several items' estimates. */
export const average = (estimates: readonly Linearized[]): Linearized =>
  combine(
    estimates,
    estimates.map(() => 1 / estimates.length),
  )
