/** Whole numbers in these proportions that add up to the total: the largest remainders are rounded up. */
export function wholeNumbers(total: number, shares: readonly number[]): number[] {
  const counts = shares.map((share) => Math.floor(total * share))
  const missing = total - counts.reduce((sum, count) => sum + count, 0)
  const byRemainder = shares
    .map((share, i) => ({ i, remainder: total * share - (counts[i] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder)
  for (const { i } of byRemainder.slice(0, missing)) counts[i] = (counts[i] ?? 0) + 1
  return counts
}
