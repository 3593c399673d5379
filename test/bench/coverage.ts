/**
 * How often the printed 95 % intervals hold the truth, over invented cities without effects of the mode of interview.
 * `npx node test/bench/coverage.ts [cities]`
 */
import { estimateAreas } from '#analysis/estimate-areas.ts'
import type { Measure } from '#analysis/estimates/measure.ts'
import { publish } from '#analysis/quality/publication.ts'
import { weighSample } from '#analysis/weigh-sample.ts'
import { inventCity } from './invented-city.ts'

export type Coverage = {
  measure: 'support' | 'net' | 'polarization'
  published: number
  withheld: number
  /** Share of the published areas whose interval holds the truth. */
  covered: number
  bias: number
  rmse: number
  meanSe: number
}

/** As in a small study: the usual limit on the effective sample would withhold most areas of 50 interviews. */
const limits = { minRespondents: 30, minEffective: 15 }

const kinds = ['support', 'net', 'polarization'] as const

/** Weighs and estimates one invented city per seed, and pools the published areas of all of them. */
export function measureCoverage(cities: { areas: number; respondents: number; seeds: readonly number[] }): Coverage[] {
  const pooled = kinds.map((measure) => ({
    measure,
    published: 0,
    withheld: 0,
    covered: 0,
    misses: 0,
    squares: 0,
    errors: 0,
  }))
  for (const seed of cities.seeds) {
    const city = inventCity({ areas: cities.areas, respondents: cities.respondents, seed })
    const weighed = weighSample({ baseWeights: city.baseWeights, areas: city.areas }, city.margins)
    const measures = kinds.map((kind): Measure => ({ kind, name: kind, items: city.items }))
    estimateAreas(weighed, city.areas, measures).forEach((measure, m) => {
      const pool = pooled[m]!
      publish(measure, { populations: city.populations }, limits).areas.forEach((area, a) => {
        if (area.status === 'withheld') return pool.withheld++
        const { estimate, se, low, high } = area.estimate
        const truth = city.truth[pool.measure][a]!
        pool.published++
        if (low <= truth && truth <= high) pool.covered++
        pool.misses += estimate - truth
        pool.squares += (estimate - truth) ** 2
        pool.errors += se
      })
    })
  }
  return pooled.map(({ measure, published, withheld, covered, misses, squares, errors }) => ({
    measure,
    published,
    withheld,
    covered: covered / published,
    bias: misses / published,
    rmse: Math.sqrt(squares / published),
    meanSe: errors / published,
  }))
}

/** Prints the coverage in cities of both sizes that the product is built for. */
export function benchCoverage(cities: number, print: (line: string) => void = console.log): void {
  const seeds = Array.from({ length: cities }, (_, i) => i + 1)
  for (const size of [
    { areas: 24, respondents: 1_200 },
    { areas: 77, respondents: 17_000 },
  ]) {
    for (const { measure, published, withheld, covered, bias, rmse, meanSe } of measureCoverage({ ...size, seeds })) {
      print(
        `coverage, ${cities} invented cities of ${size.areas} areas and ${size.respondents.toLocaleString('en')} interviews, ${measure}: ` +
          `${(100 * covered).toFixed(1)} % of ${published} published areas (${withheld} withheld), ` +
          `bias ${bias.toFixed(4)}, error ${rmse.toFixed(4)}, mean standard error ${meanSe.toFixed(4)}`,
      )
    }
  }
}

if (import.meta.main) benchCoverage(Number(process.argv[2] ?? 20))
