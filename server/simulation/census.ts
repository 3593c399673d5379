import type { Demographic, Study } from '#instruments/engine/study.ts'
import { at } from './at.ts'

/** Counts as the margins hold them; no area means the whole city. */
export type Counts = readonly {
  readonly area: string | null
  readonly universe: string
  readonly dimension: string
  readonly category: string
  readonly count: number
}[]

/** A demographic by which the simulated people differ. */
export type Dimension = {
  readonly demographic: Demographic
  readonly categories: readonly string[]
  /** Categories of the whole city, as shares of those whom the margin counts: what weighting aims at. */
  readonly shares: readonly number[]
}

/**
 * Everyone in the simulated city, as a table of cells: one per area and combination of categories. Nobody is drawn
 * here, so that what is true of these people can be summed instead of estimated.
 */
export type Census = {
  /** Areas with people, in the order of the layer. */
  readonly areas: readonly string[]
  readonly dimensions: readonly Dimension[]
  /** Combinations of categories; the cells of an area lie side by side in `people`. */
  readonly combinations: number
  /** People per cell: area by area, combination by combination. */
  readonly people: Float64Array
  /** The category of a combination in a dimension, by position. */
  readonly categoryOf: (combination: number, dimension: number) => number
}

/**
 * Spreads the adults of each area over the combinations of the study's demographics: in proportion to the area's own
 * shares (the city's where the area has none), then adjusted until each area has its adults and the city its shares.
 * Within an area the demographics are independent, since margins say nothing else.
 *
 * @param counts  margins of the study's layer
 * @throws RangeError where no area has a total in the study's universe
 */
export function censusOf(study: Study, areas: readonly string[], counts: Counts): Census {
  const adultsOf = (area: string) => countsOf(counts, area, study.universe, 'total').get('all') ?? 0
  const populated = areas.filter((area) => adultsOf(area) > 0)
  if (populated.length === 0) throw new RangeError(`The margins hold no total of ${study.universe} for any area`)
  const adults = Float64Array.from(populated, adultsOf)

  const dimensions = study.demographics.flatMap((demographic) => dimensionOf(demographic, counts) ?? [])
  const sizes = dimensions.map(({ categories }) => categories.length)
  const strides = sizes.map((_, k) => product(sizes.slice(k + 1)))
  const combinations = product(sizes)
  const categoryOf = (combination: number, dimension: number) =>
    Math.floor(combination / at(strides, dimension)) % at(sizes, dimension)

  const people = new Float64Array(populated.length * combinations)
  for (const [a, area] of populated.entries()) {
    const shares = dimensions.map((dimension) => areaShares(dimension, counts, area))
    for (let c = 0; c < combinations; c++)
      people[a * combinations + c] = at(adults, a) * product(shares.map((of, d) => at(of, categoryOf(c, d))))
  }
  const census = { areas: populated, dimensions, combinations, people, categoryOf }
  adjust(census, adults)
  return census
}

function dimensionOf(demographic: Demographic, counts: Counts): Dimension | undefined {
  const categories = Object.keys(demographic.categories)
  const { universe, dimension } = demographic.margin
  const city = countsOf(counts, null, universe, dimension)
  const inAll = city.size > 0 ? city : countsOf(counts, undefined, universe, dimension)
  const shares = sharesOf(categories.map((category) => inAll.get(category) ?? 0))
  return shares && { demographic, categories, shares }
}

function areaShares(
  { demographic: { margin }, categories, shares }: Dimension,
  counts: Counts,
  area: string,
): readonly number[] {
  const own = countsOf(counts, area, margin.universe, margin.dimension)
  return sharesOf(categories.map((category) => own.get(category) ?? 0)) ?? shares
}

/** Counts by category: of one area, of the city by itself (null), or of all areas together (undefined). */
function countsOf(
  counts: Counts,
  area: string | null | undefined,
  universe: string,
  dimension: string,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of counts)
    if (
      row.universe === universe &&
      row.dimension === dimension &&
      (area === undefined ? row.area !== null : row.area === area)
    )
      sums.set(row.category, (sums.get(row.category) ?? 0) + row.count)
  return sums
}

function sharesOf(counts: readonly number[]): number[] | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total > 0 ? counts.map((count) => count / total) : undefined
}

/** Raking (Deming & Stephan 1940) of the cells to the city's shares and the areas' adults, until nothing moves. */
function adjust(census: Census, adults: Float64Array): void {
  const { areas, dimensions, combinations, people, categoryOf } = census
  const counted = dimensions.map(({ demographic }) => insideUniverse(demographic, census))
  for (let sweep = 0, worst = 1; worst > 1e-12 && sweep < 500; sweep++) {
    worst = 0
    for (const [d, { shares }] of dimensions.entries()) {
      const inside = at(counted, d)
      const sums = shares.map(() => 0)
      for (const [cell, count] of people.entries()) {
        const category = categoryOf(cell % combinations, d)
        if (inside[cell % combinations]) sums[category] = at(sums, category) + count
      }
      const total = sums.reduce((sum, count) => sum + count, 0)
      const factors = sums.map((sum, category) => (sum > 0 ? (total * at(shares, category)) / sum : 1))
      for (const factor of factors) worst = Math.max(worst, Math.abs(factor - 1))
      for (const [cell, count] of people.entries())
        if (inside[cell % combinations]) people[cell] = count * at(factors, categoryOf(cell % combinations, d))
    }
    for (const a of areas.keys()) {
      const cells = people.subarray(a * combinations, (a + 1) * combinations)
      const factor = at(adults, a) / cells.reduce((sum, count) => sum + count, 0)
      worst = Math.max(worst, Math.abs(factor - 1))
      for (const [c, count] of cells.entries()) cells[c] = count * factor
    }
  }
}

/** Which combinations a margin counts: education, say, only those of 25 and over. */
function insideUniverse({ notInUniverse }: Demographic, { dimensions, combinations, categoryOf }: Census): Uint8Array {
  const decisive = dimensions.findIndex(({ demographic }) => demographic.question === notInUniverse?.question)
  const outside = dimensions[decisive]?.categories.map((category) =>
    dimensions[decisive]?.demographic.categories[category]?.every((code) => notInUniverse?.values.includes(code)),
  )
  return Uint8Array.from({ length: combinations }, (_, c) => (outside?.[categoryOf(c, decisive)] ? 0 : 1))
}

const product = (factors: readonly number[]) => factors.reduce((all, factor) => all * factor, 1)
