import { setImmediate } from 'node:timers/promises'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Mode } from '#instruments/engine/events.ts'
import { type Answerer, answererOf } from './answers.ts'
import { leaningsOf } from './attitudes.ts'
import { type Counts, censusOf } from './census.ts'
import { type Resident, residentsOf } from './residents.ts'
import { type Truth, truthOf } from './truth.ts'

/** A city of simulated residents who are ready to be asked, with what is true of them. */
export type Simulation = {
  readonly residents: readonly Resident[]
  readonly answer: Answerer
  readonly truth: Truth
}

/**
 * Everything follows from the wave's instrument, areas and margins, the number of residents, and the seed. Rests
 * between its parts, so that a server in the same process goes on answering.
 */
export async function simulate(
  compiled: Compiled,
  counts: Counts,
  { count, seed, modeShares }: { count: number; seed: string; modeShares?: Partial<Record<Mode, number>> },
): Promise<Simulation> {
  const areas = compiled.geography.areas.map(({ id }) => id)
  const census = censusOf(compiled.study, areas, counts)
  await setImmediate()
  const leanings = leaningsOf(compiled, census, seed)
  await setImmediate()
  const truth = truthOf(compiled.study, census, leanings)
  await setImmediate()
  const residents = residentsOf(compiled, census, { count, seed, ...(modeShares && { modeShares }) })
  return { residents, answer: answererOf(compiled, census, leanings, seed), truth }
}
