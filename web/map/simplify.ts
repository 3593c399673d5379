import type { Arc, Point } from './topology.ts'

/**
 * Fewer points for the same line: drops those that stray less than a tolerance from the line between the points kept
 * (Douglas and Peucker, 1973). The ends always stay, and at least three points of a closed line, which is one that
 * begins and ends with the same object.
 */
export function simplified(points: readonly Point[], tolerance: number): Point[] {
  const weights = weightsOf(points, tolerance)
  return points.filter((_point, i) => weights[i]! > tolerance)
}

/**
 * Simplifies arcs all alike.
 *
 * @param tolerance   in the units of the points; taken wider where more points than wanted would be left
 * @param mostPoints  how many points the arcs may have together
 */
export function simplifiedArcs(arcs: readonly Arc[], tolerance: number, mostPoints: number): Point[][] {
  const weights = arcs.map(({ points }) => weightsOf(points, tolerance))
  const heaviest = weights.flatMap((line) => [...line]).sort((a, b) => b - a)
  const enough = Math.max(tolerance, heaviest[mostPoints] ?? 0)
  return arcs.map(({ points }, arc) => points.filter((_point, i) => weights[arc]![i]! > enough))
}

/** For each point the tolerance up to which it is kept: without end for those that always are, 0 below `least`. */
function weightsOf(points: readonly Point[], least: number): Float64Array {
  const last = points.length - 1
  const weights = new Float64Array(points.length)
  weights[0] = weights[last] = Infinity
  const spans: Span[] = []
  const split = ({ from, to, atMost }: Span, weight?: number): number | undefined => {
    const { index, stray } = farthestIn(points, from, to)
    if (index === -1 || (weight === undefined && stray <= least)) return undefined
    // A point outlives no other that it was found behind.
    const kept = weight ?? Math.min(stray, atMost)
    weights[index] = kept
    spans.push({ from, to: index, atMost: kept }, { from: index, to, atMost: kept })
    return index
  }
  if (points[0] === points[last]) {
    const opposite = split({ from: 0, to: last, atMost: Infinity }, Infinity) ?? 0
    // The way round with more points gets a third one, however flat it is.
    const longer = opposite > last / 2 ? spans.shift() : spans.pop()
    if (longer) split(longer, Infinity)
  } else spans.push({ from: 0, to: last, atMost: Infinity })
  for (let span = spans.pop(); span; span = spans.pop()) split(span)
  return weights
}

type Span = { readonly from: number; readonly to: number; readonly atMost: number }

/** The point between two others that strays most from the line between them; -1 where there is none between. */
function farthestIn(points: readonly Point[], from: number, to: number): { index: number; stray: number } {
  let [index, stray] = [-1, -1]
  for (let i = from + 1; i < to; i++) {
    const distance = distanceToSegment(points[i]!, points[from]!, points[to]!)
    if (distance > stray) [index, stray] = [i, distance]
  }
  return { index, stray }
}

/** How far a point lies from the nearest point of a segment. */
export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const lengthSquared = dx * dx + dy * dy
  const along = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / lengthSquared))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
