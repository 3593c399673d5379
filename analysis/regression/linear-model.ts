import { basisOf, coefficientsOf, inverseCrossProduct } from '../linear/orthonormal.ts'
import { AnalysisRefusal } from '../refusal.ts'

export type Family = 'gaussian' | 'binomial' | 'poisson'

export type Fitted = {
  /** Columns whose coefficients exist; the others depend on those before them. */
  kept: number[]
  coefficients: Float64Array
  /** kept × kept, row by row: inverse of the information. */
  inverse: Float64Array
  /** What each row adds to the scores, per unit of weight, once multiplied with its column: residual × derivative. */
  working: Float64Array
}

/**
 * A generalized linear model by iteratively reweighted least squares, with the family's usual link.
 *
 * @param columns  explanatory variables, one number per row, the intercept among them
 * @param y        the outcome: any number, 0 to 1 (binomial), or ≥ 0 (poisson)
 * @param weights  ≥ 0; rows with 0 do not take part
 * @throws         AnalysisRefusal for outcomes out of range and when it does not converge
 * @see            McCullagh & Nelder (1989), Generalized Linear Models, chapter 2
 */
export function fitModel(
  columns: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array,
  family: Family,
): Fitted {
  const { link, inverse, slope, variance, deviance, start } = families[family]
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const count = weights.reduce((n, weight) => n + (weight > 0 ? 1 : 0), 0)
  const prior = weights.map((weight) => (weight * count) / total)
  y.forEach((value, row) => {
    const fits = family === 'gaussian' || (value >= 0 && (value <= 1 || family === 'poisson'))
    if (prior[row]! > 0 && !fits)
      throw new AnalysisRefusal(
        'bad-answer',
        `The outcome is ${value} in row ${row}, which a ${family} model cannot have.`,
        { row },
      )
  })
  let eta = y.map((value, row) => link(start(value, prior[row]!)))
  let last = Infinity
  for (let round = 0; round < 100; round++) {
    const mu = eta.map(inverse)
    const information = prior.map((weight, row) => (weight * slope(eta[row]!) ** 2) / variance(mu[row]!))
    const root = information.map(Math.sqrt)
    const basis = basisOf(
      columns.map((column) => column.map((value, row) => value * root[row]!)),
      1e-10,
    )
    const target = eta.map((value, row) =>
      root[row] === 0 ? 0 : (value + (y[row]! - mu[row]!) / slope(value)) * root[row]!,
    )
    const coefficients = coefficientsOf(basis, target)
    eta = eta.map((_, row) => basis.kept.reduce((sum, column, i) => sum + columns[column]![row]! * coefficients[i]!, 0))
    const fitted = eta.map(inverse)
    const found = y.reduce(
      (sum, value, row) => (prior[row] === 0 ? sum : sum + prior[row]! * deviance(value, fitted[row]!)),
      0,
    )
    const change = Math.abs(found - last) / (Math.abs(found) + 0.1)
    // With many rows of unequal weight the deviance trembles in its last digits and gets no closer.
    const isAtRounding =
      change < 1e-10 && found >= last && eta.every((value, row) => prior[row] === 0 || Math.abs(value) < farOut)
    if (family === 'gaussian' || change < 1e-14 || isAtRounding) {
      // Scores per unit of the weights that were given, not of those scaled to a mean of 1.
      const working = eta.map((value, row) =>
        weights[row] === 0 ? 0 : ((y[row]! - fitted[row]!) / slope(value)) * (information[row]! / weights[row]!),
      )
      return { kept: basis.kept, coefficients, inverse: inverseCrossProduct(basis), working }
    }
    last = found
  }
  throw new AnalysisRefusal(
    'not-converged',
    'The regression does not converge: some combination of its variables may tell the outcome apart completely.',
  )
}

/** A linear predictor that only outcomes told apart completely lead to: odds of 1 in 7e10. */
const farOut = 25

type Shape = {
  link: (mu: number) => number
  inverse: (eta: number) => number
  slope: (eta: number) => number
  variance: (mu: number) => number
  deviance: (y: number, mu: number) => number
  start: (y: number, weight: number) => number
}

const share = (y: number, mu: number): number => (y === 0 ? 0 : y * Math.log(y / mu))

const families: Record<Family, Shape> = {
  gaussian: {
    link: (mu) => mu,
    inverse: (eta) => eta,
    slope: () => 1,
    variance: () => 1,
    deviance: (y, mu) => (y - mu) ** 2,
    start: (y) => y,
  },
  binomial: {
    link: (mu) => Math.log(mu / (1 - mu)),
    inverse: (eta) => 1 / (1 + Math.exp(-eta)),
    slope: (eta) => Math.max(Math.exp(-Math.abs(eta)) / (1 + Math.exp(-Math.abs(eta))) ** 2, Number.EPSILON),
    variance: (mu) => Math.max(mu * (1 - mu), Number.EPSILON),
    deviance: (y, mu) => 2 * (share(y, mu) + share(1 - y, 1 - mu)),
    start: (y, weight) => (weight * y + 0.5) / (weight + 1),
  },
  poisson: {
    link: Math.log,
    inverse: Math.exp,
    slope: Math.exp,
    variance: (mu) => mu,
    deviance: (y, mu) => 2 * (share(y, mu) - (y - mu)),
    start: (y) => y + 0.1,
  },
}
