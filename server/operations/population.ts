import type { Demographic, Study } from '#instruments/engine/study.ts'
import { cannotWeigh } from '#server/problems.ts'
import type { Area } from '#server/store/areas.ts'
import type { MarginCount } from '#server/store/margins.ts'
import { cityCount } from './margin-report.ts'

/** What the margins say of a study's population. */
export type Population = {
  /** People of the study's universe. */
  readonly total: number
  /** The same by area, in the order of the layer's areas; 0 where nobody is counted. */
  readonly byArea: Float64Array
  /** The margins to meet in the city, in the order of the study's recipe, then those that are met in places only. */
  readonly margins: readonly PopulationMargin[]
}

export type PopulationMargin = {
  readonly id: string
  /** One demographic, or those that are crossed. */
  readonly demographics: readonly Demographic[]
  readonly categories: readonly string[]
  /** People of each category, within the margin's own universe: in the whole city … */
  readonly counts: Float64Array
  /** … and in each area, in the order of the layer's areas; 0 where nobody is counted. */
  readonly byArea: readonly Float64Array[]
}

/** What a category of a margin is called; those of a crossing in the order of its demographics. */
export function categoryName(parts: readonly string[]): string {
  return parts.join(' × ')
}

/**
 * Picks what a study's weighting needs from the margins of its layer.
 *
 * @throws Problem cannot-weigh naming the variable and the category that the margins and the study do not share
 */
export function populationOf(study: Study, areas: readonly Area[], counts: readonly MarginCount[]): Population {
  const totals = counts.filter(({ universe, dimension }) => universe === study.universe && dimension === 'total')
  const countOf = new Map<string | null, number>()
  for (const { area, count } of totals) countOf.set(area, (countOf.get(area) ?? 0) + count)
  const byArea = Float64Array.from(areas, ({ id }) => countOf.get(id) ?? 0)
  const inAreas = byArea.reduce((sum, people) => sum + people, 0)
  const total = study.weighting.areaTotals ? inAreas : (countOf.get(null) ?? inAreas)
  if (total === 0)
    throw cannotWeigh({
      reason: `The margins have no "total" of ${study.universe} by area, which sets the level of the weights. They have: ${namesOf(counts)}.`,
      variable: 'area',
    })
  const { margins, within = [] } = study.weighting
  const ids = [...new Set([...margins, ...within.map(({ margin }) => margin)])]
  return { total, byArea, margins: ids.map((id) => marginOf(study, id, areas, counts)) }
}

function marginOf(study: Study, id: string, areas: readonly Area[], counts: readonly MarginCount[]): PopulationMargin {
  const { demographics, margin } = definitionOf(study, id)
  const { dimension, universe } = margin
  const rows = counts
    .filter((row) => row.dimension === dimension && row.universe === universe)
    .map((row) => ({ ...row, category: demographics.length > 1 ? crossed(row.category) : row.category }))
  if (rows.length === 0)
    throw cannotWeigh({
      reason: `The margins do not count ${dimension} of ${universe}, by which the study weighs "${id}". They have: ${namesOf(counts)}.`,
      variable: id,
    })
  const byCategory = Map.groupBy(rows, ({ category }) => category)
  const inCity = new Map([...byCategory].map(([name, own]) => [name, cityCount(own)]))
  const categories = combined(demographics).map(categoryName)
  const uncounted = categories.find((category) => !inCity.has(category))
  if (uncounted !== undefined)
    throw cannotWeigh({
      reason: `The margins do not count "${uncounted}" of "${id}". Their categories are: ${[...inCity.keys()].join(', ')}. Correct study.json or the margins.`,
      variable: id,
      category: uncounted,
    })
  const unasked = [...inCity].find(([category, people]) => people > 0 && !categories.includes(category))
  if (unasked)
    throw cannotWeigh({
      reason: `The margins count ${unasked[1]} people in "${unasked[0]}" of "${id}", but no answer leads there. Say in study.json which answers do.`,
      variable: id,
      category: unasked[0],
    })
  const countIn = new Map(rows.map(({ area, category, count }) => [JSON.stringify([area, category]), count]))
  return {
    id,
    demographics,
    categories,
    counts: Float64Array.from(categories, (category) => inCity.get(category) ?? 0),
    byArea: areas.map((area) =>
      Float64Array.from(categories, (category) => countIn.get(JSON.stringify([area.id, category])) ?? 0),
    ),
  }
}

function definitionOf({ demographics, weighting }: Study, id: string) {
  const named = (one: string) => {
    const demographic = demographics.find((known) => known.id === one)
    if (demographic) return demographic
    throw cannotWeigh({ reason: `The study weighs by "${one}", which is none of its demographics.`, variable: one })
  }
  const crossing = weighting.crossings?.find((one) => one.id === id)
  if (crossing) return { demographics: crossing.demographics.map(named), margin: crossing.margin }
  const demographic = named(id)
  return { demographics: [demographic], margin: demographic.margin }
}

/** A crossed category as we write it; margins files part its words by ×, | or :. */
function crossed(category: string): string {
  return categoryName(category.split(/\s*[×|:]\s*/))
}

/** Every combination of the categories of some demographics; the last one changes fastest. */
function combined(demographics: readonly Demographic[]): string[][] {
  return demographics.reduce<string[][]>(
    (before, { categories }) => before.flatMap((parts) => Object.keys(categories).map((name) => [...parts, name])),
    [[]],
  )
}

function namesOf(counts: readonly MarginCount[]): string {
  return [...new Set(counts.map(({ universe, dimension }) => `${dimension} of ${universe}`))].join(', ')
}
