import type { Mesh } from './mesh.ts'
import { noiseFrom } from './noise.ts'

/** The rectangle in which the city lies, in kilometres: x to the east, y to the north. */
export const extent = { width: 32, height: 26 }

/** The boroughs, each a piece of land of its own, with the number of its precincts. */
export const boroughs = [
  { name: 'Old Harbor', precincts: 7 },
  { name: 'Westbank', precincts: 6 },
  { name: 'Eastmere', precincts: 6 },
  { name: 'Southfold', precincts: 5 },
] as const

const [oldHarbor, westbank, eastmere, southfold] = [0, 1, 2, 3]

/**
 * Which borough each cell of the mesh lies in, -1 for water. A river comes from the north, parts around an island and
 * opens into a bay; a strait cuts off the south-west. Noise bends every shore.
 */
export function boroughOfCells(mesh: Mesh, seed: string): Int32Array {
  const shore = noiseFrom(`${seed} shore`, 7, 4)
  const bend = noiseFrom(`${seed} bend`, 9, 3)
  const labels = Int32Array.from(mesh.cells, ({ x, y }) => {
    const [east, north] = [(x - 16) / 14.2, (y - 13.2) / 11.2]
    if (Math.hypot(east, north) + 0.24 * shore(x, y) > 0.97) return -1
    return boroughAt(x + 0.9 * bend(x, y), y + 0.9 * bend(y + 50, x))
  })
  for (const borough of boroughs.keys()) keepLargestPiece(mesh, labels, borough)
  return labels
}

function boroughAt(x: number, y: number): number {
  const river = 16.4 + 1.5 * Math.sin(y / 4.5)
  const along = Math.min(1, Math.max(0, (y - 7.5) / 13.5))
  const islandHalf = 3.7 * Math.sin(Math.PI * along) ** 0.6
  const aside = x - river
  const bayHalf = 0.45 + 0.62 * Math.max(0, 9.5 - y)
  if (islandHalf > 0.7 && Math.abs(aside) < islandHalf - 0.42) return oldHarbor
  if (Math.abs(aside) < Math.max(islandHalf + 0.42, bayHalf)) return -1
  if (aside > 0) return eastmere
  const strait = 9.3 + 0.14 * (x - 10)
  if (Math.abs(y - strait) < 0.5) return -1
  return y > strait ? westbank : southfold
}

/** Small islands of a borough become water. */
function keepLargestPiece(mesh: Mesh, labels: Int32Array, borough: number): void {
  const seen = new Uint8Array(labels.length)
  const pieces: number[][] = []
  for (const [start, label] of labels.entries()) {
    if (label !== borough || seen[start]) continue
    const piece = [start]
    seen[start] = 1
    for (const cell of piece)
      for (const beside of mesh.neighbours[cell] ?? [])
        if (beside >= 0 && labels[beside] === borough && !seen[beside]) {
          seen[beside] = 1
          piece.push(beside)
        }
    pieces.push(piece)
  }
  pieces.sort((a, b) => b.length - a.length)
  for (const cell of pieces.slice(1).flat()) labels[cell] = -1
}
