import type { AreaState } from './area-likelihood.ts'
import { zeroOf } from './search.ts'

/** The 95 % point of chi-square with one degree of freedom. */
const threshold = 3.841458820694124

/**
 * The 95 % interval of the variance between areas: all A whose restricted likelihood is not far below the highest.
 *
 * @param A   where it is highest
 * @param at  the states of the model
 * @see       Pawitan (2001), In All Likelihood, section 2.6
 */
export function intervalOfA(
  A: number,
  variances: Float64Array,
  at: (A: number) => AreaState,
): { low: number; high: number } {
  const deviance = (a: number) => {
    const { squares, logDeterminants } = at(a)
    return squares + logDeterminants.errors + logDeterminants.information
  }
  const least = deviance(A)
  const room = (a: number) => threshold - (deviance(a) - least)
  let beyond = Math.max(2 * A, Math.max(...variances))
  while (room(beyond) > 0 && beyond < 1e12) beyond *= 2
  return {
    low: A > 0 && room(0) < 0 ? zeroOf((a) => -room(a), 0, A) : 0,
    high: zeroOf(room, A, beyond),
  }
}
