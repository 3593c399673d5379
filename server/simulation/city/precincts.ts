import { at } from '#server/simulation/at.ts'
import { type Noise, noiseFrom } from './noise.ts'
import { drawIndex, type Random, randomFrom } from '#server/simulation/random.ts'
import { boroughs } from './land.ts'
import type { Mesh } from './mesh.ts'

/** How the city is cut into precincts. Every borough's precincts are numbered in a row, the park is the last of the first. */
export type Precincts = {
  /** One per cell of the mesh: position in `list`, -1 for water. */
  readonly ofCell: Int32Array
  readonly list: readonly { readonly id: string; readonly borough: string; readonly park: boolean }[]
  /** Adults per square kilometre around a cell, 0 in the park. */
  readonly density: Float64Array
}

/** The busiest point of the city, in kilometres. */
const center = { x: 16.2, y: 11.6 }
const park = { x: 16.1, y: 15.4, halfWidth: 0.85, halfHeight: 1.6 }

/** Cuts each borough around as many centres as it has precincts; they lie closer where more people live. */
export function cutPrecincts(mesh: Mesh, boroughOfCell: Int32Array, seed: string): Precincts {
  const roughness = noiseFrom(`${seed} roughness`, 1.6, 2)
  const crowding = noiseFrom(`${seed} crowding`, 6, 2)
  const isPark = mesh.cells.map(
    ({ x, y }, cell) =>
      boroughOfCell[cell] === 0 && Math.hypot((x - park.x) / park.halfWidth, (y - park.y) / park.halfHeight) < 1,
  )
  const density = Float64Array.from(mesh.cells, ({ x, y }, cell) =>
    boroughOfCell[cell] === -1 || isPark[cell]
      ? 0
      : 9_500 * Math.exp(-Math.hypot(x - center.x, y - center.y) / 7 + 0.5 * crowding(x, y)),
  )
  const ofCell = new Int32Array(mesh.cells.length).fill(-1)
  const list: { id: string; borough: string; park: boolean }[] = []
  for (const [borough, { name, precincts }] of boroughs.entries()) {
    const first = list.length
    const parks = borough === 0 ? 1 : 0
    for (let k = 0; k < precincts; k++)
      list.push({ id: String(borough * 20 + k + 1), borough: name, park: parks > 0 && k === precincts - 1 })
    const cells = [...boroughOfCell.keys()].filter((cell) => boroughOfCell[cell] === borough && !isPark[cell])
    const random = randomFrom(seed, 'precincts', name)
    const centers = centersOf(mesh, cells, density, precincts - parks, random)
    const order = centers.toSorted((a, b) => southToNorth(mesh, a) - southToNorth(mesh, b))
    const nearest = nearestByLand(mesh, cells, order, roughness)
    for (const [cell, k] of nearest) ofCell[cell] = first + k
    if (parks > 0) for (const [cell, inside] of isPark.entries()) if (inside) ofCell[cell] = list.length - 1
  }
  return { ofCell, list, density }
}

const southToNorth = (mesh: Mesh, cell: number) => at(mesh.cells, cell).y

/** Spreads centres over the cells so that each has about as many people around it (Lloyd 1982, weighted). */
function centersOf(
  mesh: Mesh,
  cells: readonly number[],
  density: Float64Array,
  count: number,
  random: Random,
): number[] {
  // The square root keeps precincts of the outskirts from growing as wide as people live apart there.
  const pull = cells.map((cell) => Math.sqrt(density[cell] ?? 0))
  const squareDistance = (cell: number, to: { x: number; y: number }) =>
    (at(mesh.cells, cell).x - to.x) ** 2 + (at(mesh.cells, cell).y - to.y) ** 2
  const chosen: number[] = []
  while (chosen.length < count) {
    // Far from those already chosen (Arthur & Vassilvitskii 2007).
    const far = cells.map(
      (cell, i) =>
        (pull[i] ?? 0) * Math.min(1e6, ...chosen.map((other) => squareDistance(cell, at(mesh.cells, other)))),
    )
    chosen.push(at(cells, drawIndex(random, far)))
  }
  let centers = chosen.map((cell) => ({ x: at(mesh.cells, cell).x, y: at(mesh.cells, cell).y }))
  for (let round = 0; round < 25; round++) {
    const sums = centers.map(() => ({ x: 0, y: 0, weight: 0 }))
    for (const [i, cell] of cells.entries()) {
      const sum = sums[indexOfLeast(centers.map((point) => squareDistance(cell, point)))]
      const weight = pull[i] ?? 0
      if (!sum) continue
      sum.x += at(mesh.cells, cell).x * weight
      sum.y += at(mesh.cells, cell).y * weight
      sum.weight += weight
    }
    centers = sums.map(({ x, y, weight }) => ({ x: x / weight, y: y / weight }))
  }
  return centers.map((point) => at(cells, indexOfLeast(cells.map((cell) => squareDistance(cell, point)))))
}

function indexOfLeast(values: readonly number[]): number {
  let best = 0
  for (const [i, value] of values.entries()) if (value < (values[best] ?? Infinity)) best = i
  return best
}

/** For each cell the nearest centre by a walk that never leaves the given cells, so that every piece hangs together. */
export function nearestByLand(
  mesh: Mesh,
  cells: readonly number[],
  centers: readonly number[],
  roughness: Noise,
): Map<number, number> {
  const open = new Set(cells)
  const reached = new Map<number, { distance: number; center: number }>()
  const front = centers.map((cell, center) => ({ cell, distance: 0, center }))
  while (front.length > 0) {
    // A sorted list is enough for a few thousand cells.
    front.sort((a, b) => b.distance - a.distance)
    const nearest = front.pop()
    if (!nearest || reached.has(nearest.cell)) continue
    const { cell, distance, center } = nearest
    reached.set(cell, { distance, center })
    const { x, y } = at(mesh.cells, cell)
    const step = Math.exp(0.6 * roughness(x, y))
    for (const beside of mesh.neighbours[cell] ?? [])
      if (open.has(beside) && !reached.has(beside)) front.push({ cell: beside, distance: distance + step, center })
  }
  return new Map([...reached].map(([cell, { center }]) => [cell, center]))
}
