import type { Linearized } from '../../estimates/linearized.ts'
import { mean } from '../../estimates/mean.ts'
import { ratio } from '../../estimates/ratio.ts'
import { total } from '../../estimates/total.ts'
import { AnalysisRefusal } from '../../refusal.ts'
import { covarianceRows } from '../result.ts'
import type { WantedOf } from '../recipe.ts'
import { degreesOfFreedom, estimate, rowsOf, type Survey } from '../survey.ts'
import { categoriesOf, columnOf, crossed, numbersOf, type Table } from '../table.ts'

/** One number per row, as an estimate needs it: a numeric column, or one category of a categorical one. */
export type Variable = { name: string; values: Float64Array }

/** A numeric column as it is, a categorical one as a 0/1 column for each category. */
export function variablesOf(table: Table, names: readonly string[]): Variable[] {
  return names.flatMap((name) => {
    const { numbers } = columnOf(table, name)
    if (numbers) return [{ name, values: numbers }]
    const { labels, codes } = categoriesOf(table, name)
    return labels.map((label, c) => ({
      name: `${name}=${label}`,
      values: Float64Array.from(codes, (code) => (code < 0 ? NaN : code === c ? 1 : 0)),
    }))
  })
}

const isComplete = (variables: readonly Variable[]) => (row: number) =>
  variables.every(({ values }) => !Number.isNaN(values[row]!))

/** An estimate over rows that all have a value; if one has none and nothing says to leave it out, it is unknown. */
function statisticOf(kind: 'mean' | 'total', rows: Int32Array, { values }: Variable) {
  const known = rows.every((row) => !Number.isNaN(values[row]!))
  return (weights: Float64Array): Linearized => {
    const unknown = { value: NaN, influence: new Float64Array(rows.length).fill(NaN), n: rows.length, weight: NaN }
    return known ? ((kind === 'mean' ? mean(rows, weights, values) : total(rows, weights, values)) ?? unknown) : unknown
  }
}

/** Means or totals, with covariance and design effects. */
export function tabulate(survey: Survey, { op, vars, na_rm, deff }: WantedOf<'mean' | 'total'>) {
  const variables = variablesOf(survey.table, vars)
  const all = rowsOf(survey)
  const rows = na_rm ? all.filter(isComplete(variables)) : all
  const { found, covariance } = estimatesOf(survey, op, rows, variables)
  const k = found.length
  return {
    names: variables.map(({ name }) => name),
    estimate: found.map(({ value }) => value),
    se: standardErrors(covariance, k),
    ...(k > 1 && { vcov: covarianceRows(covariance, k) }),
    ...(deff !== false && {
      deff: variables.map((variable, i) => effect(survey, op, rows, variable, covariance[i * (k + 1)]!, deff)),
    }),
    df: degreesOfFreedom(survey),
  }
}

function estimatesOf(survey: Survey, kind: 'mean' | 'total', rows: Int32Array, variables: readonly Variable[]) {
  const statistics = variables.map((variable) => statisticOf(kind, rows, variable))
  return estimate(survey, rows, (weights) => statistics.map((statistic) => statistic(weights)))
}

export const standardErrors = (covariance: Float64Array, k: number): number[] =>
  Array.from({ length: k }, (_, i) => Math.sqrt(covariance[i * (k + 1)]!))

/** Against a simple random sample of as many, without replacement from as many as the weights sum to, or with it. */
function effect(
  { weights }: Survey,
  kind: 'mean' | 'total',
  rows: Int32Array,
  { values }: Variable,
  variance: number,
  deff: boolean | 'replace',
) {
  const { value, weight, n } = mean(rows, weights, values) ?? { value: NaN, weight: NaN, n: 0 }
  let squares = 0
  for (const row of rows) squares += weights[row]! * (values[row]! - value) ** 2
  const simple = squares / weight / (n - 1)
  const scale = kind === 'total' ? weight ** 2 : 1
  if (deff === 'replace') return variance / (simple * scale)
  return weight < n ? NaN : variance / (simple * scale * (1 - n / weight))
}

