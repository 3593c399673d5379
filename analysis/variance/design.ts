import { AnalysisRefusal, checkLength } from '../refusal.ts'
import { cellsOf } from '../weighting/cells.ts'
import { type Stage, stageOf } from './stage.ts'
import { denseCodes, sortedBy } from './sort.ts'

/**
 * What to do with a stratum of one unit, whose variance cannot be estimated from itself:
 * `collapse` joins it with its neighbour (the default), `centre` compares it with the mean of all units,
 * `average` gives it the mean variance of the other strata, `ignore` counts it as certain, `refuse` stops.
 */
export type LonelyRule = 'collapse' | 'centre' | 'average' | 'ignore' | 'refuse'

export type DesignInput = {
  rows: number
  /** Stratum of each row: any codes ≥ 0. None: one stratum. */
  strata?: Int32Array
  /** Unit of each row, by stage, from the first: any codes ≥ 0, which may repeat across strata. None: rows are the units. */
  clusters?: readonly Int32Array[]
  /** Units in the population, by stage and row, for the finite population correction. None: with replacement. */
  populationUnits?: readonly Float64Array[]
  lonely?: LonelyRule
  /** Which strata may be joined (the same mode and borough, say): one code per row. None: any. */
  collapseWithin?: Int32Array
  strataLabels?: readonly string[]
}

/** How the sample was drawn, prepared for the variance. */
export type SurveyDesign = {
  rows: number
  /** All rows, sorted by stratum and units, so that every unit is one run of rows. */
  order: Int32Array
  stages: Stage[]
}

/** Whether every row is a unit of its own, in a single stage. */
export const hasPersonsAsUnits = ({ rows, stages }: SurveyDesign): boolean =>
  stages.length === 1 && stages[0]!.stratumOfUnit.length === rows

/**
 * Prepares strata, units and finite population corrections. Without arguments other than `rows`: independent persons.
 *
 * The second and later stages count only where the population sizes of all stages before are known.
 *
 * @throws AnalysisRefusal for arrays of another length, population sizes below the sample's, and lonely units under `refuse`
 */
export function surveyDesign(input: DesignInput): SurveyDesign {
  const { rows, clusters = [], populationUnits = [], lonely = 'collapse' } = input
  if (rows === 0) throw new AnalysisRefusal('no-rows', 'The design has no rows.')
  checkColumns(input)
  const given = input.strata ?? new Int32Array(rows)
  const strata = lonely === 'collapse' ? joinLonely(given, clusters[0], input.collapseWithin) : given
  // In joined strata two units may bear the same code and must stay two.
  const units = clusters.map((column, s) => (s === 0 && strata !== given ? crossed(given, column) : column))
  const ids = units.map((column) => denseCodes(column))
  const order = sortedBy([denseCodes(strata), ...ids], rows)

  const stages: Stage[] = []
  let parents = strata
  // The share of the population's units that later stages stand for; nothing once a stage is drawn with replacement.
  let fraction: Float64Array | undefined = new Float64Array(rows).fill(1)
  for (let s = 0; s < Math.max(1, clusters.length) && fraction; s++) {
    const stage = stageOf({
      order,
      parents,
      units: units[s],
      populationUnits: populationUnits[s],
      fraction,
      // Within a unit there is no neighbour to join, and what one subunit adds is small beside the first stage.
      lonely: lonely === 'collapse' && s > 0 ? 'ignore' : lonely,
      ...(input.strataLabels && s === 0 && { labels: input.strataLabels }),
    })
    stages.push(stage)
    parents = stage.unitOfRow
    fraction = stage.fraction
  }
  return { rows, order, stages }
}

function checkColumns({ rows, strata, collapseWithin, clusters = [], populationUnits = [] }: DesignInput): void {
  const codes = {
    strata,
    collapseWithin,
    ...Object.fromEntries(clusters.map((column, s) => [`units of stage ${s + 1}`, column])),
  }
  for (const [variable, column] of Object.entries(codes)) {
    if (!column) continue
    checkLength(variable, column.length, rows)
    const row = column.findIndex((code) => code < 0)
    if (row >= 0)
      throw new AnalysisRefusal('missing-value', `"${variable}" is missing in row ${row}.`, { variable, row })
  }
  populationUnits.forEach((column, s) => checkLength(`population units of stage ${s + 1}`, column.length, rows))
}

/** Gives each stratum of one unit the code of the next stratum (the previous one for the last) of the same group. */
function joinLonely(strata: Int32Array, units: Int32Array | undefined, groups?: Int32Array): Int32Array {
  const found = new Map<number, { code: number; group: number; units: Set<number> }>()
  for (let row = 0; row < strata.length; row++) {
    const code = strata[row]!
    let stratum = found.get(code)
    if (!stratum) found.set(code, (stratum = { code, group: groups?.[row] ?? 0, units: new Set() }))
    // Two units settle the question, so large strata stay cheap.
    if (stratum.units.size < 2) stratum.units.add(units ? units[row]! : row)
  }
  const sorted = [...found.values()].sort((a, b) => a.group - b.group || a.code - b.code)
  const joined = new Map<number, number>()
  const target = (code: number): number => (joined.has(code) ? target(joined.get(code)!) : code)
  sorted.forEach(({ code, group, units }, i) => {
    if (units.size > 1) return
    const next = sorted[i + 1]
    const neighbour = next?.group === group ? next : sorted[i - 1]
    if (neighbour?.group !== group)
      throw new AnalysisRefusal('lonely-unit', `Stratum ${code} has one unit and no other stratum to join.`, {
        category: String(code),
      })
    if (target(neighbour.code) !== code) joined.set(code, neighbour.code)
  })
  return joined.size === 0 ? strata : strata.map((code) => target(code))
}

/** One code for each pair of codes. */
function crossed(left: Int32Array, right: Int32Array): Int32Array {
  const [a, b] = [denseCodes(left), denseCodes(right)]
  return cellsOf([a.codes, b.codes], [a.size, b.size], left.length).cellOfRow
}
