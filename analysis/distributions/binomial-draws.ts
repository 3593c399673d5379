import { logGamma } from './log-gamma.ts'

/** Logarithms of the first factorials; the others by Stirling's series, which is good to 12 digits from there. */
const logFactorialsOfFew = Float64Array.from({ length: 16 }, (_, k) => logGamma(k + 1))

/** Below so many expected successes the probabilities are added up from 0; the other way takes as long for any number. */
const fewExpected = 10

/**
 * Draws how many of `trials` succeed, with the exact binomial distribution.
 *
 * @param random  a stream of numbers in [0, 1)
 * @param trials  a whole number, ≥ 0
 * @param p       chance of each, 0 to 1
 * @see           Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101–110: rejection from a
 *                transformed uniform number, with a box in which no logarithm is needed
 */
export function binomialDraw(random: () => number, trials: number, p: number): number {
  if (p > 0.5) return trials - binomialDraw(random, trials, 1 - p)
  if (!(p > 0) || trials === 0) return 0
  return trials * p < fewExpected ? addedUp(random, trials, p) : rejected(random, trials, p)
}

function addedUp(random: () => number, trials: number, p: number): number {
  const odds = p / (1 - p)
  let chance = Math.exp(trials * Math.log1p(-p))
  let left = random()
  let successes = 0
  while (left > chance && successes < trials) {
    left -= chance
    successes++
    chance *= (odds * (trials - successes + 1)) / successes
  }
  return successes
}

function rejected(random: () => number, trials: number, p: number): number {
  const spread = Math.sqrt(trials * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const center = trials * p + 0.5
  const box = 0.92 - 4.2 / b
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const edge = 0.5 - Math.abs(u)
    const successes = Math.floor(((2 * a) / edge + b) * u + center)
    if (edge >= 0.07 && v <= box) return successes
    if (!(successes >= 0 && successes <= trials)) continue
    const alpha = (2.83 + 5.1 / b) * spread
    const mode = Math.floor((trials + 1) * p)
    const ratio =
      logFactorials(mode, trials) - logFactorials(successes, trials) + (successes - mode) * Math.log(p / (1 - p))
    if (Math.log((v * alpha) / (a / (edge * edge) + b)) <= ratio) return successes
  }
}

const logFactorials = (successes: number, trials: number): number =>
  logFactorial(successes) + logFactorial(trials - successes)

function logFactorial(k: number): number {
  if (k < logFactorialsOfFew.length) return logFactorialsOfFew[k]!
  const square = 1 / (k * k)
  return (k + 0.5) * Math.log(k) - k + Math.log(2 * Math.PI) / 2 + (1 / 12 - (1 / 360 - square / 1260) * square) / k
}
