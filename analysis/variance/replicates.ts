import { AnalysisRefusal } from '../refusal.ts'
import { draw, factorsOf, resampling, roomForDraws } from './resampling.ts'

/** Weights of the whole sample many times over, and how the estimates from them make a variance. */
export type Replicates = {
  weights: Float64Array[]
  scale: number
  /** One per replicate. */
  rscales: Float64Array
  /** Whether deviations are from the estimate of the whole sample, or from the replicates' mean. */
  mse: boolean
}

export type ReplicateKind = 'JK1' | 'JKn' | 'bootstrap'

/**
 * Multipliers of the weights, one column per replicate: each unit left out in turn (`JK1` without strata, `JKn` within
 * them), or Rao and Wu's bootstrap, which draws n − 1 of a stratum's n units with replacement.
 *
 * @param strata  stratum of each row
 * @param units   first-stage unit of each row; codes may repeat across strata
 * @throws        AnalysisRefusal for a stratum of one unit, or JK1 with strata
 * @see           Rao & Wu (1988), JASA 83, 231–241; Rust & Rao (1996)
 */
export function makeReplicates(
  kind: ReplicateKind,
  strata: Int32Array,
  units: Int32Array,
  { seed, count }: { seed: number; count: number },
): Replicates {
  const members = unitsByStratum(strata, units)
  if (kind === 'JK1' && members.length > 1)
    throw new AnalysisRefusal('bad-option', 'JK1 is for samples without strata: use JKn.')
  for (const own of members)
    if (own.length < 2)
      throw new AnalysisRefusal('lonely-unit', 'A stratum has one unit: replicates cannot leave it out.', {
        category: String(strata[own[0]![0]!]),
      })
  const isBootstrap = kind === 'bootstrap'
  const starts = new Int32Array(members.length + 1)
  members.forEach((own, stratum) => (starts[stratum + 1] = starts[stratum]! + own.length))
  const planned = resampling({
    kind: isBootstrap ? 'bootstrap' : 'jackknife',
    replicates: isBootstrap ? count : Infinity,
    seed,
    starts,
    unseen: new Float64Array(members.length).fill(1),
  })
  const draws = roomForDraws(planned)
  const weights = Array.from({ length: planned.count }, (_, replicate) => {
    draw(planned, replicate, draws)
    const column = new Float64Array(strata.length)
    members.forEach((own, stratum) =>
      own.forEach((unit, place) => {
        const times = draws.counts[starts[stratum]! + place]!
        for (const row of unit) column[row] = draws.base[stratum]! + draws.step[stratum]! * times
      }),
    )
    return column
  })
  const all = weights.length
  if (isBootstrap) return { weights, scale: 1 / all, rscales: new Float64Array(all).fill(1), mse: true }
  // With one stratum R has the factor as the scale.
  if (kind === 'JK1') return { weights, scale: (all - 1) / all, rscales: new Float64Array(all).fill(1), mse: false }
  return { weights, scale: 1, rscales: factorsOf(planned), mse: false }
}

function unitsByStratum(strata: Int32Array, units: Int32Array): number[][][] {
  const found = new Map<number, Map<number, number[]>>()
  for (let row = 0; row < strata.length; row++) {
    const own = found.get(strata[row]!) ?? new Map<number, number[]>()
    found.set(strata[row]!, own)
    own.set(units[row]!, [...(own.get(units[row]!) ?? []), row])
  }
  return [...found.values()].map((own) => [...own.values()])
}

/**
 * Covariance of estimates from their replicates; those in which an estimate does not exist are left out.
 *
 * @param full      the estimates of the whole sample
 * @param estimate  the same estimates under other weights
 * @returns         k × k, row by row
 * @throws          AnalysisRefusal when no replicate has the estimates
 */
export function replicateCovariance(
  { weights, scale, rscales, mse }: Replicates,
  full: Float64Array,
  estimate: (weights: Float64Array) => Float64Array,
): Float64Array {
  const all = weights.map((each, r) => ({ values: estimate(each), factor: rscales[r]! }))
  const used = all.filter(({ values }) => values.every(Number.isFinite))
  if (used.length === 0 && full.every(Number.isFinite))
    throw new AnalysisRefusal('no-rows', 'No replicate has enough rows for the estimate.')
  const counted = used.filter(({ factor }) => factor > 0)
  const center = mse
    ? full
    : full.map((_, i) => counted.reduce((sum, { values }) => sum + values[i]!, 0) / counted.length)
  const k = full.length
  const result = new Float64Array(k * k)
  for (const { values, factor } of used)
    for (let a = 0; a < k; a++)
      for (let b = 0; b < k; b++)
        result[a * k + b]! += scale * factor * (values[a]! - center[a]!) * (values[b]! - center[b]!)
  return result
}
