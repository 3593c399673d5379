import { AnalysisRefusal } from '../refusal.ts'
import { calibrate } from '../weighting/calibrate.ts'
import { constrain } from '../weighting/constraints.ts'
import { type Margin, populationOf } from '../weighting/margin.ts'
import type { Constraint } from '../weighting/rake.ts'
import { modelMatrix, type ModelColumn } from './model-matrix.ts'
import { rakeRows } from './rake-rows.ts'
import type { RecipeMargin, StepOf } from './recipe.ts'
import { projectionOf, type Survey } from './survey.ts'
import { categoriesOf, codeOf, columnOf, numbersOf, type Table } from './table.ts'

type Files = ReadonlyMap<string, Table>
/** How a step changes any weights: those of the sample, and those of each replicate. */
type Reweigh = (weights: Float64Array) => Float64Array

function applied(survey: Survey, columns: readonly Float64Array[], reweigh: Reweigh): Survey {
  const weights = reweigh(survey.weights)
  const { spread } = survey
  if (spread.kind === 'replicates') {
    const replicates = spread.weights.map((each, r) => {
      try {
        return reweigh(each)
      } catch (error) {
        if (!(error instanceof AnalysisRefusal)) throw error
        throw new AnalysisRefusal(error.code, `In replicate ${r + 1}: ${error.message}`, place(error))
      }
    })
    return { ...survey, weights, spread: { ...spread, weights: replicates } }
  }
  const calibrations = [...spread.calibrations, projectionOf(columns, survey.weights, weights)]
  return { ...survey, weights, spread: { ...spread, calibrations } }
}

const place = ({ variable, category }: AnalysisRefusal) => ({
  ...(variable && { variable }),
  ...(category && { category }),
})

/**
 * Rakes to the margins of a recipe, or post-stratifies, which is raking to one margin.
 *
 * @throws AnalysisRefusal naming variable and category: missing, not in the population, not in the sample, totals that
 *         disagree, margins that cannot be met
 */
export function raked(survey: Survey, margins: readonly RecipeMargin[], files: Files): Survey {
  const read = margins.map((margin) => marginOf(survey, margin, files))
  let sweeps: number | undefined
  const rakeOne: Reweigh = (weights) => {
    const { constraints } = constrain(read, weights, 'refuse')
    const raked = rakeRows(weights, constraints, populationOf(read, 0), sweeps)
    // The sample comes first; its replicates go through as many sweeps.
    sweeps ??= raked.sweeps
    return raked.weights
  }
  const { constraints } = constrain(read, survey.weights, 'refuse')
  const columns = constraints.flatMap((constraint) => dummiesOf(constraint, survey.weights))
  const result = applied(survey, columns, rakeOne)
  // R counts the rank of the replicates anew after raking, and not after calibrate().
  if (result.spread.kind === 'replicates') return { ...result, spread: { ...result.spread, degrees: undefined } }
  return result
}

const dummiesOf = ({ labels, codes }: Constraint, weights: Float64Array): Float64Array[] =>
  labels.map((_, c) => Float64Array.from(codes, (code, row) => (code === c && weights[row] !== 0 ? 1 : 0)))

/** A margin as the raking takes it. Rows that do not count have some category, so that nothing of them is asked. */
function marginOf({ table, kept }: Survey, margin: RecipeMargin, files: Files): Margin {
  const { vars } = margin
  const columns = vars.map((name) => categoriesOf(table, name))
  for (const { variable, codes } of columns) {
    const row = codes.findIndex((code, i) => code < 0 && kept[i] === 1)
    if (row >= 0)
      throw new AnalysisRefusal('missing-value', `"${variable}" is missing in row ${row}.`, { variable, row })
  }
  const labelOf = (parts: readonly string[]) => parts.join(' × ')
  const counts = new Map<string, number>()
  const variable = vars.join(' × ')
  for (const { values, total } of totalsOf(margin, files)) {
    // A category is known by the sample's word for it where the sample has it.
    const label = labelOf(
      values.map((value, v) => columns[v]!.labels[codeOf(table, columns[v]!, value)] ?? String(value)),
    )
    if (counts.has(label))
      throw new AnalysisRefusal('duplicate-category', `The totals of "${variable}" name "${label}" twice.`, {
        variable,
        category: label,
      })
    counts.set(label, total)
  }
  const labels = [...counts.keys()]
  const place = new Map(labels.map((label, i) => [label, i]))
  const codes = new Int32Array(table.rows)
  for (let row = 0; row < table.rows; row++) {
    if (!kept[row]) continue
    const label = labelOf(columns.map(({ labels, codes }) => labels[codes[row]!]!))
    const code = place.get(label)
    if (code === undefined)
      throw new AnalysisRefusal(
        'unpopulated-category',
        `"${variable}" = "${label}" is in the sample (row ${row}), but the totals do not have it.`,
        { variable, category: label },
      )
    codes[row] = code
  }
  return { variable, labels, codes, targets: Float64Array.from(counts.values()), targetsAre: 'counts' }
}

