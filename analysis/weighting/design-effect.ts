import { AnalysisRefusal } from '../refusal.ts'

/**
 * Kish's design effect: how many times unequal weights inflate the variance of a mean.
 *
 * @param weights  one per respondent, ≥ 0 and not all 0; their scale does not matter, zeros are not respondents
 * @returns        a ratio ≥ 1; the effective sample size is n / designEffect
 * @throws         AnalysisRefusal when there are no weights, a negative one, or only zeros
 * @see            Kish (1992), Journal of Official Statistics 8(2), 183–200
 */
export function designEffect(weights: Float64Array): number {
  let n = 0
  for (const weight of weights) if (weight > 0) n++
  return n / effectiveSize(weights)
}

/**
 * Kish's effective sample size (Σw)² / Σw²: how many equally weighted answers would be as precise.
 *
 * @param rows  whose weights count; all, if not given
 * @returns     between 1 and the number of positive weights
 * @throws      AnalysisRefusal when there are no weights, a negative one, or only zeros
 */
export function effectiveSize(weights: Float64Array, rows?: Int32Array): number {
  let sum = 0
  let squares = 0
  const count = rows ? rows.length : weights.length
  for (let place = 0; place < count; place++) {
    const row = rows ? rows[place]! : place
    const weight = weights[row]!
    if (!(weight >= 0 && weight < Infinity))
      throw new AnalysisRefusal('bad-weight', `The weight of row ${row} is ${weight}.`, { row })
    sum += weight
    squares += weight * weight
  }
  if (sum === 0) throw new AnalysisRefusal('no-weight', 'There is no positive weight.')
  return (sum * sum) / squares
}
