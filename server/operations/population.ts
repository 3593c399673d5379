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
  /** The margins to rake to, in the order of the study's recipe. */
  readonly margins: readonly PopulationMargin[]
}

export type PopulationMargin = {
  readonly demographic: Demographic
  readonly categories: readonly string[]
  /** People of each category in the whole city, within the margin's own universe. */
  readonly counts: Float64Array
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
  return { total, byArea, margins: study.weighting.margins.map((id) => marginOf(study, id, counts)) }
}

function marginOf(study: Study, id: string, counts: readonly MarginCount[]): PopulationMargin {
  const demographic = study.demographics.find((one) => one.id === id)
  if (!demographic)
    throw cannotWeigh({ reason: `The study weighs by "${id}", which is none of its demographics.`, variable: id })
  const { dimension, universe } = demographic.margin
  const rows = counts.filter((row) => row.dimension === dimension && row.universe === universe)
  if (rows.length === 0)
    throw cannotWeigh({
      reason: `The margins do not count ${dimension} of ${universe}, by which the study weighs "${id}". They have: ${namesOf(counts)}.`,
      variable: id,
    })
  const inCity = new Map(
    [...Map.groupBy(rows, ({ category }) => category)].map(([name, own]) => [name, cityCount(own)]),
  )
  const categories = Object.keys(demographic.categories)
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
  return { demographic, categories, counts: Float64Array.from(categories, (category) => inCity.get(category) ?? 0) }
}

function namesOf(counts: readonly MarginCount[]): string {
  return [...new Set(counts.map(({ universe, dimension }) => `${dimension} of ${universe}`))].join(', ')
}
