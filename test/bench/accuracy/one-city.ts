/** What a city and its surveys come to: small enough to send from thread to thread. */
import { drawCity } from './city.ts'
import { followSurvey } from './follow-survey.ts'
import { drawSurvey } from './sample.ts'
import { type Tally, tallyOf } from './score.ts'

/** Tallies of one survey, by `question measure method`. */
export type CityTallies = { seed: number; size: number; tallies: Record<string, Tally> }

/** Draws the city of a seed and follows one survey of each size. */
export function followCity(seed: number, sizes: readonly number[]): CityTallies[] {
  const city = drawCity(seed)
  return sizes.map((size) => {
    const found = followSurvey(city, drawSurvey(city, size, 1_000_000 + 1000 * seed + (size % 1000)), seed)
    const tallies = found.map(({ question, measure, method, figures }) => [
      `${question} ${measure} ${method}`,
      tallyOf(figures),
    ])
    return { seed, size, tallies: Object.fromEntries(tallies) }
  })
}
