/**
 * The chance that independent items, each with shares of its own, show a run of the same answer at least so long.
 * Exact: walks from item to item and keeps the chance of each last answer and length of its run.
 *
 * @param shares  of each item in the order asked: the shares of its options, summing to 1; as many options everywhere
 * @param length  the run's length, at least 1
 * @returns       from 0 to 1; for a run over all items the sum over options of the product of their shares
 * @throws        RangeError for a length below 1
 * @see           Feller (1968), An Introduction to Probability Theory I, ch. XIII.7, on success runs; with unequal
 *                shares the same recursion, item by item
 */
export function chanceOfRun(shares: readonly Float64Array[], length: number): number {
  if (!(length >= 1)) throw new RangeError(`A run is at least 1 long, not ${length}.`)
  const options = shares[0]?.length ?? 0
  let reached = 0
  // open[k · length + r]: the chance that the last answer is k, its run is r long, and no run was long enough so far.
  let open = new Float64Array(options * length)
  shares.forEach((share, item) => {
    const next = new Float64Array(options * length)
    let total = item === 0 ? 1 : 0
    for (const chance of open) total += chance
    for (let k = 0; k < options; k++) {
      let here = 0
      for (let run = 1; run < length; run++) {
        const chance = open[k * length + run]!
        here += chance
        const longer = chance * share[k]!
        if (run + 1 >= length) reached += longer
        else next[k * length + run + 1] = longer
      }
      const anew = (total - here) * share[k]!
      if (length === 1) reached += anew
      else next[k * length + 1]! += anew
    }
    open = next
  })
  return Math.min(1, reached)
}
