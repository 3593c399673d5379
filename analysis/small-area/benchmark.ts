export type Range = { low: number; high: number }

/**
 * Moves estimates so that their weighted mean is a known one: each by W·mse / Σ W²mse of what is missing, so that the
 * least certain move most. None leaves the range; what it cannot take is taken by the others.
 *
 * @param shares  each area's share of the whole; they sum to 1
 * @param target  the whole's estimate, within the range
 * @returns       the new estimates; Σ shares · estimates = target
 * @see           Bell, Datta & Ghosh (2013), Biometrika 100, 189–202
 */
export function benchmarked(
  estimates: Float64Array,
  mse: Float64Array,
  shares: Float64Array,
  target: number,
  { low, high }: Range,
): Float64Array {
  const result = estimates.map((value) => Math.min(high, Math.max(low, value)))
  const free = new Set(result.keys())
  for (;;) {
    const missing = target - result.reduce((sum, value, i) => sum + shares[i]! * value, 0)
    const sum = [...free].reduce((total, i) => total + shares[i]! ** 2 * mse[i]!, 0)
    if (missing === 0 || sum === 0) return result
    const moved = [...free].map((i) => ({ i, to: result[i]! + (shares[i]! * mse[i]! * missing) / sum }))
    const beyond = moved.filter(({ to }) => to < low || to > high)
    if (beyond.length === 0) {
      for (const { i, to } of moved) result[i] = to
      return result
    }
    for (const { i, to } of beyond) {
      result[i] = Math.min(high, Math.max(low, to))
      free.delete(i)
    }
  }
}
