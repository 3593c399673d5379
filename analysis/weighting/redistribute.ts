import { AnalysisRefusal } from '../refusal.ts'

export type AbsoluteTrim = {
  lower: number
  upper: number
  /** Repeat until nothing is outside. */
  strict: boolean
  /** What was cut off is added to each weight inside, or multiplies them. */
  redistribute: 'equal-add' | 'proportional'
}

/**
 * Clips weights at fixed bounds and gives what was cut off to the weights inside. Keeps the sum; margins do not survive it.
 *
 * @param weights  rows with weight 0 are left alone
 * @throws         AnalysisRefusal when no weight is inside the bounds, or cutting does not come to an end
 */
export function trimAndRedistribute(weights: Float64Array, rule: AbsoluteTrim): Float64Array {
  const { lower, upper, strict } = rule
  let current = weights
  for (let round = 0; round < 1000; round++) {
    const outside = current.map((weight) => (weight !== 0 && (weight < lower || weight > upper) ? 1 : 0))
    if (!outside.includes(1)) return current
    let [excess, inside, sum] = [0, 0, 0]
    current.forEach((weight, row) => {
      if (weight === 0) return
      if (outside[row]) excess += weight - Math.min(Math.max(weight, lower), upper)
      else {
        inside++
        sum += weight
      }
    })
    if (inside === 0)
      throw new AnalysisRefusal(
        'not-converged',
        'Trimming leaves no weight inside its bounds to take what was cut off.',
      )
    const add = rule.redistribute === 'equal-add' ? excess / inside : 0
    const factor = rule.redistribute === 'equal-add' ? 1 : 1 + excess / sum
    current = current.map((weight, row) => {
      if (weight === 0) return 0
      return outside[row] ? Math.min(Math.max(weight, lower), upper) : weight * factor + add
    })
    if (!strict) return current
  }
  throw new AnalysisRefusal(
    'not-converged',
    'Trimming does not come to an end: the bounds are too narrow for the sum of the weights.',
  )
}
