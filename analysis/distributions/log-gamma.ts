/** Coefficients B₂ₖ / (2k(2k−1)) of Stirling's series. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]

/**
 * Natural logarithm of the gamma function, to about 15 digits.
 *
 * @param x  above 0
 * @throws   RangeError otherwise
 * @see      Abramowitz & Stegun (1964), 6.1.40, after shifting x above 10 by the recurrence 6.1.15
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`The gamma function is asked for ${x}.`)
  let shift = 0
  let z = x
  for (; z < 10; z++) shift += Math.log(z)
  const series = stirling.reduceRight((sum, coefficient) => sum / (z * z) + coefficient, 0) / z
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift
}
