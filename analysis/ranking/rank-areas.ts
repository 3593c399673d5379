import { AnalysisRefusal } from '../refusal.ts'
import { checkErrors, drawErrors, type JointErrors } from './joint-errors.ts'
import { type PairMethod, surelyHigher } from './sure-pairs.ts'

export type Rank = {
  /** 1 is the highest estimate. */
  rank: number
  /** Mean of the ranks over the draws, and the interval that most of them lie in. */
  expected: number
  low: number
  high: number
  /** Share of the draws in which it is among the highest `top`. */
  inTop: number
  /** All ranks that it may have; they hold for all estimates together. */
  set: { low: number; high: number }
  /** 1 for the highest: estimates of one band cannot be told apart, any two of them. */
  band: number
}

export type RankOptions = {
  seed: number
  draws?: number
  /** Of the rank intervals; 0.9 unless said otherwise. */
  level?: number
  /** Of the rank sets and bands, for all pairs together; 0.95 unless said otherwise. */
  jointLevel?: number
  top?: number
  /** Joint draws for up to 200 estimates, Holm's p-values for more, unless said otherwise. */
  method?: PairMethod
}

/**
 * Ranks with what is known of them: never a bare list.
 *
 * @param estimates  at least two; the highest ranks first
 * @param errors     how uncertain they are, together
 * @returns          one rank per estimate; the same seed gives the same digits
 * @throws           AnalysisRefusal for fewer than two estimates, and errors that are none
 * @see              statistics.md, section 12; Klein, Wright & Wieczorek (2020), JRSS A 183, 589–606
 */
export function rankAreas(estimates: Float64Array, errors: JointErrors, options: RankOptions): Rank[] {
  const { seed, draws = 2000, level = 0.9, jointLevel = 0.95, top = 10 } = options
  const m = estimates.length
  if (m < 2) throw new AnalysisRefusal('too-few-groups', `${m} estimates cannot be ranked.`)
  for (const each of [level, jointLevel])
    if (!(each > 0 && each < 1)) throw new AnalysisRefusal('bad-option', `The level of the ranks is ${each}.`)
  checkErrors(errors, estimates)

  const drawn = drawErrors(errors, draws, seed)
  const ranks = ranksOf(drawn, estimates)
  const method = options.method ?? (m <= 200 ? 'max-t' : 'holm')
  const higher = surelyHigher(estimates, errors, drawn, { method, level: jointLevel })
  const bands = bandsOf(estimates, higher)
  return Array.from(estimates, (estimate, i): Rank => {
    const own = Int32Array.from({ length: draws }, (_, draw) => ranks[draw * m + i]!).sort()
    let [above, below] = [0, 0]
    for (let other = 0; other < m; other++) {
      above += higher[other * m + i]!
      below += higher[i * m + other]!
    }
    return {
      rank: 1 + estimates.reduce((count, other) => count + Number(other > estimate), 0),
      expected: own.reduce((sum, rank) => sum + rank, 0) / draws,
      low: own[Math.floor(((1 - level) / 2) * draws)]!,
      high: own[Math.ceil(((1 + level) / 2) * draws) - 1]!,
      inTop: own.reduce((count, rank) => count + Number(rank <= top), 0) / draws,
      set: { low: 1 + above, high: m - below },
      band: bands[i]!,
    }
  })
}

/** The rank of each estimate in each draw. */
function ranksOf(drawn: Float64Array, estimates: Float64Array): Int32Array {
  const m = estimates.length
  const result = new Int32Array(drawn.length)
  const values = new Float64Array(m)
  const sorted = new Float64Array(m)
  for (let first = 0; first < drawn.length; first += m) {
    for (let i = 0; i < m; i++) values[i] = estimates[i]! + drawn[first + i]!
    sorted.set(values)
    sorted.sort()
    for (let i = 0; i < m; i++) result[first + i] = m - placeIn(sorted, values[i]!)
  }
  return result
}

/** Where a value stands last in a rising list. */
function placeIn(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sorted[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** From the highest down, a new band begins where an estimate is surely lower than one of the band. */
function bandsOf(estimates: Float64Array, higher: Uint8Array): Int32Array {
  const m = estimates.length
  const order = Array.from(estimates.keys()).sort((a, b) => estimates[b]! - estimates[a]! || a - b)
  const bands = new Int32Array(m)
  let members: number[] = []
  let band = 1
  for (const next of order) {
    if (members.some((member) => higher[member * m + next] === 1)) {
      band++
      members = []
    }
    members.push(next)
    bands[next] = band
  }
  return bands
}
