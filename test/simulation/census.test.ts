import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Census, type Counts, censusOf } from '#server/simulation/census.ts'
import { communityTrust } from '#test/support/fielded-wave.ts'
import { smallCity, smallCityCounts } from '#test/support/small-city.ts'

const study = communityTrust()

/** People of a category, in the whole census or where `counts` says so. */
function peopleOf(
  { people, combinations, categoryOf }: Census,
  dimension: number,
  category: number,
  counts = (_cell: number) => true,
) {
  return people.reduce(
    (sum, count, cell) =>
      categoryOf(cell % combinations, dimension) === category && counts(cell % combinations) ? sum + count : sum,
    0,
  )
}

function expectMargins(census: Census, counts: Counts): void {
  const adults = counts.filter(({ universe, dimension }) => universe === 'adults_18plus' && dimension === 'total')
  for (const [a, area] of census.areas.entries()) {
    const cells = census.people.subarray(a * census.combinations, (a + 1) * census.combinations)
    const sum = cells.reduce((total, count) => total + count, 0)
    expect(sum).toBeCloseTo(adults.find((row) => row.area === area)!.count, 3)
  }
  const young = (combination: number) => census.categoryOf(combination, 0) === 0
  for (const [d, { demographic, categories, shares }] of census.dimensions.entries()) {
    const inside = demographic.id === 'education' ? (combination: number) => !young(combination) : () => true
    const found = categories.map((_, category) => peopleOf(census, d, category, inside))
    const total = found.reduce((sum, count) => sum + count, 0)
    for (const [k, count] of found.entries()) expect(count / total).toBeCloseTo(shares[k]!, 9)
  }
}

describe('a census', () => {
  test('gives each area its adults and the city its shares, and leaves out where nobody lives', () => {
    const census = censusOf(
      study,
      smallCity.map(({ id }) => id),
      smallCityCounts,
    )
    expect(census.areas).toEqual(['1', '2', '3', '4', '5'])
    expect(census.combinations).toBe(7 * 2 * 5 * 2)
    expectMargins(census, smallCityCounts)
  })

  test('takes the shares of the city for an area that has none of its own', () => {
    const counts = smallCityCounts.filter(({ area, dimension }) => area !== '2' || dimension === 'total')
    const census = censusOf(
      study,
      smallCity.map(({ id }) => id),
      counts,
    )
    expectMargins(census, counts)
  })

  test('refuses margins that count nobody', () => {
    expect(() => censusOf(study, ['1'], [])).toThrow(/no total of adults_18plus/)
  })

  const file = '../shared/data/nyc/precinct_margins.csv'
  test.skipIf(!existsSync(file))('meets the real margins of New York', () => {
    const rows = parse<Record<string, string>>(readFileSync(file), { columns: true })
    const counts = rows.map(({ precinct = '', universe = '', dimension = '', category = '', count }) => ({
      area: precinct,
      universe,
      dimension,
      category,
      count: Number(count),
    }))
    const census = censusOf(study, [...new Set(counts.map(({ area }) => area))], counts)
    expect(census.areas).toHaveLength(76)
    expectMargins(census, counts)
  })
})
