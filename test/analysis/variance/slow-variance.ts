import { generalizedInverse } from '#analysis/variance/generalized-inverse.ts'
import type { VarianceFrame } from '#analysis/variance/frame.ts'
import type { Calibration } from '#analysis/weigh-sample.ts'

/** The variance written out as the formula stands, with dense constraints and residuals for every row. */
export function slowVariance(
  { weights, design }: VarianceFrame,
  calibration: Calibration,
  rows: Int32Array,
  influence: Float64Array,
): number {
  const z = new Float64Array(weights.length)
  rows.forEach((row, place) => (z[row] = influence[place]!))
  const x = Array.from(weights, (_, row) =>
    calibration.constraints.flatMap(({ codes, shares, complete }) =>
      Array.from(shares, (share, c) => (codes[row]! < 0 ? 0 : (codes[row] === c ? 1 : 0) - (complete ? 0 : share))),
    ),
  )
  const size = x[0]!.length
  const normal = new Float64Array(size * size)
  const right = new Float64Array(size)
  x.forEach((values, row) =>
    values.forEach((a, i) => {
      right[i]! += calibration.baseWeights[row]! * a * z[row]!
      values.forEach((b, j) => (normal[i * size + j]! += calibration.baseWeights[row]! * a * b))
    }),
  )
  const inverse = generalizedInverse(normal, size)
  const slopes = right.map((_, i) => right.reduce((sum, value, j) => sum + inverse[i * size + j]! * value, 0))
  const residuals = x.map((values, row) => z[row]! - values.reduce((sum, value, i) => sum + value * slopes[i]!, 0))

  let variance = 0
  for (const { unitOfRow, stratumOfUnit, factors, drawn, centred } of design.stages) {
    const units = new Float64Array(stratumOfUnit.length)
    residuals.forEach((residual, row) => (units[unitOfRow[row]!]! += weights[row]! * residual))
    const overall = units.reduce((sum, unit) => sum + unit, 0) / units.length
    const means = Array.from(drawn, (n, h) =>
      units.reduce((sum, unit, u) => (stratumOfUnit[u] === h ? sum + unit / n : sum), 0),
    )
    units.forEach((unit, u) => {
      const h = stratumOfUnit[u]!
      variance += factors[h]! * (unit - (centred[h] ? overall : means[h]!)) ** 2
    })
  }
  return variance
}
