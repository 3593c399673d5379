import type { Shown } from './results.ts'

export type Comparison = 'above' | 'below' | 'alike'

/** The 99 % point of the normal distribution: many areas are compared at once, so the usual 95 % would cry wolf. */
const farEnough = 2.58

/**
 * Whether an area's figure clearly differs from the city's. The two are taken as independent; the city contains the
 * area, so the true difference is known a little better than this says.
 */
export function comparedWith(city: Shown, here: Shown): Comparison {
  const difference = here.estimate - city.estimate
  if (Math.abs(difference) <= farEnough * Math.hypot(here.se, city.se)) return 'alike'
  return difference > 0 ? 'above' : 'below'
}

/** The smallest change of a figure from one wave to another of the same size that is not taken for chance (95 %). */
export function smallestVisibleChange({ se }: Shown): number {
  return 1.96 * Math.SQRT2 * se
}
