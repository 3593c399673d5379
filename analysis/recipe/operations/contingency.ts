import { formTail } from '../../distributions/quadratic-form.ts'
import { chiSquareTail, fTail } from '../../distributions/tails.ts'
import type { Linearized } from '../../estimates/linearized.ts'
import { mean } from '../../estimates/mean.ts'
import { cholesky, eigenvalues, forward, inverseForm } from '../../linear/symmetric.ts'
import { basisOf, residualOf } from '../../linear/orthonormal.ts'
import { AnalysisRefusal } from '../../refusal.ts'
import type { Categories } from '../../weighting/margin.ts'
import type { WantedOf } from '../recipe.ts'
import { covarianceOfInfluences, degreesOfFreedom, estimate, rowsOf, type Survey } from '../survey.ts'
import { categoriesOf } from '../table.ts'

/**
 * Whether two categorical variables have to do with each other: Pearson's statistic with Rao and Scott's corrections, and
 * Wald's.
 *
 * @throws AnalysisRefusal when a variable has a single category
 * @see    Rao & Scott (1984), Annals of Statistics 12, 46–60; Koch, Freeman & Freeman (1975) for Wald's
 */
export function association(survey: Survey, wanted: WantedOf<'chisq'>) {
  const [a, b] = [present(survey, wanted.rows), present(survey, wanted.cols)]
  const all = rowsOf(survey)
  const rows = all.filter((row) => a.codes[row]! >= 0 && b.codes[row]! >= 0)
  const [r, c] = [a.labels.length, b.labels.length]
  if (r < 2 || c < 2)
    throw new AnalysisRefusal('too-few-groups', `"${r < 2 ? wanted.rows : wanted.cols}" has a single category.`, {
      variable: r < 2 ? wanted.rows : wanted.cols,
    })
  const cells = r * c
  const cellOf = (row: number) => a.codes[row]! + r * b.codes[row]!
  const { found, covariance } = estimate(survey, rows, (weights) =>
    Array.from(
      { length: cells },
      (_, cell) =>
        mean(
          rows,
          weights,
          Float64Array.from(a.codes, (_, row) => (cellOf(row) === cell ? 1 : 0)),
        )!,
    ),
  )
  const shares = found.map(({ value }) => value)
  const n = all.length
  const nu = degreesOfFreedom(survey)

  const rowShare = Array.from({ length: r }, (_, i) => sumOf(c, (j) => shares[i + r * j]!))
  const colShare = Array.from({ length: c }, (_, j) => sumOf(r, (i) => shares[i + r * j]!))
  const pearson =
    n *
    sumOf(cells, (cell) => {
      const expected = rowShare[cell % r]! * colShare[Math.floor(cell / r)]!
      return (shares[cell]! - expected) ** 2 / expected
    })
  const lambdas = generalizedEffects(shares, covariance, r, c, n)
  const trace = lambdas.reduce((sum, value) => sum + value, 0)
  const d0 = trace ** 2 / lambdas.reduce((sum, value) => sum + value ** 2, 0)
  const q = lambdas.length
  // With replicates R takes the denominator as known.
  const tail = formTail(pearson, lambdas, survey.spread.kind === 'replicates' ? Infinity : d0 * nu)
  const wald = waldStatistic(survey, rows, r, c, cellOf)
  const adjustedDf = nu - q + 1
  const adjusted = (wald * adjustedDf) / (q * nu)
  return {
    F: { statistic: pearson / trace, parameter: [d0, d0 * nu], p_value: fTail(pearson / trace, d0, d0 * nu) },
    Chisq: { statistic: pearson, parameter: [q], p_value: chiSquareTail((pearson * q) / trace, q) },
    Wald: { statistic: wald / q, parameter: [q, nu], p_value: fTail(wald / q, q, nu) },
    adjWald: { statistic: adjusted, parameter: [q, adjustedDf], p_value: fTail(adjusted, q, adjustedDf) },
    lincom: { statistic: pearson, parameter: [], p_value: tail },
    saddlepoint: { statistic: pearson, parameter: [], p_value: tail },
  }
}