function totalsOf({ vars, totals, totals_file, totals_variable }: RecipeMargin, files: Files) {
  if (totals)
    return totals.map((each) => {
      const named = each['total'] ?? each['count'] ?? each['Freq']
      const values = vars.map((name) => {
        const value = each[name]
        if (value === undefined)
          throw new AnalysisRefusal('bad-target', `A total of "${vars.join(' × ')}" does not say its "${name}".`, {
            variable: name,
          })
        return value
      })
      if (named === undefined || !Number.isFinite(Number(named)))
        throw new AnalysisRefusal(
          'bad-target',
          `The total of "${vars.join(' × ')}" = "${values.join(' × ')}" is no number.`,
          { variable: vars[0] ?? '', category: values.join(' × ') },
        )
      return { values, total: Number(named) }
    })
  const file = totals_file === undefined ? undefined : files.get(totals_file)
  if (!file)
    throw new AnalysisRefusal('bad-target', `"${vars.join(' × ')}" has no totals.`, { variable: vars[0] ?? '' })
  const wanted = totals_variable ?? vars[0] ?? ''
  const variables = columnOf(file, 'variable').text
  const categories = columnOf(file, 'category').text
  const counts = numbersOf(file, 'count')
  const rows = [...variables.keys()].filter((row) => variables[row] === wanted)
  if (rows.length === 0)
    throw new AnalysisRefusal('bad-target', `"${totals_file}" has no totals of "${wanted}".`, {
      variable: vars[0] ?? '',
    })
  return rows.map((row) => ({
    values: vars.length === 1 ? [categories[row]!] : categories[row]!.split(/\s*[|×:]\s*/),
    total: counts[row]!,
  }))
}

/** Post-stratification. */
export const poststratified = (
  survey: Survey,
  { vars, totals, totals_file, totals_variable }: StepOf<'poststratify'>,
  files: Files,
): Survey => raked(survey, [{ vars, totals, totals_file, totals_variable }], files)

/**
 * Calibration to the totals of a formula's columns, or of margins.
 *
 * @throws AnalysisRefusal for missing values, totals without column and columns without total, and totals that cannot be
 *         met within the bounds, naming what is farthest off
 */
export function calibrated(survey: Survey, step: StepOf<'calibrate'>, files: Files): Survey {
  const margins = (step.margins ?? []).map((margin) => marginOf(survey, margin, files))
  const [low, high] = step.bounds
  if (!(low < 1 && high > 1) || (step.distance === 'logit' && !(Number.isFinite(low) && Number.isFinite(high))))
    throw new AnalysisRefusal(
      'bad-option',
      `The bounds of g are ${low} and ${high}: ${step.distance} needs numbers below and above 1.`,
    )
  const { columns, totals } = step.formula
    ? auxiliaries(survey, step.formula, step.totals)
    : { columns: [] as ModelColumn[], totals: [] as number[] }
  if (margins.length > 0) {
    constrain(margins, survey.weights, 'refuse')
    populationOf(margins, 0)
  }
  const all = [
    ...columns.map(({ values, categories }, c) => ({
      values,
      total: totals[c]!,
      variable: categories.map(({ variable }) => variable).join(':') || '(Intercept)',
      category: categories.flatMap(({ category }) => category ?? []).join(':'),
    })),
    ...margins.flatMap(({ variable, labels, codes, targets }) =>
      labels.map((category, c) => ({
        variable,
        category,
        total: targets[c]!,
        values: Float64Array.from(codes, (code, row) => (code === c && survey.kept[row] ? 1 : 0)),
      })),
    ),
  ]
  const values = all.map((each) => each.values)
  const targets = Float64Array.from(all, ({ total }) => total)
  return applied(survey, values, (weights) => {
    const {
      weights: result,
      converged,
      worst,
    } = calibrate(weights, values, targets, { kind: step.distance, bounds: step.bounds })
    if (converged) return result
    const { variable, category } = all[worst.column]!
    throw new AnalysisRefusal(
      'not-converged',
      `The totals cannot be met${Number.isFinite(low + high) ? ` with factors between ${low} and ${high}` : ''}: "${variable}"${category && ` = "${category}"`} stays off by ${(100 * worst.error).toPrecision(2)} %.`,
      { variable, ...(category && { category }) },
    )
  })
}

function auxiliaries(survey: Survey, formula: string, given: Readonly<Record<string, number>>) {
  const { columns, complete } = modelMatrix(survey.table, formula, survey.kept)
  const row = complete.findIndex((known, i) => !known && survey.kept[i] === 1)
  if (row >= 0) {
    const variable = columns
      .flatMap(({ categories }) => categories)
      .find(({ variable }) => survey.table.columns.get(variable)?.text[row] === '')?.variable
    throw new AnalysisRefusal('missing-value', `"${variable ?? formula}" is missing in row ${row}.`, {
      ...(variable && { variable }),
      row,
    })
  }
  const names = new Set(columns.map(({ name }) => name))
  for (const name of Object.keys(given)) {
    if (names.has(name) || given[name] === 0) continue
    const variable =
      columns
        .flatMap(({ categories }) => categories)
        .find((each) => each.category !== undefined && name.startsWith(each.variable))?.variable ?? name
    const category = variable === name ? undefined : name.slice(variable.length)
    throw new AnalysisRefusal('empty-category', `The totals have "${name}", but nobody in the sample does.`, {
      variable,
      ...(category && { category }),
    })
  }
  const totals = columns.map(({ name, categories }) => {
    const total = given[name]
    if (total === undefined)
      throw new AnalysisRefusal('unpopulated-category', `The totals do not have "${name}", which the formula needs.`, {
        variable: categories[0]?.variable ?? name,
        ...(categories[0]?.category && { category: categories[0].category }),
      })
    return total
  })
  return {
    columns: columns.map((column) => ({
      ...column,
      values: column.values.map((value, i) => (survey.kept[i] ? value : 0)),
    })),
    totals,
  }
}
