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
  const byArea = Map.groupBy(counts, ({ area }) => area)
  const adultsOf = (area: string) => countsOf(byArea.get(area), study.universe, 'total').get('all') ?? 0
  const populated = areas.filter((area) => adultsOf(area) > 0)
  if (populated.length === 0) throw new RangeError(`The margins hold no total of ${study.universe} for any area`)
  const adults = Float64Array.from(populated, adultsOf)

  const dimensions = study.demographics.flatMap((demographic) => dimensionOf(demographic, counts) ?? [])
  const sizes = dimensions.map(({ categories }) => categories.length)
  const strides = sizes.map((_, k) => product(sizes.slice(k + 1)))
  const combinations = product(sizes)
  const codes = sizes.map((size, d) =>
    Int32Array.from({ length: combinations }, (_, c) => Math.floor(c / at(strides, d)) % size),
  )
  const categoryOf = (combination: number, dimension: number) => at(at(codes, dimension), combination)

  const people = new Float64Array(populated.length * combinations)
  for (const [a, area] of populated.entries()) {
    const shares = dimensions.map((dimension) => areaShares(dimension, byArea.get(area)))
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
  const ofCity = counts.filter(({ area }) => area === null)
  const city = countsOf(ofCity, universe, dimension)
  const inAll = city.size > 0 ? city : countsOf(counts, universe, dimension)
  const shares = sharesOf(categories.map((category) => inAll.get(category) ?? 0))
  return shares && { demographic, categories, shares }
}

function areaShares(
  { demographic: { margin }, categories, shares }: Dimension,
  counts: Counts | undefined,
): readonly number[] {
  const own = countsOf(counts, margin.universe, margin.dimension)
  return sharesOf(categories.map((category) => own.get(category) ?? 0)) ?? shares
}

/** Counts by category, of all areas that the rows name together. */
function countsOf(counts: Counts | undefined, universe: string, dimension: string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of counts ?? [])
    if (row.universe === universe && row.dimension === dimension)
      sums.set(row.category, (sums.get(row.category) ?? 0) + row.count)
  return sums
}

function sharesOf(counts: readonly number[]): number[] | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total > 0 ? counts.map((count) => count / total) : undefined
}

/** Raking (Deming & Stephan 1940) of the cells to the city's shares and the areas' adults, until nothing moves. */
function adjust(census: Census, adults: Float64Array): void {
  const { areas, dimensions, combinations, people } = census
  const groups = dimensions.map(({ demographic }) => groupsOf(demographic, census))
  for (let sweep = 0, worst = 1; worst > 1e-12 && sweep < 500; sweep++) {
    worst = 0
    for (const [d, { shares }] of dimensions.entries()) {
      const sums = new Float64Array(shares.length)
      each(people, at(groups, d), (group, cell) => (sums[group] = at(sums, group) + at(people, cell)))
      const total = sums.reduce((sum, count) => sum + count, 0)
      const factors = sums.map((sum, group) => (sum > 0 ? (total * at(shares, group)) / sum : 1))
      each(people, at(groups, d), (group, cell) => (people[cell] = at(people, cell) * at(factors, group)))
      for (const factor of factors) worst = Math.max(worst, Math.abs(factor - 1))
    }
    for (const a of areas.keys()) {
      const cells = people.subarray(a * combinations, (a + 1) * combinations)
      const factor = at(adults, a) / cells.reduce((sum, count) => sum + count, 0)
      worst = Math.max(worst, Math.abs(factor - 1))
      for (const [c, count] of cells.entries()) cells[c] = count * factor
    }
  }
}

/** Every cell whose combination the margin counts, with its category. */
function each(people: Float64Array, groups: Int32Array, visit: (group: number, cell: number) => void): void {
  for (let cell = 0; cell < people.length; cell++) {
    const group = groups[cell % groups.length] ?? uncounted
    if (group !== uncounted) visit(group, cell)
  }
}

const uncounted = -1

/** The category of each combination; uncounted where the margin leaves people out: education, say, those under 25. */
function groupsOf({ id, notInUniverse }: Demographic, { dimensions, combinations, categoryOf }: Census): Int32Array {
  const own = dimensions.findIndex(({ demographic }) => demographic.id === id)
  const decisive = dimensions.findIndex(({ demographic }) => demographic.question === notInUniverse?.question)
  const outside = dimensions[decisive]?.categories.map((category) =>
    dimensions[decisive]?.demographic.categories[category]?.every((code) => notInUniverse?.values.includes(code)),
  )
  return Int32Array.from({ length: combinations }, (_, c) =>
    outside?.[categoryOf(c, decisive)] ? uncounted : categoryOf(c, own),
  )
}

const product = (factors: readonly number[]) => factors.reduce((all, factor) => all * factor, 1)