/** Means or totals by domain, with the covariance of all of them. */
export function byDomain(survey: Survey, { inner, vars, domain, na_rm, deff }: WantedOf<'by'>) {
  const variables = variablesOf(survey.table, vars)
  const all = rowsOf(survey)
  const usable = na_rm ? all.filter(isComplete(variables)) : all
  const columns = domain.map((name) => categoriesOf(survey.table, name))
  const domains = crossed(columns)
  const groups = domains.parts
    .map((parts, code) => ({
      domain: Object.fromEntries(domain.map((name, v) => [name, columns[v]!.labels[parts[v]!]!])),
      rows: usable.filter((row) => domains.codes[row] === code),
      present: all.some((row) => domains.codes[row] === code),
    }))
    .filter(({ present }) => present)
  const k = variables.length
  const rows = groups.map(({ domain, rows }) => {
    const { found, covariance } = estimatesOf(survey, inner, rows, variables)
    return {
      domain,
      n: rows.length,
      estimate: found.map(({ value }) => value),
      se: standardErrors(covariance, k),
      ...(deff !== false && {
        deff: variables.map((variable, i) => effect(survey, inner, rows, variable, covariance[i * (k + 1)]!, deff)),
      }),
    }
  })
  const names = variables.map(({ name }) => name)
  // More than that would be a file of covariances.
  if (groups.length * k > 100) return { names, rows }
  const together = variables.flatMap((variable) =>
    groups.map((group) => ({ group, statistic: statisticOf(inner, group.rows, variable) })),
  )
  const { covariance } = estimate(survey, all, (weights) =>
    together.map(({ group, statistic }) => spreadOver(all, group.rows, statistic(weights))),
  )
  return { names, rows, vcov: covarianceRows(covariance, together.length) }
}

/** The same estimate with influence 0 for the rows outside its own. Both lists of rows rise. */
export function spreadOver(all: Int32Array, rows: Int32Array, estimate: Linearized): Linearized {
  const influence = new Float64Array(all.length)
  let next = 0
  for (let place = 0; place < all.length && next < rows.length; place++)
    if (all[place] === rows[next]) influence[place] = estimate.influence[next++]!
  return { ...estimate, influence }
}

/** A ratio of two totals. */
export function ratioOf(survey: Survey, wanted: WantedOf<'ratio'>) {
  const { table } = survey
  const [above, below] = [numbersOf(table, wanted.numerator), numbersOf(table, wanted.denominator)]
  const all = rowsOf(survey)
  const missing = (row: number) => Number.isNaN(above[row]! + below[row]!)
  if (!wanted.na_rm && all.some(missing)) return { estimate: NaN, se: NaN }
  const rows = all.filter((row) => !missing(row))
  const nothing = { value: NaN, influence: new Float64Array(rows.length).fill(NaN), n: 0, weight: 0 }
  const { found, covariance } = estimate(survey, rows, (weights) => [ratio(rows, weights, above, below) ?? nothing])
  return { estimate: found[0]!.value, se: Math.sqrt(covariance[0]!), df: degreesOfFreedom(survey) }
}

/** How unequal the weights are. */
export function kish(survey: Survey) {
  const weights = Float64Array.from(rowsOf(survey), (row) => survey.weights[row]!).sort()
  const n = weights.length
  const [sum, squares] = weights.reduce(([a, b], weight) => [a + weight, b + weight * weight], [0, 0] as [
    number,
    number,
  ])
  const average = sum / n
  const spread = weights.reduce((total, weight) => total + (weight - average) ** 2, 0) / n
  const middle = (weights[Math.floor((n - 1) / 2)]! + weights[Math.ceil((n - 1) / 2)]!) / 2
  return {
    n,
    sum,
    deff: (n * squares) / sum ** 2,
    n_eff: sum ** 2 / squares,
    // The mean of equal weights may miss them by its last digit.
    cv: weights[0] === weights[n - 1] ? 0 : Math.sqrt(spread) / average,
    min: weights[0],
    median: middle,
    max: weights[n - 1],
  }
}

/** The change of a mean between two waves, whose units may overlap. */
export function waveDifference(survey: Survey, wanted: WantedOf<'wave_difference'>) {
  const waves = categoriesOf(survey.table, wanted.wave)
  const values = numbersOf(survey.table, wanted.var)
  const all = rowsOf(survey).filter((row) => !Number.isNaN(values[row]!))
  const groups = waves.labels
    .map((_, wave) => all.filter((row) => waves.codes[row] === wave))
    .filter((rows) => rows.length > 0)
  if (groups.length < 2)
    throw new AnalysisRefusal('too-few-groups', `"${wanted.wave}" has answers to "${wanted.var}" in one wave only.`, {
      variable: wanted.wave,
    })
  const { found, covariance } = estimate(survey, all, (weights) =>
    groups.map((rows) => spreadOver(all, rows, mean(rows, weights, values)!)),
  )
  const k = found.length
  const last = k - 1
  const v = (a: number, b: number) => covariance[a * k + b]!
  return {
    mean: found.map(({ value }) => value),
    vcov: covarianceRows(covariance, k),
    diff: found[last]!.value - found[0]!.value,
    se: Math.sqrt(v(0, 0) + v(last, last) - 2 * v(0, last)),
    correlation: v(0, last) / Math.sqrt(v(0, 0) * v(last, last)),
    df: degreesOfFreedom(survey),
  }
}
