import { AnalysisRefusal } from '../refusal.ts'
import { type LonelyRule, surveyDesign } from '../variance/design.ts'
import { makeReplicates } from '../variance/replicates.ts'
import { checkBaseWeights } from '../weigh-sample.ts'
import type { Categories } from '../weighting/margin.ts'
import type { StepOf } from './recipe.ts'
import { rankOf, type Survey } from './survey.ts'
import { categoriesOf, codeOf, crossed, numbersOf, type Table } from './table.ts'

const lonelyRules: Record<StepOf<'design'>['lonely_psu'], LonelyRule> = {
  fail: 'refuse',
  remove: 'ignore',
  certainty: 'ignore',
  adjust: 'centre',
  average: 'average',
  collapse: 'collapse',
}

/**
 * The design of a sample.
 *
 * @throws AnalysisRefusal for bad weights, missing strata or units, units that lie in several strata (unless `nest`),
 *         population sizes below the sample's, and lonely units with `fail`
 */
export function designed(table: Table, step: StepOf<'design'>): Survey {
  const { strata, units, clusters } = unitsOf(table, step)
  const sizes = populationSizes(table, step.fpc, [strata, ...clusters], units)
  const weights = baseWeights(table, step.weights, sizes)
  if (step.strata.length > 0 && !step.nest) refuseCrossing(strata, clusters[0], table, step)
  const design = surveyDesign({
    rows: table.rows,
    strata: strata.codes,
    clusters: clusters.map(({ codes }) => codes),
    populationUnits: sizes.map(({ population }) => population),
    lonely: lonelyRules[step.lonely_psu],
    strataLabels: strata.labels,
  })
  const kept = Uint8Array.from(weights, (weight) => (weight > 0 ? 1 : 0))
  return { table, weights, kept, spread: { kind: 'design', design, strata: strata.codes, units, calibrations: [] } }
}

/** Strata, and first-stage units told apart across strata. */
function unitsOf(table: Table, { strata: names, clusters: given }: Pick<StepOf<'design'>, 'strata' | 'clusters'>) {
  if (names.length > 1)
    throw new AnalysisRefusal(
      'bad-option',
      'Strata of the second stage are not supported: name one variable in "strata".',
    )
  const everyone: Categories = { variable: 'strata', labels: ['all'], codes: new Int32Array(table.rows) }
  const strata = names[0] ? complete(categoriesOf(table, names[0])) : everyone
  const clusters = given.filter((name) => name !== '1').map((name) => complete(categoriesOf(table, name)))
  const units = clusters[0]
    ? crossed([clusters[0], strata]).codes
    : Int32Array.from({ length: table.rows }, (_, row) => row)
  return { strata, units, clusters }
}

function complete(categories: Categories): Categories {
  const row = categories.codes.findIndex((code) => code < 0)
  if (row >= 0)
    throw new AnalysisRefusal('missing-value', `"${categories.variable}" is missing in row ${row}.`, {
      variable: categories.variable,
      row,
    })
  return categories
}

function refuseCrossing(
  strata: Categories,
  clusters: Categories | undefined,
  table: Table,
  step: StepOf<'design'>,
): void {
  if (!clusters) return
  const home = new Map<number, number>()
  for (let row = 0; row < table.rows; row++) {
    const [unit, stratum] = [clusters.codes[row]!, strata.codes[row]!]
    if ((home.get(unit) ?? stratum) !== stratum)
      throw new AnalysisRefusal(
        'clusters-not-nested',
        `"${clusters.variable}" = "${clusters.labels[unit]}" lies in several strata of "${strata.variable}". If these are different units that share a code, say "nest": true.`,
        { variable: step.clusters[0] ?? '', category: clusters.labels[unit] ?? '' },
      )
    home.set(unit, stratum)
  }
}

type Sizes = { population: Float64Array; drawn: Float64Array }

