import { at } from '#server/simulation/at.ts'

/** A corner of the mesh by its number, and one hexagon's six of them counter-clockwise. */
type Cell = { readonly x: number; readonly y: number; readonly corners: readonly number[] }

export type Mesh = {
  readonly cells: readonly Cell[]
  /** The cells on the other side of a cell's edges; edge k runs from corner k to the next. -1 beyond the rim. */
  readonly neighbours: readonly (readonly number[])[]
  readonly corners: readonly Position[]
}
export type Position = readonly [x: number, y: number]

/** Steps from a hexagon's centre to its corners, counter-clockwise, in half widths and half sides. */
const cornerSteps = [
  [1, -1],
  [1, 1],
  [0, 2],
  [-1, 1],
  [-1, -1],
  [0, -2],
] as const

/** Steps to the hexagon behind edge k, in the same units. */
const neighbourSteps = [
  [2, 0],
  [1, 3],
  [-1, 3],
  [-2, 0],
  [-1, -3],
  [1, -3],
] as const

/** Covers a rectangle with hexagons, side and extent in one unit. Three meet at every corner, so borders never cross. */
export function hexagons(width: number, height: number, side: number): Mesh {
  const [stepX, stepY] = [(side * Math.sqrt(3)) / 2, side / 2]
  const numbers = new Map<string, number>()
  const corners: Position[] = []
  const cornerAt = (column: number, row: number) => {
    const key = `${column} ${row}`
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, corners.length)
    return corners.push([column * stepX, row * stepY]) - 1
  }
  const cells: Cell[] = []
  const places: Position[] = []
  const cellAt = new Map<string, number>()
  for (let row = 0; row * stepY <= height; row += 3)
    for (let column = row % 2; column * stepX <= width; column += 2) {
      cellAt.set(`${column} ${row}`, cells.length)
      places.push([column, row])
      cells.push({
        x: column * stepX,
        y: row * stepY,
        corners: cornerSteps.map(([right, up]) => cornerAt(column + right, row + up)),
      })
    }
  const neighbours = places.map(([column, row]) =>
    neighbourSteps.map(([right, up]) => cellAt.get(`${column + right} ${row + up}`) ?? -1),
  )
  return { cells, neighbours, corners }
}

/**
 * The outlines of every label's cells, drawn from the same smoothed corners, so that neighbours share their border
 * exactly: no gap, no overlap.
 *
 * @param labels  one per cell; -1 is water
 * @returns       for each label its rings, closed, counter-clockwise around land and clockwise around holes
 */
export function outlines(mesh: Mesh, labels: Int32Array, count: number): Position[][][] {
  const edges = Array.from({ length: count }, () => new Map<number, number>())
  const touching = new Map<number, Set<number>>()
  const touch = (a: number, b: number) => touching.set(a, (touching.get(a) ?? new Set()).add(b))
  for (const [index, { corners }] of mesh.cells.entries()) {
    const label = labels[index] ?? -1
    if (label < 0) continue
    for (const [k, from] of corners.entries()) {
      const beyond = mesh.neighbours[index]?.[k] ?? -1
      if (beyond >= 0 && labels[beyond] === label) continue
      const to = at(corners, (k + 1) % 6)
      edges[label]?.set(from, to)
      touch(from, to)
      touch(to, from)
    }
  }
  const smooth = smoothed(mesh.corners, touching)
  return edges.map((next) => rings(next).map((ring) => ring.map((corner) => at(smooth, corner))))
}

/** Follows the edges of one label until each ring closes. At most one edge of a label leaves a corner. */
function rings(next: Map<number, number>): number[][] {
  const found: number[][] = []
  for (const start of next.keys()) {
    const ring = []
    for (let at: number | undefined = start; at !== undefined && next.has(at); ) {
      ring.push(at)
      const to: number | undefined = next.get(at)
      next.delete(at)
      at = to
    }
    if (ring.length > 0) found.push([...ring, start])
  }
  return found.sort((a, b) => b.length - a.length)
}

/** Moves each border corner towards the middle of its neighbours on the border, three times: bends instead of zigzag. */
function smoothed(corners: readonly Position[], touching: Map<number, Set<number>>): Position[] {
  let places = [...corners]
  for (let pass = 0; pass < 3; pass++) {
    const moved = [...places]
    for (const [corner, beside] of touching) {
      const [x, y] = at(places, corner)
      let [sumX, sumY] = [0, 0]
      for (const other of beside) {
        const [otherX, otherY] = at(places, other)
        sumX += otherX
        sumY += otherY
      }
      moved[corner] = [(x + sumX / beside.size) / 2, (y + sumY / beside.size) / 2]
    }
    places = moved
  }
  return places
}
