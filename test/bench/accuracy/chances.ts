/** Who is how likely to be reached and to answer. */
import { categoryOf } from './city.ts'
import { demographics, households, type Mode } from './parameters.ts'

/** The age group of a combination. */
export const ageOf = (combination: number): number => categoryOf(combination, 0)
export const onPhone = ({ name }: Mode): boolean => name === 'sms' || name === 'phone'

/** How likely a combination is to be reached and to answer, against the others of its area. */
export function chanceOf(mode: Mode, combination: number): number {
  const replies = demographics.reduce(
    (product, { variable }, d) => product * mode.replies[variable][categoryOf(combination, d)]!,
    1,
  )
  const age = ageOf(combination)
  if (mode.oneOfHousehold) return replies * households.adults[age]!.reduce((sum, share, a) => sum + share / (a + 1), 0)
  return onPhone(mode) ? replies * (1 - households.withoutPhone[age]!) : replies
}

/** Draws an index by cumulative weights. */
export function placeIn(cumulative: Float64Array, uniform: () => number): number {
  const target = uniform() * cumulative.at(-1)!
  let [low, high] = [0, cumulative.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! > target) high = middle
    else low = middle + 1
  }
  return low
}
