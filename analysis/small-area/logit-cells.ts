import { lowest } from './search.ts'
import { type AreaPosterior, cellsOfAreas, type SubArea } from './sub-area.ts'

/** What is believed of all areas at one variance between cells, and how likely that variance is. */
export type Belief = { weight: number; posterior: AreaPosterior[] }

/** Cells within areas on the logit scale. Of several beliefs each is as likely as its weight says; they sum to 1. */
export type LogitCells = { fit: Omit<SubArea, 'posterior'>; beliefs: Belief[] }

/** Means are kept this far from 0 and 1 where the logit is taken. */
const inner = { low: 0.02, high: 0.98 }
const logit = (share: number): number => Math.log(share / (1 - share))

/** A share from its logit. */
export const expit = (value: number): number => 1 / (1 + Math.exp(-value))

/**
 * Cells within areas as a logit model: groups that stand apart by 20 points where half are favorable do so by 10 where a
 * tenth is. Each mean is taken for its logit, linearized where the model expects it, until that settles (penalized
 * quasi-likelihood).
 *
 * What is left to know is how much cells of an area differ. With few answers that is hardly told, and one value taken for
 * it makes gaps too large or too certain; so several are kept, each as likely as the data make it when all standard
 * deviations were alike before.
 *
 * @param y        means of the cells, about 0 to 1
 * @param answers  effective answers per cell, design included; 0 for a cell without any
 * @param columns  covariates, one number per cell, the intercept among them
 * @param areas    area of each cell
 * @throws         AnalysisRefusal for covariates that depend on each other
 * @see            Breslow & Clayton (1993), JASA 88, 9–25; Gelman (2006), Bayesian Analysis 1, 515–534, on the prior
 */
export function logitCells(
  y: Float64Array,
  answers: Float64Array,
  columns: readonly Float64Array[],
  areas: Int32Array,
): LogitCells {
  let expected = startOf(y, answers)
  let logs: Float64Array = Float64Array.of(Math.log(0.2), Math.log(0.05))
  for (let round = 0; ; round++) {
    const { z, psi } = linearized(y, answers, expected)
    const { at, posteriorAt } = cellsOfAreas(z, psi, columns, areas)
    // Restricted likelihood, times the cells' variance so that this never becomes 0.
    const criterion = (x: Float64Array) => at(Math.exp(x[0]!), Math.exp(x[1]!)).deviance - 2 * x[1]!
    logs = lowest(criterion, logs, fine)
    const [u, v] = [Math.exp(logs[0]!), Math.exp(logs[1]!)]
    const next = new Float64Array(y.length)
    for (const { cells, mean } of posteriorAt(u, v)) cells.forEach((cell, i) => (next[cell] = mean[i]!))
    const moved = next.reduce((most, value, cell) => Math.max(most, Math.abs(value - expected[cell]!)), 0)
    expected = next
    // A share then moves by less than 0.03 points; it takes three to five rounds.
    if (moved >= 1e-3 && round < 9) continue
    const { beta, inverse } = at(u, v)
    const betaSe = beta.map((_, i) => Math.sqrt(inverse[i * (beta.length + 1)]!))
    return { fit: { sigma2u: u, sigma2v: v, beta, betaSe }, beliefs: beliefsOf({ at, posteriorAt }, u, v) }
  }
}

/** Deviances are in the hundreds, and a hundredth of one tells nothing apart. */
const fine = 1e-8

/** The mean of all answers, everywhere. */
function startOf(y: Float64Array, answers: Float64Array): Float64Array {
  let [sum, count] = [0, 0]
  answers.forEach((n, cell) => {
    if (n === 0) return
    sum += n * y[cell]!
    count += n
  })
  return new Float64Array(y.length).fill(logit(kept(sum / count)))
}

const kept = (share: number): number => Math.min(inner.high, Math.max(inner.low, share))

function linearized(y: Float64Array, answers: Float64Array, expected: Float64Array) {
  const psi = new Float64Array(y.length).fill(Infinity)
  const z = expected.map((value, cell) => {
    const n = answers[cell]!
    if (n === 0) return value
    const share = kept(expit(value))
    const slope = share * (1 - share)
    psi[cell] = 1 / (n * slope)
    return logit(share) + (y[cell]! - share) / slope
  })
  return { z, psi }
}

/** Standard deviations between cells, as multiples of the fitted one, which is above the likeliest. */
const steps = Array.from({ length: 13 }, (_, i) => 0.1 + 0.2 * i)

function beliefsOf({ at, posteriorAt }: ReturnType<typeof cellsOfAreas>, fittedU: number, fittedV: number): Belief[] {
  const points = steps.map((step) => {
    const v = fittedV * step ** 2
    const [log] = lowest((x) => at(Math.exp(x[0]!), v).deviance, Float64Array.of(Math.log(fittedU)), fine)
    const u = Math.exp(log!)
    return { u, v, deviance: at(u, v).deviance }
  })
  const best = Math.min(...points.map(({ deviance }) => deviance))
  const likely = points
    .map((point) => ({ ...point, weight: Math.exp((best - point.deviance) / 2) }))
    .filter(({ weight }) => weight > 1e-3)
  const total = likely.reduce((sum, { weight }) => sum + weight, 0)
  return likely.map(({ u, v, weight }) => ({ weight: weight / total, posterior: posteriorAt(u, v) }))
}
