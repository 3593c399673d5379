import type { MeasureEstimates } from '../estimate-areas.ts'
import { type Interval, logitLimits, wilsonLimits } from '../estimates/interval.ts'
import type { Range } from './benchmark.ts'

/** Between which values a measure lies. */
export function rangeOf(kind: MeasureEstimates['kind']): Range {
  if (kind === 'mean' || kind === 'total') return { low: -Infinity, high: Infinity }
  return { low: kind === 'net' ? -1 : 0, high: 1 }
}

/**
 * The interval of a modelled estimate, within the measure's range: on the logit scale, or Wilson's where the share or
 * its complement rests on fewer than five effective answers.
 *
 * @param mse  mean squared error, above 0
 * @param t    the multiple of its root
 */
export function modelInterval(kind: MeasureEstimates['kind'], estimate: number, mse: number, t: number): Interval {
  const { low, high } = rangeOf(kind)
  if (low === -Infinity) {
    const half = t * Math.sqrt(mse)
    return { low: estimate - half, high: estimate + half, method: 't' }
  }
  const width = high - low
  const share = (estimate - low) / width
  const variance = mse / width ** 2
  const inner = Math.min(0.95, Math.max(0.05, share))
  const nEffective = (inner * (1 - inner)) / variance
  const isFirm = nEffective * Math.min(share, 1 - share) >= 5
  const found = isFirm ? logitLimits(share, Math.sqrt(variance), t) : wilsonLimits(share, nEffective, t)
  return { low: low + width * found.low, high: low + width * found.high, method: found.method }
}
