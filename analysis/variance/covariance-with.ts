import { covarianceOf, slopesOf } from './covariance.ts'
import type { VarianceFrame } from './frame.ts'

/**
 * Covariance of linear estimates with a few fixed ones of the whole sample, as of areas with something that all of them
 * are corrected by: what `covarianceOf` says of both, at the cost of the area's rows instead of everybody's.
 *
 * With u a unit's residual sum for the area and D that for the fixed estimate, Σ factor (u − ū)(D − D̄) is Σ u · K with
 * K = factor (D − D̄), which is known beforehand.
 *
 * @param everyone  rows of the fixed estimates, in the frame's order
 * @param fixed     their influences
 * @returns         takes rows and an influence of theirs; returns one covariance for each fixed estimate
 */
export function covarianceWith(
  frame: VarianceFrame,
  everyone: Int32Array,
  fixed: readonly Float64Array[],
): (rows: Int32Array, influence: Float64Array) => Float64Array {
  const { weights, design, projection } = frame
  if (design.stages.some(({ centred }) => centred.includes(true)))
    return (rows, influence) => oneByOne(frame, everyone, fixed, rows, influence)

  const known = fixed.map((influence) => {
    const residuals = residualsOf(frame, everyone, influence)
    const pull = new Float64Array(weights.length) // w · K per row, over all stages
    for (const { unitOfRow, stratumOfUnit, drawn, factors } of design.stages) {
      const units = new Float64Array(stratumOfUnit.length)
      everyone.forEach((row, place) => (units[unitOfRow[row]!]! += residuals[place]!))
      const strata = new Float64Array(drawn.length)
      units.forEach((sum, unit) => (strata[stratumOfUnit[unit]!]! += sum))
      for (const row of everyone) {
        const unit = unitOfRow[row]!
        const stratum = stratumOfUnit[unit]!
        pull[row]! += weights[row]! * factors[stratum]! * (units[unit]! - strata[stratum]! / drawn[stratum]!)
      }
    }
    const dummies = new Float64Array(projection?.columns ?? 0)
    projection?.codes.forEach((codes, margin) => {
      for (const row of everyone)
        if (codes[row]! >= 0) dummies[projection.offsets[margin]! + codes[row]!]! += pull[row]!
    })
    return { pull, dummies }
  })
  return (rows, influence) => {
    const slopes = projection ? slopesOf(projection, rows, influence) : new Float64Array(0)
    return Float64Array.from(known, ({ pull, dummies }) => {
      let sum = 0
      for (let place = 0; place < rows.length; place++) sum += pull[rows[place]!]! * influence[place]!
      for (let column = 0; column < dummies.length; column++) sum -= slopes[column]! * dummies[column]!
      return sum
    })
  }
}

/** Weighted residuals of the calibration, per row of everyone. */
function residualsOf({ weights, projection }: VarianceFrame, everyone: Int32Array, influence: Float64Array) {
  const slopes = projection && slopesOf(projection, everyone, influence)
  return Float64Array.from(everyone, (row, place) => {
    let residual = influence[place]!
    projection?.codes.forEach((codes, margin) => {
      if (codes[row]! >= 0) residual -= slopes![projection.offsets[margin]! + codes[row]!]! // there with a projection
    })
    return weights[row]! * residual
  })
}

function oneByOne(
  frame: VarianceFrame,
  everyone: Int32Array,
  fixed: readonly Float64Array[],
  rows: Int32Array,
  influence: Float64Array,
): Float64Array {
  const spread = new Float64Array(frame.weights.length)
  rows.forEach((row, place) => (spread[row] = influence[place]!))
  const all = covarianceOf(frame, everyone, [Float64Array.from(everyone, (row) => spread[row]!), ...fixed])
  return Float64Array.from(fixed, (_, i) => all[i + 1]!)
}