/** Population sizes by stage; given as sampling fractions when none is above 1. */
function populationSizes(
  table: Table,
  fpc: readonly string[],
  levels: readonly Categories[],
  firstUnits: Int32Array,
): Sizes[] {
  const columns = fpc.map((name) => {
    const values = numbersOf(table, name)
    const row = values.findIndex((value) => !(value > 0))
    if (row >= 0)
      throw new AnalysisRefusal('bad-population-size', `"${name}" is ${values[row]} in row ${row}.`, {
        variable: name,
        row,
      })
    return values
  })
  const fractions =
    columns.length > 0 &&
    columns.every((values) => values.every((value) => value <= 1)) &&
    columns.some((values) => values.some((value) => value < 1))
  if (!fractions)
    columns.forEach((values, s) => {
      const row = values.findIndex((value) => value < 1)
      if (row >= 0)
        throw new AnalysisRefusal(
          'bad-population-size',
          `"${fpc[s]}" mixes sizes and fractions (${values[row]} in row ${row}).`,
          { variable: fpc[s] ?? '', row },
        )
    })
  return columns.map((values, s) => {
    const parent = s === 0 ? levels[0]!.codes : crossed(levels.slice(0, s + 1)).codes
    const unit =
      s === 0 ? firstUnits : levels[s + 1] ? crossed(levels.slice(0, s + 2)).codes : firstUnits.map((_, row) => row)
    const members = new Map<number, Set<number>>()
    parent.forEach((code, row) => members.set(code, (members.get(code) ?? new Set<number>()).add(unit[row]!)))
    const drawn = Float64Array.from(parent, (code) => members.get(code)!.size)
    const population = fractions ? values.map((value, row) => drawn[row]! / value) : values
    const row = population.findIndex((size, i) => size < drawn[i]! * (1 - 1e-9))
    if (row >= 0)
      throw new AnalysisRefusal(
        'bad-population-size',
        `"${fpc[s]}" says ${population[row]} units in row ${row}, and the sample has ${drawn[row]} of them.`,
        { variable: fpc[s] ?? '', row },
      )
    return { population, drawn }
  })
}

function baseWeights(table: Table, name: string | null | undefined, sizes: readonly Sizes[]): Float64Array {
  if (!name)
    return Float64Array.from({ length: table.rows }, (_, row) =>
      sizes.reduce((weight, { population, drawn }) => (weight * population[row]!) / drawn[row]!, 1),
    )
  const weights = numbersOf(table, name)
  checkBaseWeights(weights, name)
  return weights
}

/**
 * Replicate weights, from a file or made here.
 *
 * @param before  the design that was given before, if any: its weights, strata and units are used where the step has none
 */
export function replicated(
  table: Table,
  step: StepOf<'replicate_design'>,
  files: ReadonlyMap<string, Table>,
  before: Survey | undefined,
): Survey {
  const weights = !step.weights && before ? before.weights : baseWeights(table, step.weights, [])
  const kept = before?.kept ?? Uint8Array.from(weights, (weight) => (weight > 0 ? 1 : 0))
  if (!step.replicate_file) {
    const own = unitsOf(table, step)
    const design =
      before?.spread.kind === 'design' && step.strata.length + step.clusters.length === 0 ? before.spread : undefined
    const [strata, units] = design ? [design.strata, design.units] : [own.strata.codes, own.units]
    const kind = step.type ?? (new Set(strata).size > 1 ? 'JKn' : 'JK1')
    const made = makeReplicates(kind, strata, units, { seed: step.seed, count: step.replicates })
    const degrees = new Set(units).size - new Set(strata).size
    return {
      table,
      weights,
      kept,
      spread: {
        kind: 'replicates',
        degrees,
        ...made,
        mse: step.mse ?? made.mse,
        weights: made.weights.map((column) => column.map((factor, row) => factor * weights[row]!)),
      },
    }
  }
  const file = files.get(step.replicate_file)
  if (!file || file.rows !== table.rows)
    throw new AnalysisRefusal(
      'length-differs',
      `"${step.replicate_file}" has ${file?.rows ?? 0} rows and the data ${table.rows}.`,
    )
  const columns = [...file.columns.keys()].map((name) => numbersOf(file, name))
  for (const [c, column] of columns.entries()) {
    const row = column.findIndex((value) => !(value >= 0 && value < Infinity))
    if (row >= 0)
      throw new AnalysisRefusal('bad-weight', `Replicate ${c + 1} is ${column[row]} in row ${row}.`, {
        variable: [...file.columns.keys()][c] ?? '',
        row,
      })
  }
  const combined = !step.kind.startsWith('multiplier')
  const rscales =
    typeof step.rscales === 'number'
      ? columns.map(() => step.rscales as number)
      : (step.rscales ?? columns.map(() => 1)) // a number, by the line itself
  if (rscales.length !== columns.length)
    throw new AnalysisRefusal('length-differs', `There are ${columns.length} replicates and ${rscales.length} rscales.`)
  const replicates = combined ? columns : columns.map((column) => column.map((factor, row) => factor * weights[row]!))
  return {
    table,
    weights,
    kept,
    spread: {
      kind: 'replicates',
      degrees: rankOf(replicates) - 1,
      weights: replicates,
      scale: step.scale ?? 1 / columns.length,
      rscales: Float64Array.from(rscales),
      mse: step.mse ?? true,
    },
  }
}

/** The code of a category that a recipe names. @throws AnalysisRefusal when the data do not have it */
export function requireCode(table: Table, categories: Categories, value: string | number): number {
  const code = codeOf(table, categories, value)
  if (code < 0)
    throw new AnalysisRefusal('unknown-code', `"${categories.variable}" is nowhere "${value}".`, {
      variable: categories.variable,
      category: String(value),
    })
  return code
}
