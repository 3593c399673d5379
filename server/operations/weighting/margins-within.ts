import { type Categories, type Margin, MISSING, NOT_IN_UNIVERSE, sumOf } from '#analysis/weighting/margin.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Frame } from '../weighting-inputs.ts'

type Within = NonNullable<Study['weighting']['within']>[number]

/**
 * A margin once more for every area, or parent of areas, that has answers enough for two categories: there it is met among
 * the people of that place. Thin cells merge within the place; respondents elsewhere are
 * not in its universe, and those of a category that nobody there is counted in are as if they had not told.
 *
 * @param shares  the margins as they are met in the whole city
 */
export function marginsWithin(
  { margin: id, per, interviews }: Within,
  shares: readonly Margin[],
  { areas, population }: Pick<Frame, 'areas' | 'population'>,
  rows: Categories,
): Margin[] {
  const margin = shares.find(({ variable }) => variable === id)
  const people = population.margins.find((one) => one.id === id)
  if (!margin || !people) throw new Error(`No margin "${id}" was read`)
  const placeOf = areas.map((area) => (per === 'area' ? area.id : area.parent))
  const places = [...new Set(placeOf)].flatMap((place) => place ?? [])
  return places.flatMap((place) => {
    const targets = new Float64Array(margin.labels.length)
    areas.forEach((_area, a) => {
      if (placeOf[a] === place) people.byArea[a]?.forEach((count, c) => (targets[c] = (targets[c] ?? 0) + count))
    })
    const codes = margin.codes.map((code, row) => {
      if (placeOf[rows.codes[row] ?? -1] !== place) return NOT_IN_UNIVERSE
      return targets[code] === 0 ? MISSING : code
    })
    const told = codes.reduce((n, code) => n + Number(code >= 0), 0)
    if (sumOf(targets) === 0 || told < 2 * interviews) return []
    const collapse = margin.collapse && { ...margin.collapse, minRespondents: interviews, minShare: 0 }
    return [{ ...margin, variable: `${id} in ${place}`, area: place, codes, targets, ...(collapse && { collapse }) }]
  })
}
