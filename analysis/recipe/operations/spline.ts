/**
 * The cubic spline through some points whose outer third derivatives are those of the cubics through the first and the
 * last four points.
 *
 * @param x  rising; at least 4
 * @see      Forsythe, Malcolm & Moler (1977), Computer Methods for Mathematical Computations, section 4.4
 */
export function splineThrough(x: readonly number[], y: readonly number[]): (at: number) => number {
  const n = x.length
  const widths = x.slice(1).map((next, i) => next - x[i]!)
  const slopes = widths.map((width, i) => (y[i + 1]! - y[i]!) / width)
  const third = (i: number) => {
    const second = (j: number) => (slopes[j + 1]! - slopes[j]!) / (x[j + 2]! - x[j]!)
    return (second(i + 1) - second(i)) / (x[i + 3]! - x[i]!)
  }
  // Tridiagonal equations for a sixth of the second derivatives.
  const diagonal = x.map((_, i) =>
    i === 0 ? -widths[0]! : i === n - 1 ? -widths[n - 2]! : 2 * (widths[i - 1]! + widths[i]!),
  )
  const sigma = x.map((_, i) => {
    if (i === 0) return widths[0]! ** 2 * third(0)
    if (i === n - 1) return -(widths[n - 2]! ** 2) * third(n - 4)
    return slopes[i]! - slopes[i - 1]!
  })
  for (let i = 1; i < n; i++) {
    const factor = widths[i - 1]! / diagonal[i - 1]!
    diagonal[i]! -= factor * widths[i - 1]!
    sigma[i]! -= factor * sigma[i - 1]!
  }
  sigma[n - 1]! /= diagonal[n - 1]!
  for (let i = n - 2; i >= 0; i--) sigma[i] = (sigma[i]! - widths[i]! * sigma[i + 1]!) / diagonal[i]!
  return (at) => {
    let i = 0
    while (i + 2 < n && x[i + 1]! <= at) i++
    const h = widths[i]!
    const t = at - x[i]!
    const linear = slopes[i]! - h * (sigma[i + 1]! + 2 * sigma[i]!)
    return y[i]! + t * (linear + t * (3 * sigma[i]! + (t * (sigma[i + 1]! - sigma[i]!)) / h))
  }
}
