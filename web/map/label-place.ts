import { distanceToSegment } from './simplify.ts'
import type { Point } from './topology.ts'

/** Where a label stands in an area: the middle of the largest circle that fits, and that circle's radius. */
export type LabelPlace = { readonly x: number; readonly y: number; readonly room: number }

/** Searches a grid over the shape and then finer ones around the best place found. */
export function labelPlace(rings: readonly (readonly Point[])[]): LabelPlace {
  const xs = rings.flatMap((ring) => ring.map(([x]) => x))
  const ys = rings.flatMap((ring) => ring.map(([, y]) => y))
  let [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  let best: LabelPlace = { x: (left + right) / 2, y: (top + bottom) / 2, room: 0 }
  const cells = 12
  for (let round = 0; round < 3; round++) {
    const [stepX, stepY] = [(right - left) / cells, (bottom - top) / cells]
    for (let row = 0; row <= cells; row++)
      for (let column = 0; column <= cells; column++) {
        const [x, y] = [left + column * stepX, top + row * stepY]
        const room = isInside(rings, x, y) ? distanceToEdge(rings, [x, y]) : 0
        if (room > best.room) best = { x, y, room }
      }
    left = best.x - stepX
    right = best.x + stepX
    top = best.y - stepY
    bottom = best.y + stepY
  }
  return best
}

/** By the even-odd rule, so that holes are outside whatever their direction. */
export function isInside(rings: readonly (readonly Point[])[], x: number, y: number): boolean {
  let inside = false
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i]!
      const [bx, by] = ring[j]!
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  return inside
}

function distanceToEdge(rings: readonly (readonly Point[])[], point: Point): number {
  let nearest = Infinity
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
      nearest = Math.min(nearest, distanceToSegment(point, ring[i]!, ring[j]!))
  return nearest
}
