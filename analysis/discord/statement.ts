import { normalTail } from '../distributions/tails.ts'

/** What can be said of a place, or that nothing clear can. */
export type Statement = 'strong-support' | 'strong-opposition' | 'divided' | 'lukewarm' | 'no-clear-statement'

/** An estimate and its mean squared error, taken as normal. */
export type Believed = { estimate: number; mse: number }

export type StatementLimits = {
  /** Net support beyond which opinion leans strongly, and within which it is lukewarm. */
  leaning: number
  /** Polarization from which a place is divided, and up to which it is of one mind. */
  divided: number
  together: number
  /** How sure a leaning has to be, and how sure the others. */
  sureOfLeaning: number
  sure: number
}

/**
 * The limits for a scale: those of statistics.md for five options. On other scales answers spread evenly over all
 * options have another polarization, (K + 1) / 3(K − 1), and the limits go with it.
 *
 * @param options  answers to choose from, at least 4
 */
export function statementLimits(options = 5): StatementLimits {
  const even = (options + 1) / (3 * (options - 1))
  return { leaning: 0.1, divided: 0.9 * even, together: 0.7 * even, sureOfLeaning: 0.9, sure: 0.8 }
}

/**
 * The class of a place by its net support and polarization: the first of strong support, strong opposition, divided
 * and lukewarm that is sure enough.
 *
 * @param net           −1 to 1
 * @param polarization  0 to 1
 * @see                 statistics.md, section 9
 */
export function statementOf(net: Believed, polarization: Believed, limits = statementLimits()): Statement {
  const { leaning, divided, together, sureOfLeaning, sure } = limits
  if (above(net, leaning) >= sureOfLeaning && above(polarization, divided) <= 1 - sure) return 'strong-support'
  if (above(net, -leaning) <= 1 - sureOfLeaning) return 'strong-opposition'
  if (above(polarization, divided) >= sure) return 'divided'
  const isNearZero = above(net, -leaning) - above(net, leaning) >= sure
  if (isNearZero && above(polarization, together) <= 1 - sure) return 'lukewarm'
  return 'no-clear-statement'
}

/** The probability that the true value is above a limit. */
function above({ estimate, mse }: Believed, limit: number): number {
  return mse > 0 ? normalTail((limit - estimate) / Math.sqrt(mse)) : Number(estimate > limit)
}
