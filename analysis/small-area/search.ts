/**
 * The zero of a function that goes from above 0 to below it between two points, to the last digits: the Illinois method,
 * and a halving wherever three of its steps took less than that.
 *
 * @see  Dowell & Jarratt (1971), BIT 11, 168–174
 */
export function zeroOf(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high]
  let [fa, fb] = [f(a), f(b)]
  if (!(fa > 0)) return a
  if (!(fb < 0)) return b
  let last = 0
  for (let round = 0; round < 500; round++) {
    const width = b - a
    for (let step = 0; step < 4; step++) {
      const halve = step === 3 && b - a > width / 2
      const x = halve ? (a + b) / 2 : b - (fb * (b - a)) / (fb - fa)
      if (!(x > a && x < b)) return Math.abs(fa) < Math.abs(fb) ? a : b
      const fx = f(x)
      if (fx === 0) return x
      if (fx > 0) {
        if (!halve && last > 0) fb /= 2
        ;[a, fa, last] = [x, fx, halve ? 0 : 1]
      } else {
        if (!halve && last < 0) fa /= 2
        ;[b, fb, last] = [x, fx, halve ? 0 : -1]
      }
      if (b - a <= 4 * Number.EPSILON * Math.abs(b)) return (a + b) / 2
    }
  }
  return (a + b) / 2
}

/**
 * The place of the highest value on a rising grid, made exact by the zero of the slope beside it. A likelihood of a
 * variance can have several hills, so that its slope alone does not say which one to climb.
 */
export function highest(slope: (x: number) => number, height: (x: number) => number, grid: readonly number[]): number {
  const heights = grid.map(height)
  const top = heights.indexOf(Math.max(...heights))
  const low = grid[Math.max(0, top - 1)]!
  const high = grid[Math.min(grid.length - 1, top + 1)]!
  if (slope(low) > 0 && slope(high) < 0) return zeroOf(slope, low, high)
  return grid[top]!
}

/**
 * The place of the lowest value of a smooth function of a few numbers.
 *
 * @param start      where to begin
 * @param tolerance  how much of its size the value may be off: coarse for one step of many, else to the last digit
 * @see              Nelder & Mead (1965), Computer Journal 7, 308–313, begun again until that improves nothing
 */
export function lowest(f: (x: Float64Array) => number, start: Float64Array, tolerance = 1e-15): Float64Array {
  let best = start
  let value = f(best)
  for (let round = 0; round < 20; round++) {
    const next = simplex(f, best, round === 0 ? 0.5 : 0.05, tolerance)
    const improved = value - f(next)
    best = next
    value = f(next)
    if (improved <= 10 * tolerance * Math.abs(value)) break
  }
  return best
}

function simplex(f: (x: Float64Array) => number, start: Float64Array, size: number, tolerance: number): Float64Array {
  const n = start.length
  let corners = Array.from({ length: n + 1 }, (_, i) => {
    const x = start.map((value, j) => value + (i === j + 1 ? size : 0))
    return { x, y: f(x) }
  })
  for (let step = 0; step < 2000; step++) {
    corners = corners.sort((a, b) => a.y - b.y)
    const worst = corners[n]!
    if (Math.abs(worst.y - corners[0]!.y) <= tolerance * (Math.abs(worst.y) + 1)) break
    const center = start.map((_, j) => corners.slice(0, n).reduce((sum, { x }) => sum + x[j]!, 0) / n)
    const move = (factor: number) => {
      const x = center.map((value, j) => value + factor * (worst.x[j]! - value))
      return { x, y: f(x) }
    }
    const reflected = move(-1)
    if (reflected.y < corners[0]!.y) {
      const further = move(-2)
      corners[n] = further.y < reflected.y ? further : reflected
    } else if (reflected.y < corners[n - 1]!.y) corners[n] = reflected
    else {
      const inside = move(reflected.y < worst.y ? -0.5 : 0.5)
      if (inside.y < Math.min(worst.y, reflected.y)) corners[n] = inside
      else
        corners = corners.map(({ x }, i) => {
          const y = i === 0 ? x : x.map((value, j) => (value + corners[0]!.x[j]!) / 2)
          return { x: y, y: f(y) }
        })
    }
  }
  return corners.sort((a, b) => a.y - b.y)[0]!.x
}
