import type { Arc, Point } from './topology.ts'

/**
 * Fewer points for the same line: drops those that stray less than the tolerance from the line between the points kept
 * (Douglas and Peucker, 1973). The ends always stay; a closed line keeps at least three points.
 */
export function simplified(points: readonly Point[], tolerance: number): Point[] {
  const last = points.length - 1
  const isKept = new Uint8Array(points.length)
  isKept[0] = isKept[last] = 1
  const keepFarthest = (from: number, to: number, least: number): number => {
    let [farthest, distance] = [-1, least]
    for (let i = from + 1; i < to; i++) {
      const stray = distanceToSegment(points[i]!, points[from]!, points[to]!)
      if (stray > distance) [farthest, distance] = [i, stray]
    }
    if (farthest !== -1) isKept[farthest] = 1
    return farthest
  }

  const spans: [number, number][] = []
  if (isClosed(points)) {
    const opposite = keepFarthest(0, last, -1)
    // The longer way round gets a third point, however flat it is.
    const third = opposite > last / 2 ? keepFarthest(0, opposite, -1) : keepFarthest(opposite, last, -1)
    const [near, far] = opposite < third ? [opposite, third] : [third, opposite]
    spans.push([0, near], [near, far], [far, last])
  } else spans.push([0, last])
  for (let span = spans.pop(); span; span = spans.pop()) {
    const farthest = keepFarthest(span[0], span[1], tolerance)
    if (farthest !== -1) spans.push([span[0], farthest], [farthest, span[1]])
  }
  return points.filter((_point, i) => isKept[i])
}

/** Simplifies all arcs alike, as far as it takes for them to have no more than so many points together. */
export function simplifiedArcs(arcs: readonly Arc[], tolerance: number, mostPoints: number): Point[][] {
  for (let wider = tolerance; ; wider *= 1.5) {
    const lines = arcs.map(({ points }) => simplified(points, wider))
    const total = lines.reduce((sum, line) => sum + line.length, 0)
    if (total <= Math.max(mostPoints, 4 * arcs.length)) return lines
  }
}

function isClosed(points: readonly Point[]): boolean {
  return points[0] === points.at(-1)
}

/** How far a point lies from the nearest point of a segment. */
export function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const lengthSquared = dx * dx + dy * dy
  const along = lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / lengthSquared))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
