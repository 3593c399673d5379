/**
 * How often the printed 95 % intervals hold the truth, over waves of simulated residents whose answers no mode has
 * changed. `npm run bench:coverage`, or `npm run bench:coverage <cities>` for fewer.
 */
import { type Held, simulateWave } from './simulated-wave.ts'

export type Coverage = {
  /** Measure and statistic: `support net`. */
  figure: string
  published: number
  withheld: number
  /** Share of the published figures whose interval holds the truth. */
  covered: number
  bias: number
  rmse: number
  meanSe: number
}

export type Waves = { seeds: readonly number[]; residents: number; areas: number }

/** Fields one wave per seed and pools the areas of all of them, measure by measure; and beside them the cities. */
export async function measureCoverage({ seeds, ...size }: Waves): Promise<{ areas: Coverage[]; cities: Coverage[] }> {
  const held: Held[] = []
  for (const seed of seeds) held.push(...(await simulateWave({ seed: String(seed), ...size })))
  return {
    areas: pooled(held.filter(({ area }) => area !== null)),
    cities: pooled(held.filter(({ area }) => area === null)),
  }
}

function pooled(held: readonly Held[]): Coverage[] {
  const groups = Map.groupBy(held, ({ measure, statistic }) => `${measure} ${statistic}`)
  return [...groups].map(([figure, group]) => {
    const found = group.flatMap(({ shown, truth }) =>
      shown.status === 'published' ? [{ ...shown.estimate, truth }] : [],
    )
    const mean = (of: (one: (typeof found)[number]) => number) =>
      found.reduce((sum, one) => sum + of(one), 0) / found.length
    return {
      figure,
      published: found.length,
      withheld: group.length - found.length,
      covered: mean(({ low, high, truth }) => Number(low <= truth && truth <= high)),
      bias: mean(({ estimate, truth }) => estimate - truth),
      rmse: Math.sqrt(mean(({ estimate, truth }) => (estimate - truth) ** 2)),
      meanSe: mean(({ se }) => se),
    }
  })
}

/** Prints the coverage in cities of both sizes that the product is built for. */
export async function benchCoverage(cities: number, print: (line: string) => void = console.log): Promise<void> {
  const seeds = Array.from({ length: cities }, (_, i) => i + 1)
  for (const size of [
    { areas: 24, residents: 1_300 },
    { areas: 77, residents: 17_000 },
  ]) {
    const found = await measureCoverage({ seeds, ...size })
    print(`${cities} simulated cities of ${size.areas} areas and ${size.residents.toLocaleString('en')} residents each`)
    for (const [of, coverages] of Object.entries(found))
      for (const one of coverages.filter(({ figure }) => !figure.includes('.'))) print(`  ${of}, ${lineOf(one)}`)
  }
}

function lineOf({ figure, published, withheld, covered, bias, rmse, meanSe }: Coverage): string {
  return (
    `${figure}: ${(100 * covered).toFixed(1)} % of ${published} published (${withheld} withheld), ` +
    `bias ${bias.toFixed(4)}, error ${rmse.toFixed(4)}, mean standard error ${meanSe.toFixed(4)}`
  )
}

if (import.meta.main) await benchCoverage(Number(process.argv[2] ?? 20))
