import { type Categories, type Margin, MISSING, NOT_IN_UNIVERSE, sumOf } from '#analysis/weighting/margin.ts'
import type { Study } from '#instruments/engine/study.ts'
import { cannotWeigh } from '#server/problems.ts'
import type { Area } from '#server/store/areas.ts'
import type { PopulationMargin } from '../population.ts'

type Within = NonNullable<Study['weighting']['within']>[number]

/**
 * A margin for every area, or parent of areas, that has answers enough for two categories: there it is met among the
 * people of that place. Thin cells merge within the place. What is met in the city stays so among the other places, taken
 * together: to ask for both in the same places would contradict itself by the few who did not tell.
 *
 * @param margin   as it is met in the whole city
 * @param isOfCity whether the study meets it in the city too
 * @param rows     the area of each row
 * @throws Problem cannot-weigh when the margins do not count it by area
 */
export function marginsWithin(
  { margin: id, per, interviews }: Within,
  { margin, people, isOfCity }: { margin: Margin; people: PopulationMargin; isOfCity: boolean },
  areas: readonly Area[],
  rows: Categories,
): Margin[] {
  const placeOf = areas.map((area) => (per === 'area' ? area.id : area.parent))
  const parts = [...new Set(placeOf)].map((place) => partOf(margin, people, rows, { place, placeOf }))
  if (parts.every(({ targets }) => sumOf(targets) === 0))
    throw cannotWeigh({
      reason: `The margins do not count "${id}" by area, so that it cannot be met there.`,
      variable: id,
    })
  const isThick = ({ place, targets, told }: Part) => place !== null && sumOf(targets) > 0 && told >= 2 * interviews
  const within = parts.filter(isThick).map(({ place, codes, targets }): Margin => {
    const collapse = margin.collapse && { ...margin.collapse, minRespondents: interviews, minShare: 0 }
    const name = place ?? ''
    return { ...margin, variable: `${id} in ${name}`, area: name, codes, targets, ...(collapse && { collapse }) }
  })
  if (!isOfCity) return within
  if (within.length === 0) return [margin]
  const others = new Set(parts.filter((part) => !isThick(part)).map(({ place }) => place))
  const rest = partOf(margin, people, rows, {
    place: elsewhere,
    placeOf: placeOf.map((place) => (others.has(place) ? elsewhere : place)),
  })
  const { minRespondents = 0 } = margin.collapse ?? {}
  if (sumOf(rest.targets) === 0 || rest.told < 2 * minRespondents) return within
  return [{ ...margin, variable: `${id} elsewhere`, codes: rest.codes, targets: rest.targets }, ...within]
}

/** No area is called so: an id is never empty. */
const elsewhere = ''

type Part = { place: string | null; targets: Float64Array; codes: Int32Array; told: number }

/** Rows elsewhere are not in the place's universe; those of a category that nobody there is counted in have not told. */
function partOf(
  margin: Margin,
  people: PopulationMargin,
  rows: Categories,
  { place, placeOf }: { place: string | null; placeOf: readonly (string | null)[] },
): Part {
  const targets = new Float64Array(margin.labels.length)
  people.byArea.forEach((counts, a) => {
    if (placeOf[a] === place) counts.forEach((count, c) => (targets[c] = (targets[c] ?? 0) + count))
  })
  const codes = margin.codes.map((code, row) => {
    const area = rows.codes[row] ?? -1
    if (area < 0 || placeOf[area] !== place) return NOT_IN_UNIVERSE
    return targets[code] === 0 ? MISSING : code
  })
  return { place, targets, codes, told: codes.reduce((n, code) => n + Number(code >= 0), 0) }
}
