import type { Linearized } from '../../estimates/linearized.ts'
import { checkReference, modeDifferences, type ModeModel, rowsWithMode } from '../../modes/mode-differences.ts'
import { effectOf, waldOf } from '../../modes/mode-effect.ts'
import { AnalysisRefusal } from '../../refusal.ts'
import { type Family, fitModel } from '../../regression/linear-model.ts'
import { type ModelColumn, modelMatrix } from '../model-matrix.ts'
import type { WantedOf } from '../recipe.ts'
import { covarianceRows } from '../result.ts'
import { checkNotEmpty, covarianceOfInfluences, degreesOfFreedom, estimate, type Survey } from '../survey.ts'
import { categoriesOf, crossed, numbersOf } from '../table.ts'
import { standardErrors } from './simple.ts'

type Model = {
  columns: ModelColumn[]
  coefficients: readonly Linearized[]
  covariance: Float64Array
  df: number
  categorical: string[]
}

/** A regression on the rows that have all of its variables, with the covariance that the design gives. */
function model(survey: Survey, formula: string, family: Family): Model {
  const matrix = modelMatrix(survey.table, formula, survey.kept)
  const { response } = matrix
  if (!response) throw new AnalysisRefusal('bad-expression', `"${formula}" has no outcome before its "~".`)
  const rows = Int32Array.from([...survey.kept.keys()].filter((row) => matrix.complete[row] === 1))
  checkNotEmpty(rows)
  const taken = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!)
  const columns = matrix.columns.map(({ values }) => taken(values))
  const y = taken(response.values)
  const fitted = (weights: Float64Array) => fitModel(columns, y, taken(weights), family)
  const { kept } = fitted(survey.weights)
  const { found, covariance } = estimate(survey, rows, (weights): Linearized[] => {
    const { kept: own, coefficients, inverse, working } = fitted(weights)
    const size = own.length
    return kept.map((column) => {
      const i = own.indexOf(column)
      const influence = new Float64Array(rows.length)
      if (i < 0) return { value: NaN, influence, n: rows.length, weight: NaN }
      own.forEach((other, j) => {
        const factor = inverse[i * size + j]!
        for (let place = 0; place < rows.length; place++)
          influence[place]! += factor * columns[other]![place]! * working[place]!
      })
      return { value: coefficients[i]!, influence, n: rows.length, weight: NaN }
    })
  })
  const df = degreesOfFreedom(survey, rows) + 1 - kept.length
  return {
    columns: kept.map((column) => matrix.columns[column]!),
    coefficients: found,
    covariance,
    df,
    categorical: matrix.categorical,
  }
}

/** The first categorical term of several coefficients, which t values do not test; or else the first categorical one. */
function usualTerm(columns: readonly ModelColumn[], categorical: readonly string[]): string | undefined {
  const sizes = categorical.map((term) => ({ term, size: columns.filter((column) => column.term === term).length }))
  const found = sizes.find(({ size }) => size > 1) ?? sizes.find(({ size }) => size > 0)
  return found?.term.replaceAll(/\s/g, '')
}

/** A regression, with the test of the term that is named, or else of the one that needs it most. */
export function regression(survey: Survey, { formula, family, test }: WantedOf<'glm'>) {
  const { columns, coefficients, covariance, df, categorical } = model(
    survey,
    formula,
    family.replace('quasi', '') as Family,
  ) // what is left is one
  const k = coefficients.length
  const se = standardErrors(covariance, k)
  const term = test?.replace(/^\s*~\s*/, '').replaceAll(/\s/g, '') ?? usualTerm(columns, categorical)
  return {
    names: columns.map(({ name }) => name),
    estimate: coefficients.map(({ value }) => value),
    se,
    t: coefficients.map(({ value }, i) => value / se[i]!),
    df_resid: df,
    vcov: covarianceRows(covariance, k),
    ...(term !== undefined && { term_test: termTest(columns, coefficients, covariance, df, term) }),
  }
}

/** Wald's test that all coefficients of a term are 0. */
function termTest(
  columns: readonly ModelColumn[],
  coefficients: readonly Linearized[],
  covariance: Float64Array,
  df: number,
  term: string,
) {
  const places = columns.flatMap((column, i) => (column.term.replaceAll(/\s/g, '') === term ? [i] : []))
  if (places.length === 0)
    throw new AnalysisRefusal('bad-expression', `The formula has no term "${term}".`, { variable: term })
  const q = places.length
  const { F, p } = waldOf(
    Float64Array.from(places, (i) => coefficients[i]!.value),
    Float64Array.from(
      { length: q * q },
      (_, at) => covariance[places[Math.floor(at / q)]! * coefficients.length + places[at % q]!]!,
    ),
    df,
  )
  return { term: `~${term}`, F, df: places.length, ddf: df, p_value: p }
}

