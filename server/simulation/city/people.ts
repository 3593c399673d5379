import { at } from '#server/simulation/at.ts'
import { normal, type Random, randomFrom, softmax } from '#server/simulation/random.ts'
import { wholeNumbers } from '#server/simulation/whole-numbers.ts'
import type { Mesh } from './mesh.ts'
import { noiseFrom } from './noise.ts'
import type { Precincts } from './precincts.ts'

/** One count of the margins file, in the words of its header. */
export type MarginRow = {
  readonly area: string
  readonly universe: string
  readonly dimension: string
  readonly category: string
  readonly count: number
}

/** Every category with its usual share of a city's people, and how strongly it gathers in some neighborhoods. */
const ages = { '18-24': 10.5, '25-34': 21.5, '35-44': 17.5, '45-54': 16, '55-64': 15, '65-74': 11.5, '75+': 8 }
const sexes = { female: 52, male: 48 }
const races = { hispanic: 27, white_nh: 33, black_nh: 21, asian_nh: 14, other_nh: 5 }
const educations = { ba_plus: 38, below_ba: 62 }

/** How many people live in each precinct and who they are. Every dimension adds up to its universe's total exactly. */
export function countPeople(mesh: Mesh, { ofCell, list, density }: Precincts, seed: string): MarginRow[] {
  const cellArea = areaOfCell(mesh)
  const adultsOf = new Float64Array(list.length)
  const middles = list.map(() => ({ x: 0, y: 0, cells: 0 }))
  for (const [cell, precinct] of ofCell.entries()) {
    const middle = middles[precinct]
    if (!middle) continue
    const { x, y } = at(mesh.cells, cell)
    adultsOf[precinct] = (adultsOf[precinct] ?? 0) + (density[cell] ?? 0) * cellArea
    middle.x += x
    middle.y += y
    middle.cells += 1
  }
  const fields = Object.fromEntries(
    Object.keys({ ...ages, ...races, ...educations, children: 0 }).map((category) => [
      category,
      noiseFrom(`${seed} people ${category}`, 8, 2),
    ]),
  )
  return list.flatMap(({ id }, precinct) => {
    const { x, y, cells } = middles[precinct] ?? { x: 0, y: 0, cells: 1 }
    const field = (category: string) => fields[category]?.(x / cells, y / cells) ?? 0
    return rowsOf(id, Math.round(adultsOf[precinct] ?? 0), field, randomFrom(seed, 'people', id))
  })
}

/** One precinct's rows: neighbors resemble each other through `field`, and each differs a little of its own. */
function rowsOf(area: string, adults: number, field: (category: string) => number, random: Random): MarginRow[] {
  const shares = (usual: Readonly<Record<string, number>>, together: number) =>
    softmax(
      Object.entries(usual).map(
        ([category, share]) => Math.log(share) + together * (field(category) + 0.25 * normal(random)),
      ),
    )
  const split = (total: number, usual: Readonly<Record<string, number>>, together: number) => {
    const counts = wholeNumbers(total, shares(usual, together))
    return Object.keys(usual).map((category, i) => ({ category, count: counts[i] ?? 0 }))
  }
  const byAge = split(adults, ages, 0.35)
  const everyone = Math.round(adults * (1.26 + 0.1 * field('children')))
  const from25 = adults - (byAge[0]?.count ?? 0)
  const rows = (universe: string, dimension: string, counts: readonly { category: string; count: number }[]) =>
    counts.map(({ category, count }) => ({ area, universe, dimension, category, count }))
  const total = (universe: string, count: number) => rows(universe, 'total', [{ category: 'all', count }])
  return [
    ...total('all_ages', everyone),
    ...total('adults_18plus', adults),
    ...total('adults_25plus', from25),
    ...total('households', Math.round(adults / 1.9)),
    ...rows('all_ages', 'sex', split(everyone, sexes, 0.05)),
    ...rows('adults_18plus', 'age', byAge),
    ...rows('all_ages', 'race_eth', split(everyone, races, 1.6)),
    ...rows('adults_25plus', 'education', split(from25, educations, 0.7)),
  ]
}

function areaOfCell({ cells, corners }: Mesh): number {
  const ring = at(cells, 0).corners.map((corner) => at(corners, corner))
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = at(ring, (i + 1) % ring.length)
    return sum + x * nextY - nextX * y
  }, 0)
  return twice / 2
}
