/**
 * p-values made larger for having been looked at together: listing those at or below a level keeps the expected share
 * of false ones among the listed at that level.
 *
 * @param values  p-values from 0 to 1
 * @returns       adjusted values in the same order, each at least its p-value and at most 1
 * @throws        RangeError for a value outside 0 to 1
 * @see           Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1), 289–300
 */
export function benjaminiHochberg(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (value, place) => {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`A p-value lies between 0 and 1, not at ${value}.`)
    return place
  }).sort((a, b) => values[b]! - values[a]!)
  const adjusted = new Float64Array(values.length)
  let least = 1
  order.forEach((place, i) => {
    least = Math.min(least, (values[place]! * values.length) / (values.length - i))
    adjusted[place] = least
  })
  return adjusted
}
