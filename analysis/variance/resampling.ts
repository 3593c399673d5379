import { binomialDraw } from '../distributions/binomial-draws.ts'
import { countDraws, randomState, randomStream, streamFrom } from '../random.ts'
import { AnalysisRefusal } from '../refusal.ts'
import type { SurveyDesign } from './design.ts'

/**
 * How replicates of a sample are made from its first-stage units. Replicate r is the same whoever computes it and
 * whichever replicates they compute beside it: it has a stream of random numbers of its own.
 */
export type Resampling = {
  kind: 'jackknife' | 'bootstrap'
  /** Number of replicates. */
  count: number
  seed: number
  /** Units of stratum h are those from starts[h] up to starts[h + 1]. */
  starts: Int32Array
  /** Share of each stratum's units that the sample left out: 1 where the population's size plays no part. */
  unseen: Float64Array
  /** Jackknife: the replicate that leaves a unit out; −1 for a unit that stays in all of them. */
  leftOutIn: Int32Array
  /**
   * Bootstrap of persons: units that no figure tells apart, drawn as one. Kinds of stratum h are those from starts[h] up
   * to starts[h + 1]; `sizes` has the units of each.
   */
  kinds?: { starts: Int32Array; sizes: Uint32Array }
  /** Jackknife: the stratum that a replicate takes units from, and how many. */
  stratumOf: Int32Array
  sizes: Int32Array
}

export type ResamplingInput = Pick<Resampling, 'kind' | 'seed' | 'starts' | 'unseen'> & {
  /** Of the bootstrap: how many. Of the jackknife: at most so many. */
  replicates: number
}

/**
 * Plans replicates: Rao and Wu's bootstrap, which draws n − 1 of a stratum's n units with replacement, or the jackknife,
 * which leaves out one unit in turn (JK1 with one stratum, JKn with several). Where there are more units than `replicates`
 * allow, the jackknife deals the units of a stratum at random into groups as equal as can be, and leaves out a group.
 *
 * @throws AnalysisRefusal for a stratum of one unit that is not a certainty, and for fewer replicates than two a stratum
 * @see    Rao & Wu (1988), JASA 83, 231–241; Kott (2001), Journal of Official Statistics 17, 521–526, for the groups
 */
export function resampling({ kind, replicates, seed, starts, unseen }: ResamplingInput): Resampling {
  const strata = unseen.length
  const sizeOf = (stratum: number) => starts[stratum + 1]! - starts[stratum]!
  for (let stratum = 0; stratum < strata; stratum++)
    if (sizeOf(stratum) === 1 && unseen[stratum]! > 0)
      throw new AnalysisRefusal('lonely-unit', 'A stratum has one unit: replicates cannot leave it out.', {
        category: String(stratum),
      })
  const planned = { kind, seed, starts, unseen }
  const leftOutIn = new Int32Array(starts[strata]!).fill(-1)
  if (kind === 'bootstrap') {
    const none = new Int32Array(0)
    return { ...planned, count: replicates, leftOutIn, stratumOf: none, sizes: none }
  }
  const open = [...unseen.keys()].filter((stratum) => unseen[stratum]! > 0)
  const units = open.reduce((sum, stratum) => sum + sizeOf(stratum), 0)
  if (open.length === 0 || replicates < 2 * open.length)
    throw new AnalysisRefusal(
      'bad-option',
      `The jackknife takes at least two replicates for each of the ${open.length} strata, and ${replicates} are allowed.`,
    )
  // Two for every stratum, and the others in proportion to the units beyond.
  const spare = (replicates - 2 * open.length) / Math.max(1, units - 2 * open.length)
  const random = randomStream(seed)
  const stratumOf: number[] = []
  const sizes: number[] = []
  for (const stratum of open) {
    const n = sizeOf(stratum)
    const groups = spare >= 1 ? n : 2 + Math.floor(spare * (n - 2))
    const dealt = shuffled(n, groups < n ? random : undefined)
    dealt.forEach((unit, place) => (leftOutIn[starts[stratum]! + unit] = sizes.length + (place % groups)))
    for (let group = 0; group < groups; group++) {
      stratumOf.push(stratum)
      sizes.push(Math.floor(n / groups) + (group < n % groups ? 1 : 0))
    }
  }
  const [strataLeftOut, unitsLeftOut] = [Int32Array.from(stratumOf), Int32Array.from(sizes)]
  return { ...planned, count: sizes.length, leftOutIn, stratumOf: strataLeftOut, sizes: unitsLeftOut }
}

/** The numbers below n, in their order or in one that `random` decides (Fisher and Yates). */
function shuffled(n: number, random: (() => number) | undefined): Int32Array {
  const order = Int32Array.from({ length: n }, (_, place) => place)
  if (random)
    for (let place = n - 1; place > 0; place--) {
      const other = Math.floor(random() * (place + 1))
      ;[order[place], order[other]] = [order[other]!, order[place]!]
    }
  return order
}

/**
 * Replicates of the first stage of a design. Later stages need none of their own: what they add stands in the difference
 * between first-stage units, as long as these count as drawn with replacement.
 *
 * @throws AnalysisRefusal for a finite population correction with several stages, as `resampling` does, and where the rule
 *         for lonely strata is one that replicates cannot follow
 */
