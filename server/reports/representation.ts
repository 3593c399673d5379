import type { Mode } from '#instruments/engine/events.ts'
import type { Spread } from './results.ts'

/** Fewer respondents than this are never counted out to the public. */
export const leastShown = 10

/**
 * How respondents spread over categories, in whole percent. Categories of fewer than ten are told together; where these
 * would still be fewer than ten, the next smallest joins them, so that no remainder gives them away.
 */
export function spreadOf<Category extends string>(counts: ReadonlyMap<Category, number>): Spread<Category> {
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
  const total = sorted.reduce((sum, [, count]) => sum + count, 0)
  let shown = sorted.filter(([, count]) => count >= leastShown)
  const hiddenBy = (categories: typeof sorted) => total - categories.reduce((sum, [, count]) => sum + count, 0)
  while (shown.length > 0 && hiddenBy(shown) > 0 && hiddenBy(shown) < leastShown) shown = shown.slice(0, -1)
  return {
    categories: shown.map(([category, count]) => ({ category, percent: Math.round((100 * count) / total) })),
    others: total === 0 ? 0 : Math.round((100 * hiddenBy(shown)) / total),
  }
}

/**
 * Whether a group answered less than its part of the population by more than chance explains (99 %, since many groups
 * and areas are looked at) and by a fifth at least, so that it is worth acting on.
 *
 * @param population  the group's part of the population, 0 to 1
 */
export function isUnderheard(answered: number, all: number, population: number): boolean {
  if (all === 0 || population <= 0 || population >= 1) return false
  const share = answered / all
  const noise = Math.sqrt((population * (1 - population)) / all)
  return population - share > 2.58 * noise && share < 0.8 * population
}

/** The mode by which at least half of a group's answers came, if one did and they are enough to say so. */
export function mostlyBy(counts: ReadonlyMap<Mode, number>): { mode: Mode; percent: number } | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most || total < 30 || most[1] < total / 2) return undefined
  return { mode: most[0], percent: Math.round((100 * most[1]) / total) }
}
