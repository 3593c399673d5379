import { betaQuantile, tQuantile } from '../distributions/quantiles.ts'

/** Confidence limits and how they were found. */
export type Interval = { low: number; high: number; method: 'logit' | 'wilson' | 'beta' | 't' }

/** What an interval needs to know of an estimate. `level` is 0.95 for a 95 % interval. */
export type Spread = { estimate: number; se: number; df: number; level: number }

/**
 * The interval of a share by the rule of statistics.md, section 10: on the logit scale, but Wilson's on the effective
 * sample when there are fewer than 30 answers or the share is 0 or 1. It never leaves [0, 1].
 *
 * @param fallbackN  effective sample to use where the variance is 0 and tells nothing
 */
export function shareInterval(spread: Spread & { n: number; fallbackN: number }): Interval {
  const { estimate, se, n, fallbackN } = spread
  const inside = estimate > 0 && estimate < 1 && se > 0
  if (inside && n >= 30) return logitInterval(spread)
  return wilsonInterval(spread, inside ? (estimate * (1 - estimate)) / se ** 2 : fallbackN)
}

/** The interval of a share on the logit scale. */
export const logitInterval = ({ estimate, se, df, level }: Spread): Interval =>
  logitLimits(estimate, se, tOf(level, df))

/** logit p ± t · se / (p(1 − p)), taken back to shares. */
export function logitLimits(estimate: number, se: number, t: number): Interval {
  const center = Math.log(estimate / (1 - estimate))
  const half = (t * se) / (estimate * (1 - estimate))
  const back = (x: number) => 1 / (1 + Math.exp(-x))
  return { low: back(center - half), high: back(center + half), method: 'logit' }
}

/**
 * Wilson's score interval with an effective sample size and t in place of the normal quantile.
 *
 * @param nEffective  0 or more; with 0 the interval is everything
 * @see               Wilson (1927), JASA 22, 209–212; Franco, Little, Louis & Slud (2019) under complex designs
 */
export const wilsonInterval = ({ estimate, df, level }: Spread, nEffective: number): Interval =>
  wilsonLimits(estimate, nEffective, tOf(level, df))

/** The same for a Student's t that many intervals share. */
export function wilsonLimits(estimate: number, nEffective: number, t: number): Interval {
  const answers = nEffective / t ** 2
  const center = (estimate * answers + 0.5) / (answers + 1)
  const half = Math.sqrt(estimate * (1 - estimate) * answers + 0.25) / (answers + 1)
  // Rounding must not part a share of 0 or 1 from its own limit.
  return {
    low: Math.min(estimate, Math.max(0, center - half)),
    high: Math.max(estimate, Math.min(1, center + half)),
    method: 'wilson',
  }
}

/**
 * Korn and Graubard's interval: exact binomial limits on the effective sample, adjusted for the degrees of freedom.
 * Wide on purpose; here it decides what may be published, and is not what is shown.
 *
 * @param n  answers; above 1
 * @see      Korn & Graubard (1998), Survey Methodology 24, 193–201
 */
export function kornGraubardInterval({ estimate, se, df, level }: Spread, n: number): Interval {
  const correction = (tOf(level, n - 1) / tOf(level, df)) ** 2
  const nEffective = se > 0 ? ((estimate * (1 - estimate)) / se ** 2) * correction : n
  const [yes, no] = [nEffective * estimate, nEffective * (1 - estimate)]
  const tail = (1 - level) / 2
  return {
    low: yes > 0 ? betaQuantile(tail, yes, no + 1) : 0,
    high: no > 0 ? betaQuantile(1 - tail, yes + 1, no) : 1,
    method: 'beta',
  }
}

/** estimate ± t · se: for means and totals, which have no range to keep. */
export function symmetricInterval({ estimate, se, df, level }: Spread): Interval {
  const half = tOf(level, df) * se
  return { low: estimate - half, high: estimate + half, method: 't' }
}

/** The multiple of a standard error for an interval of this level. */
export const tOf = (level: number, df: number): number => tQuantile((1 + level) / 2, df)