/** A variable with those of its categories that some row has that counts. */
function present({ table, kept }: Survey, name: string): Categories {
  const { variable, labels, codes } = categoriesOf(table, name)
  const used = new Set(codes.filter((_, row) => kept[row] === 1))
  const places = labels.flatMap((_, code) => (used.has(code) ? [code] : []))
  return { variable, labels: places.map((code) => labels[code]!), codes: codes.map((code) => places.indexOf(code)) }
}

const sumOf = (count: number, term: (i: number) => number): number =>
  Array.from({ length: count }, (_, i) => term(i)).reduce((sum, value) => sum + value, 0)

/** Rao and Scott's generalized design effects of the interactions. */
function generalizedEffects(
  shares: readonly number[],
  covariance: Float64Array,
  r: number,
  c: number,
  n: number,
): number[] {
  const cells = r * c
  const column = (value: (i: number, j: number) => number) =>
    Float64Array.from({ length: cells }, (_, cell) => value(cell % r, Math.floor(cell / r)))
  const indicator = (holds: boolean) => (holds ? 1 : 0)
  const main = basisOf([
    column(() => 1),
    ...Array.from({ length: r - 1 }, (_, i) => column((row) => indicator(row === i + 1))),
    ...Array.from({ length: c - 1 }, (_, j) => column((_, col) => indicator(col === j + 1))),
  ])
  const contrasts = Array.from({ length: (r - 1) * (c - 1) }, (_, place) =>
    residualOf(
      main,
      column((i, j) => indicator(i === (place % (r - 1)) + 1 && j === Math.floor(place / (r - 1)) + 1)),
    ),
  )
  const q = contrasts.length
  const scaled = contrasts.map((contrast) =>
    contrast.map((value, cell) => (shares[cell] === 0 ? 0 : value / shares[cell]!)),
  )
  const below = new Float64Array(q * q)
  const above = new Float64Array(q * q)
  for (let i = 0; i < q; i++)
    for (let j = 0; j < q; j++) {
      below[i * q + j] = sumOf(cells, (cell) => (contrasts[i]![cell]! * scaled[j]![cell]!) / n)
      above[i * q + j] = sumOf(
        cells,
        (x) => scaled[i]![x]! * sumOf(cells, (y) => covariance[x * cells + y]! * scaled[j]![y]!),
      )
    }
  const l = cholesky(below, q)
  const half = Array.from({ length: q }, (_, j) => forward(l, q, above.slice(j * q, (j + 1) * q)))
  const both = Array.from({ length: q }, (_, i) =>
    forward(
      l,
      q,
      Float64Array.from(half, (row) => row[i]!),
    ),
  )
  return eigenvalues(Float64Array.from(both.flatMap((row) => [...row])), q)
}

/** Wald's statistic of the deviations of the cells from independence. */
function waldStatistic(
  survey: Survey,
  rows: Int32Array,
  r: number,
  c: number,
  cellOf: (row: number) => number,
): number {
  const places = Array.from({ length: (r - 1) * (c - 1) }, (_, k) => ({
    i: (k % (r - 1)) + 1,
    j: Math.floor(k / (r - 1)) + 1,
  }))
  const deviations = (weights: Float64Array): Linearized[] => {
    const cell = new Float64Array(r * c)
    for (const row of rows) cell[cellOf(row)]! += weights[row]!
    const total = cell.reduce((sum, value) => sum + value, 0)
    const rowTotal = Array.from({ length: r }, (_, i) => sumOf(c, (j) => cell[i + r * j]!))
    const colTotal = Array.from({ length: c }, (_, j) => sumOf(r, (i) => cell[i + r * j]!))
    return places.map(({ i, j }) => {
      const [x, y] = [rowTotal[i]! / total, colTotal[j]! / total]
      const influence = Float64Array.from(rows, (row) => {
        const [own, ownCol] = [cellOf(row) % r, Math.floor(cellOf(row) / r)]
        return (own === i && ownCol === j ? 1 : 0) - (own === i ? y : 0) - (ownCol === j ? x : 0) + x * y
      })
      return { value: cell[i + r * j]! - x * colTotal[j]!, influence, n: rows.length, weight: total }
    })
  }
  const found = deviations(survey.weights)
  const influences = found.map(({ influence }) => influence)
  const values = Float64Array.from(found, ({ value }) => value)
  return inverseForm(covarianceOfInfluences(survey, rows, influences), values)
}
