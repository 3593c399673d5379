import { AnalysisRefusal } from '../refusal.ts'

/**
 * A zero of a function between two points where it has opposite signs, by Brent's method.
 *
 * The steps are those of R's `uniroot`, on purpose: of a function that jumps, as the score of a quantile does, the place
 * that is found depends on them.
 *
 * @param tolerance  how far the place may be off
 * @throws           AnalysisRefusal when the signs are not opposite
 * @see              Brent (1973), Algorithms for Minimization without Derivatives, chapter 4
 */
export function rootOf(f: (x: number) => number, low: number, high: number, tolerance: number): number {
  let [a, b, c] = [low, high, low]
  let [fa, fb] = [f(a), f(b)]
  let fc = fa
  if (fa === 0) return a
  if (fb === 0) return b
  if (!(fa * fb < 0)) throw new AnalysisRefusal('not-converged', 'There is no zero between the ends that are given.')
  for (let i = 0; i < 1000; i++) {
    const before = b - a
    if (Math.abs(fc) < Math.abs(fb)) {
      ;[a, b, c] = [b, c, b]
      ;[fa, fb, fc] = [fb, fc, fb]
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2
    let step = (c - b) / 2
    if (Math.abs(step) <= least || fb === 0) return b
    if (Math.abs(before) >= least && Math.abs(fa) > Math.abs(fb))
      step = interpolated(a, b, c, fa, fb, fc, least, before)
    if (Math.abs(step) < least) step = step > 0 ? least : -least
    a = b
    fa = fb
    b += step
    fb = f(b)
    if (fb > 0 === fc > 0 && fb !== 0 && fc !== 0) {
      c = a
      fc = fa
    }
  }
  return b
}

/** The next step by a line or an inverse parabola, if it is trustworthy; half of the bracket otherwise. */
function interpolated(
  a: number,
  b: number,
  c: number,
  fa: number,
  fb: number,
  fc: number,
  least: number,
  before: number,
): number {
  const width = c - b
  let [p, q] = [0, 0]
  if (a === c) {
    const ratio = fb / fa
    p = width * ratio
    q = 1 - ratio
  } else {
    const [r, s, t] = [fa / fc, fb / fc, fb / fa]
    p = t * (width * r * (r - s) - (b - a) * (s - 1))
    q = (r - 1) * (s - 1) * (t - 1)
  }
  if (p > 0) q = -q
  else p = -p
  const trusted = p < 0.75 * width * q - Math.abs(least * q) / 2 && p < Math.abs((before * q) / 2)
  return trusted ? p / q : width / 2
}