export function resamplingOf(
  { stages }: SurveyDesign,
  how: Pick<ResamplingInput, 'kind' | 'replicates' | 'seed'>,
): Resampling {
  const { drawn, factors, centred } = stages[0]!
  if (stages.length > 1)
    throw new AnalysisRefusal(
      'bad-option',
      'Replicates know the first stage of a design only: give no population sizes, or take linearization.',
    )
  const starts = new Int32Array(drawn.length + 1)
  drawn.forEach((n, stratum) => (starts[stratum + 1] = starts[stratum]! + n))
  const unseen = Float64Array.from(drawn, (n, stratum) => {
    const share = n > 1 ? (factors[stratum]! * (n - 1)) / n : 0
    return Math.abs(share - 1) < 1e-12 ? 1 : share // without a correction it is 1 but for rounding
  })
  if (centred.includes(true) || unseen.some((share) => share > 1 + 1e-9))
    throw new AnalysisRefusal('lonely-unit', 'A stratum has one unit: join it with another, or take linearization.')
  return resampling({ ...how, starts, unseen })
}

/**
 * One replicate: a unit (or a kind of units) drawn k times, in stratum h, is multiplied by base[h] + step[h] · k. The mean of a stratum's
 * multipliers is 1.
 */
export type Draws = { counts: Uint32Array; base: Float64Array; step: Float64Array }

/** Room for one replicate, to be filled again and again. */
export const roomForDraws = ({ starts, unseen, kinds }: Resampling): Draws => ({
  counts: new Uint32Array((kinds?.starts ?? starts).at(-1) ?? 0),
  base: new Float64Array(unseen.length),
  step: new Float64Array(unseen.length),
})

/** Makes one replicate. */
export function draw(planned: Resampling, replicate: number, { counts, base, step }: Draws): void {
  const { kind, starts, unseen, leftOutIn, stratumOf, sizes, seed, kinds } = planned
  if (kind === 'jackknife') {
    const stratum = stratumOf[replicate]!
    const [from, to] = [starts[stratum]!, starts[stratum + 1]!]
    counts.fill(1)
    for (let unit = from; unit < to; unit++) if (leftOutIn[unit] === replicate) counts[unit] = 0
    step.fill(1)
    step[stratum] = (to - from) / (to - from - sizes[replicate]!)
    return
  }
  const state = randomState(seed, replicate)
  counts.fill(0)
  unseen.forEach((share, stratum) => {
    const [from, to] = [starts[stratum]!, starts[stratum + 1]!]
    const n = to - from
    const root = Math.sqrt(share)
    base[stratum] = 1 - root
    step[stratum] = n > 1 ? (root * n) / (n - 1) : 0
    if (kinds) countKinds(counts, kinds, stratum, n, state)
    else if (n > 1) countDraws(counts, { first: from, places: n, draws: n - 1 }, state)
  })
}

/** Draws n − 1 of a stratum's n units and counts them by kind: one kind after another, each from what is left. */
function countKinds(
  counts: Uint32Array,
  { starts, sizes }: NonNullable<Resampling['kinds']>,
  stratum: number,
  n: number,
  state: Uint32Array,
): void {
  const random = streamFrom(state)
  let [draws, units] = [n - 1, n]
  for (let kind = starts[stratum]!; kind < starts[stratum + 1]!; kind++) {
    const own = sizes[kind]!
    const drawn = own === units ? draws : binomialDraw(random, draws, own / units)
    counts[kind] = drawn
    draws -= drawn
    units -= own
  }
}

/** What the squared deviation of each replicate counts: with the bootstrap all count alike. */
export function factorsOf({ kind, count, starts, unseen, stratumOf, sizes }: Resampling): Float64Array {
  if (kind === 'bootstrap') return new Float64Array(count).fill(1)
  return Float64Array.from(sizes, (left, replicate) => {
    const stratum = stratumOf[replicate]!
    const n = starts[stratum + 1]! - starts[stratum]!
    return ((n - left) / n) * unseen[stratum]!
  })
}

/**
 * Variances of estimates from their replicates; a replicate without an estimate is left out of that estimate's.
 *
 * @param values   one array per replicate, NaN where the estimate does not exist
 * @param full     the estimates of the whole sample
 * @param centred  which estimates deviate from the replicates' mean instead of the estimate of the whole sample, as those
 *                 do that every replicate moves in one direction. With the jackknife all of them do.
 * @returns        one per estimate; undefined where fewer than two replicates have it
 */
export function variancesOf(
  planned: Resampling,
  values: readonly Float64Array[],
  full: Float64Array,
  centred: readonly boolean[],
): (number | undefined)[] {
  const { kind } = planned
  const factors = factorsOf(planned)
  return Array.from(full, (estimate, figure) => {
    const there = values.flatMap((own, replicate) =>
      Number.isFinite(own[figure]) ? [{ value: own[figure]!, factor: factors[replicate]! }] : [],
    )
    if (there.length < 2 || !Number.isFinite(estimate)) return undefined
    const center =
      kind === 'jackknife' || centred[figure]
        ? there.reduce((sum, { value }) => sum + value, 0) / there.length
        : estimate
    const squares = there.reduce((sum, { value, factor }) => sum + factor * (value - center) ** 2, 0)
    return kind === 'bootstrap' ? squares / there.length : squares
  })
}
