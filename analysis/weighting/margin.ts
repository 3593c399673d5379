import { AnalysisRefusal, checkLength } from '../refusal.ts'
import type { CollapseRule } from './collapse.ts'

/** The row has a category but did not tell it. */
export const MISSING = -1
/** The row is not among those whom the margin counts (an 18-year-old in a margin of education from 25). */
export const NOT_IN_UNIVERSE = -2

/** A categorical variable: one code per row, an index into `labels`, or `MISSING`, or `NOT_IN_UNIVERSE`. */
export type Categories = { variable: string; labels: readonly string[]; codes: Int32Array }

/**
 * What is known of the population by one variable.
 *
 * `counts` are people and set the level of the weights: all such margins must have the same total, and they count the
 * whole population. Of `shares` only the proportions matter (any positive scale), within the margin's own universe.
 * Rows that are missing or not in the universe keep what the other margins give them.
 */
export type Margin = Categories & {
  targets: Float64Array
  targetsAre: 'counts' | 'shares'
  /** The area whose people it counts, for margins within an area: rows elsewhere are not in its universe. */
  area?: string
  /** How a category with too few respondents may be merged. Without a rule nothing is merged. */
  collapse?: CollapseRule
}

/**
 * The margin of area totals.
 *
 * @param populations  people per area, in the order of `areas.labels`; 0 = unpopulated
 * @param groups       the parent of each area: an area without any respondent then joins the one with the fewest
 *                     respondents in its group. Without groups such an area is refused.
 */
export function areaMargin(areas: Categories, populations: Float64Array, groups?: readonly string[]): Margin {
  const margin: Margin = { ...areas, targets: populations, targetsAre: 'counts' }
  return groups ? { ...margin, collapse: { by: 'group', groups, minRespondents: 1, minShare: 0 } } : margin
}

/** @throws AnalysisRefusal when codes have another length than the sample, or name a category that does not exist */
export function checkCategories({ variable, labels, codes }: Categories, rows: number): void {
  checkLength(variable, codes.length, rows)
  for (let row = 0; row < rows; row++) {
    const code = codes[row]! // in range by the loop
    if (code >= labels.length || code < NOT_IN_UNIVERSE)
      throw new AnalysisRefusal('unknown-code', `"${variable}" has no category ${code} (row ${row}).`, {
        variable,
        category: String(code),
        row,
      })
  }
}

/** @throws AnalysisRefusal when a margin cannot be used whatever the sample says: bad codes, bad targets, a wrong universe */
export function checkMargin(margin: Margin, rows: number): void {
  const { variable, labels, targets, targetsAre, codes } = margin
  if (targets.length !== labels.length)
    throw new AnalysisRefusal(
      'length-differs',
      `"${variable}" has ${targets.length} targets for ${labels.length} categories.`,
      { variable },
    )
  if (new Set(labels).size !== labels.length)
    throw new AnalysisRefusal('duplicate-category', `"${variable}" names a category twice.`, { variable })
  targets.forEach((target, c) => {
    if (!(target >= 0 && target < Infinity))
      throw new AnalysisRefusal('bad-target', `The target of "${variable}" = "${labels[c]}" is ${target}.`, {
        variable,
        category: labels[c] ?? '',
      })
  })
  if (!(sumOf(targets) > 0))
    throw new AnalysisRefusal('bad-target', `The targets of "${variable}" are all zero.`, { variable })
  checkCategories(margin, rows)
  if (targetsAre === 'counts' && codes.includes(NOT_IN_UNIVERSE))
    throw new AnalysisRefusal(
      'universe-needs-shares',
      `"${variable}" counts only part of the population: give its targets as shares.`,
      { variable },
    )
}

/**
 * The population that the margins speak of: the common total of those given as counts, or `otherwise` if there is none.
 *
 * @throws AnalysisRefusal when two totals differ by more than 1e-6 of themselves; the later margin is named
 */
export function populationOf(margins: readonly Margin[], otherwise: number): number {
  const counts = margins.filter(({ targetsAre }) => targetsAre === 'counts')
  const first = counts[0]
  if (!first) return otherwise
  const population = sumOf(first.targets)
  for (const { variable, targets } of counts) {
    const total = sumOf(targets)
    if (Math.abs(total - population) > 1e-6 * population)
      throw new AnalysisRefusal(
        'totals-disagree',
        `"${variable}" counts ${total} people and "${first.variable}" ${population}: correct one of them, or give it as shares.`,
        { variable },
      )
  }
  return population
}

/** Sum of an array. */
export const sumOf = (values: Float64Array): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
