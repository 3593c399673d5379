import { AnalysisRefusal } from '../../refusal.ts'
import { fayHerriot } from '../../small-area/fay-herriot.ts'
import { subArea } from '../../small-area/sub-area.ts'
import { modelMatrix } from '../model-matrix.ts'
import type { WantedOf } from '../recipe.ts'
import { categoriesOf, numbersOf, type Table } from '../table.ts'

/**
 * Covariates as a recipe says them: a formula, or words such as "intercept + dummies of group (first = reference) + x".
 *
 * @throws AnalysisRefusal for missing values
 */
function covariatesOf(table: Table, said: string): Float64Array[] {
  const everyone = new Uint8Array(table.rows).fill(1)
  const terms = said
    .replaceAll(/\([^)]*\)/g, '')
    .split('+')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^intercept( only)?$/.test(part))
    .map((part) => part.replace(/^dummies of (.*)$/, 'factor($1)'))
  const formula = said.trim().startsWith('~') ? said : `~ ${['1', ...terms].join(' + ')}`
  const { columns, complete } = modelMatrix(table, formula, everyone)
  const row = complete.indexOf(0)
  if (row >= 0) throw new AnalysisRefusal('missing-value', `A covariate is missing in row ${row}.`, { row })
  return columns.map(({ values }) => values)
}

/** Numbers of which none is missing. */
function known(table: Table, name: string): Float64Array {
  const values = numbersOf(table, name)
  const row = values.findIndex(Number.isNaN)
  if (row >= 0)
    throw new AnalysisRefusal('missing-value', `"${name}" is missing in row ${row}.`, { variable: name, row })
  return values
}

/** Fay and Herriot's model on a table of areas. */
export function areaModel(table: Table, wanted: WantedOf<'fay_herriot'>) {
  const { sd, v, method } = wanted
  if (sd === undefined && v === undefined) throw new AnalysisRefusal('bad-recipe', 'fay_herriot needs "sd" or "v".')
  const variances = sd === undefined ? known(table, v ?? '') : known(table, sd).map((value) => value ** 2)
  const found = fayHerriot(known(table, wanted.y), variances, covariatesOf(table, wanted.covariates), method)
  const { A, beta, betaSe, gamma, eblup, synthetic, g1, g2, g3, mse } = found
  const lists = { beta, beta_se: betaSe, gamma, eblup, synthetic, g1, g2, g3, mse }
  return { method, A, ...Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, [...values]])) }
}

/** Cells within areas, and the gap between an area's cells: as the means have it, and with what shrinking took added. */
export function cellModel(table: Table, wanted: WantedOf<'sub_area'>) {
  const { codes } = categoriesOf(table, wanted.area)
  const found = subArea(
    known(table, wanted.y),
    known(table, wanted.psi),
    covariatesOf(table, wanted.covariates),
    codes,
    wanted.adjusted,
  )
  const fitted = new Float64Array(table.rows)
  const mse = new Float64Array(table.rows)
  for (const { cells, mean, covariance } of found.posterior)
    cells.forEach((cell, i) => {
      fitted[cell] = mean[i]!
      mse[cell] = covariance[i * (cells.length + 1)]!
    })
  const share = table.columns.has(wanted.share) ? known(table, wanted.share) : new Float64Array(table.rows).fill(1)
  return {
    adjusted: wanted.adjusted,
    sigma2_u: found.sigma2u,
    sigma2_v: found.sigma2v,
    beta: [...found.beta],
    beta_se: [...found.betaSe],
    fitted: [...fitted],
    mse: [...mse],
    gap: found.posterior.map(({ cells, mean, covariance }) => {
      const total = cells.reduce((sum, cell) => sum + share[cell]!, 0)
      const q = cells.map((cell) => share[cell]! / total)
      const overall = q.reduce((sum, part, i) => sum + part * mean[i]!, 0)
      const plug = q.reduce((sum, part, i) => sum + part * (mean[i]! - overall) ** 2, 0)
      let [variance, repaired] = [0, plug]
      q.forEach((a, i) =>
        q.forEach((b, j) => {
          const v = covariance[i * q.length + j]!
          variance += a * b * v
          repaired += ((i === j ? a : 0) - a * b) * v
        }),
      )
      return [overall, variance, plug, repaired]
    }),
    gap_columns: ['mean', 'mean_var', 'tau2_plug', 'tau2_eb'],
  }
}