/**
 * How the mode changes the answer: a weighted regression on mode and covariates, the reference being the modes that people
 * fill in by themselves, and estimates by domain with that difference taken off.
 *
 * @see statistics.md, section 8
 */
export function modeEffect(survey: Survey, wanted: WantedOf<'mode_effect'>) {
  const { table, kept, weights } = survey
  const modes = categoriesOf(table, wanted.mode)
  const reference = wanted.reference ?? modes.labels.filter((label) => label === 'web' || label === 'sms')
  const names = [...wanted.covariates, ...(wanted.domain ? [wanted.domain] : [])]
  const covariates = names.map((name) => categoriesOf(table, name))
  const model: ModeModel = { modes, reference, covariates }
  checkReference(model)
  const values = numbersOf(table, wanted.var)
  const complete = Int32Array.from([...kept.keys()].filter((row) => kept[row] === 1)).filter((row) =>
    covariates.every(({ codes }) => codes[row]! >= 0),
  )
  const rows = rowsWithMode(complete, values, modes)
  checkNotEmpty(rows)
  const full = modeDifferences(rows, weights, values, model)
  // Replicates compute the differences again; by linearization their influences are enough.
  const covariance = (_: Int32Array, influences: readonly Float64Array[]) =>
    survey.spread.kind === 'design'
      ? covarianceOfInfluences(survey, rows, influences)
      : estimate(survey, rows, (own) => modeDifferences(rows, own, values, model).differences).covariance
  const {
    modes: others,
    delta,
    se,
    covariance: v,
    F,
    p,
    df,
    ddf,
  } = effectOf({ covariance }, rows, full, model, degreesOfFreedom(survey, rows))
  const matrix = covarianceRows(v, df)
  return {
    reference,
    modes: others,
    delta: [...delta],
    se: [...se],
    vcov: matrix,
    wald_F: F,
    wald_df: df,
    wald_ddf: ddf,
    wald_p: p,
    adjusted: adjusted(survey, wanted, others, [...delta], matrix),
  }
}

function adjusted(
  survey: Survey,
  wanted: WantedOf<'mode_effect'>,
  modes: readonly string[],
  delta: readonly number[],
  v: readonly (readonly number[])[],
) {
  const { table, weights, kept } = survey
  const values = numbersOf(table, wanted.var)
  const codes = categoriesOf(table, wanted.mode)
  const places = modes.map((label) => codes.labels.indexOf(label))
  const all = Int32Array.from(
    [...kept.keys()].filter((row) => kept[row] === 1 && !Number.isNaN(values[row]!) && codes.codes[row]! >= 0),
  )
  const domains = wanted.domain ? crossed([categoriesOf(table, wanted.domain)]) : undefined
  const groups = [
    { domain: 'ALL', rows: all },
    ...(domains?.labels ?? []).map((domain, code) => ({
      domain,
      rows: all.filter((row) => domains!.codes[row] === code),
    })),
  ]
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map(({ domain, rows }) => {
      const total = rows.reduce((sum, row) => sum + weights[row]!, 0)
      const shares = places.map(
        (code) => rows.reduce((sum, row) => sum + (codes.codes[row] === code ? weights[row]! : 0), 0) / total,
      )
      const { found, covariance } = estimate(survey, rows, (own) => {
        let [weight, sum] = [0, 0]
        for (const row of rows) {
          weight += own[row]!
          sum += own[row]! * values[row]!
        }
        const value = sum / weight
        return [
          {
            value,
            influence: Float64Array.from(rows, (row) => (values[row]! - value) / weight),
            n: rows.length,
            weight,
          },
        ]
      })
      const shared = shares.reduce((s, a, i) => s + shares.reduce((t, b, j) => t + a * b * v[i]![j]!, 0), 0)
      return {
        domain,
        n: rows.length,
        estimate: found[0]!.value,
        se: Math.sqrt(covariance[0]!),
        adjusted: found[0]!.value - shares.reduce((sum, share, i) => sum + share * delta[i]!, 0),
        adjusted_se: Math.sqrt(covariance[0]! + shared),
      }
    })
}
