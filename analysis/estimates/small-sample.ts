import type { VarianceFrame } from '../variance/frame.ts'

/**
 * What the linearized variance of a mean lacks in a small domain. Answers are compared with a mean that they are part
 * of, and lie closer to it than to the truth: with n persons of equal weights by 1/n, and by more where one unit, say
 * an interviewer, has much of the domain.
 *
 * With P a unit's share of the domain's weight and S its squared weights, independent errors keep
 * 1 − 2 ΣP·S/ΣS + ΣP² of their variance. This is the factor that gives it back; for equal weights it is n/(n−1).
 *
 * @param rows  rows of the domain with an answer, in the frame's order
 * @returns     1 or more; 1 for a domain of a single unit, which tells nothing of its own variance
 * @see         Bell & McCaffrey (2002), Survey Methodology 28, 169–181: the same idea by unit, for regressions
 */
export function smallSampleFactor({ weights, design }: VarianceFrame, rows: Int32Array): number {
  const { unitOfRow } = design.stages[0]!
  let [total, squares, products, unitSquares] = [0, 0, 0, 0]
  let [unitWeight, unitOwn, units] = [0, 0, 0]
  for (let place = 0; place < rows.length; place++) {
    const weight = weights[rows[place]!]!
    unitWeight += weight
    unitOwn += weight * weight
    if (place + 1 < rows.length && unitOfRow[rows[place + 1]!] === unitOfRow[rows[place]!]) continue
    units++
    total += unitWeight
    squares += unitOwn
    products += unitWeight * unitOwn
    unitSquares += unitWeight * unitWeight
    unitWeight = unitOwn = 0
  }
  return units < 2 ? 1 : 1 / (1 - (2 * products) / (total * squares) + unitSquares / (total * total))
}
