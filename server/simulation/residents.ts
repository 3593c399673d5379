import type { Compiled } from '#instruments/engine/compile.ts'
import { modes, type Mode } from '#instruments/engine/events.ts'
import { at } from './at.ts'
import { cellEffects } from './attitudes.ts'
import type { Census } from './census.ts'
import { drawIndex, drawOne, type Random, randomFrom, softmax } from './random.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** One simulated resident who takes part. What they answer follows from `number` and the seed alone. */
export type Resident = {
  readonly number: number
  readonly area: string
  /** Position in the census's cells: the area and all demographics at once. */
  readonly cell: number
  readonly mode: Mode
  readonly language: string
  /** Where they are on a scale from the least favorable neighbor like them, 0, to the most, 1. */
  readonly mood: number
  /** Stops being asked, or never agrees: a few do. */
  readonly screenedOut: boolean
  /** The question, counted from 1, at which they leave without a word. */
  readonly leavesAt: number
}

/** Usual shares of the modes in a study by all of them. */
const usualModes: Readonly<Record<Mode, number>> = {
  web: 0.34,
  sms: 0.26,
  phone: 0.22,
  home: 0.11,
  street: 0.07,
}

const shareScreenedOut = 0.02
const shareLeaving = 0.04

/**
 * Draws the residents who take part, in the order in which they come.
 *
 * Small areas get more than their share: interviews per area follow its adults to the power 0.35, as a study does that
 * reports on each. Within an area people answer in proportion to a factor for each of their groups, so that some groups
 * are heard too often everywhere; raking on the same groups can undo exactly this, which makes the truth reachable.
 * The mode follows from groups as well, and has no effect of its own on answers.
 */
export function residentsOf(
  compiled: Compiled,
  census: Census,
  { count, seed, modeShares = usualModes }: { count: number; seed: string; modeShares?: Partial<Record<Mode, number>> },
): Resident[] {
  const { areas, combinations, people } = census
  const adults = areas.map((_, a) => sum(people.subarray(a * combinations, (a + 1) * combinations)))
  const claims = adults.map((number) => number ** 0.35)
  const perArea = wholeNumbers(
    count,
    claims.map((claim) => claim / sum(claims)),
  )
  const answering = cellEffects(census, compiled, `${seed} answering`, { area: 0, group: 0.32, meeting: 0 })
  const takingPart = people.map((number, cell) => number * Math.exp(at(answering, cell)))
  const fielded = modes.filter((mode) => (modeShares[mode] ?? 0) > 0)
  const modePulls = fielded.map((mode) =>
    cellEffects(census, compiled, `${seed} mode ${mode}`, { area: 0.1, group: 0.35, meeting: 0 }).map(
      (effect) => effect + Math.log(modeShares[mode] ?? 0),
    ),
  )
  const languagePulls = cellEffects(census, compiled, `${seed} language`, { area: 0.8, group: 0, meeting: 0 })

  const areaOfEach = shuffled(
    perArea.flatMap((interviews, a) => Array.from({ length: interviews }, () => a)),
    randomFrom(seed, 'order'),
  )
  return areaOfEach.map((a, number) => {
    const random = randomFrom(seed, 'resident', number)
    const combination = drawIndex(random, takingPart.subarray(a * combinations, (a + 1) * combinations))
    const cell = a * combinations + combination
    const mode = at(fielded, drawIndex(random, softmax(modePulls.map((pull) => at(pull, cell)))))
    return {
      number,
      area: at(areas, a),
      cell,
      mode,
      language: languageOf(compiled, at(languagePulls, cell), random),
      mood: random(),
      screenedOut: random() < shareScreenedOut,
      leavesAt: random() < shareLeaving ? 5 + Math.floor(random() * 16) : Infinity,
    }
  })
}

/** Most speak the study's first language; how many prefer another one differs from area to area. */
function languageOf({ study }: Compiled, pull: number, random: Random): string {
  const [first = 'en', ...others] = study.languages
  const odds = 0.16 * Math.exp(pull)
  return others.length > 0 && random() < odds / (1 + odds) ? drawOne(random, others) : first
}

function shuffled<T>(things: readonly T[], random: Random): T[] {
  const order = [...things]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const moved = at(order, i)
    order[i] = at(order, j)
    order[j] = moved
  }
  return order
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
