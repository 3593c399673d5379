/**
 * How accurate the figures are, on invented cities with known truth: `npm run bench:accuracy`, or
 * `npm run bench:accuracy <cities> [first seed]` for others than the first 40.
 */
import { availableParallelism } from 'node:os'
import { judge, type Scores, type Verdict } from './bars.ts'
import { followCities } from './follow-cities.ts'
import type { CityTallies } from './one-city.ts'
import { type Score, scoreOf } from './score.ts'

/** Scores by size, pooled over cities. */
export function scoresOf(followed: readonly CityTallies[]): Map<number, Scores> {
  const bySize = Map.groupBy(followed, ({ size }) => size)
  return new Map(
    [...bySize].map(([size, surveys]) => {
      const keys = [...new Set(surveys.flatMap(({ tallies }) => Object.keys(tallies)))]
      const pooled = keys.map((key): [string, Score] => [
        key,
        scoreOf(surveys.flatMap(({ tallies }) => tallies[key] ?? [])),
      ])
      return [size, Object.fromEntries(pooled)]
    }),
  )
}

const decimals = (value: number) => value.toFixed(4)

function lineOf(key: string, { figures, bias, rmse, meanSe, rootSe, coverage }: Score): string {
  const ratio = `${(rmse / meanSe).toFixed(3)} (${(rmse / rootSe).toFixed(3)})`
  return `  ${key.padEnd(32)} ${String(figures).padStart(5)}  ${decimals(bias).padStart(7)}  ${decimals(rmse)}  ${decimals(meanSe)}  ${ratio}  ${(100 * coverage).toFixed(1)} %`
}

function verdictOf({ what, size, atLeast, atMost, found, met }: Verdict): string {
  const range = Number.isFinite(atLeast) && atLeast > 0 ? `${atLeast} to ${atMost}` : `at most ${atMost}`
  const asked = atLeast < 0 ? `${atLeast} to ${atMost}` : range
  return `  ${met ? 'met    ' : 'not met'}  ${decimals(found).padStart(7)}  ${asked.padEnd(16)}  ${size.toLocaleString('en').padStart(6)}  ${what}`
}

/** Follows the cities and prints what they come to. */
export async function benchAccuracy(
  cities: number,
  firstSeed: number,
  print: (line: string) => void = console.log,
): Promise<void> {
  const seeds = Array.from({ length: cities }, (_, i) => firstSeed + i)
  const followed = await followCities({ seeds, sizes: [17_000, 4_000], threads: availableParallelism() }, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${cities} cities`)
  })
  print(`${cities} invented cities of 77 areas, seeds ${firstSeed} to ${firstSeed + cities - 1}`)
  printAccuracy(followed, print)
}

/** Prints the scores of cities that were followed, and every bar with its figure. */
export function printAccuracy(followed: readonly CityTallies[], print: (line: string) => void): void {
  const scores = scoresOf(followed)
  for (const [size, own] of scores) {
    print(`\n${size.toLocaleString('en')} interviews`)
    print(
      '  question, measure, method        figures    bias   error   mean se  error/mean (root mean square) se  coverage',
    )
    for (const [key, score] of Object.entries(own)) print(lineOf(key, score))
  }
  print('\n           found    asked             interviews')
  for (const verdict of judge(scores)) print(verdictOf(verdict))
}

if (import.meta.main) await benchAccuracy(Number(process.argv[2] ?? 40), Number(process.argv[3] ?? 1))
