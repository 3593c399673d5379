import { randomFrom } from '#server/simulation/random.ts'
import { wholeNumbers } from '#server/simulation/whole-numbers.ts'
import type { Mesh } from './mesh.ts'
import { noiseFrom } from './noise.ts'
import { nearestByLand, type Precincts } from './precincts.ts'

/** One line of a place shares file: the part of a ZIP code's people who live in an area. */
export type PlaceShare = { readonly place: string; readonly area: string; readonly share: number }

/** Smaller parts of a ZIP code are left out, as published crosswalks do. */
const leastShare = 0.015

/**
 * Invents ZIP codes whose borders cross those of the precincts: some lie in one precinct, some in two or three.
 * They begin with 000, which no real ZIP code does.
 */
export function inventZipCodes(mesh: Mesh, { ofCell, list, density }: Precincts, seed: string): PlaceShare[] {
  const zipOfCell = new Map<number, number>()
  let zips = 0
  const roughness = noiseFrom(`${seed} delivery rounds`, 1.2, 2)
  for (const borough of new Set(list.map((precinct) => precinct.borough))) {
    const inhabited = [...ofCell.keys()].filter(
      (cell) => list[ofCell[cell] ?? -1]?.borough === borough && (density[cell] ?? 0) > 0,
    )
    const centers = zipCenters(inhabited, ofCell, seed, borough)
    for (const [cell, zip] of nearestByLand(mesh, inhabited, centers, roughness)) zipOfCell.set(cell, zips + zip)
    zips += centers.length
  }
  const people = Array.from({ length: zips }, () => new Map<string, number>())
  for (const [cell, zip] of zipOfCell) {
    const area = list[ofCell[cell] ?? -1]?.id
    const parts = people[zip]
    if (area !== undefined && parts) parts.set(area, (parts.get(area) ?? 0) + (density[cell] ?? 0))
  }
  return people.flatMap((parts, zip) => sharesOf(`000${zip + 10}`, parts))
}

/** Half the precincts have a post office in their middle, the others share ones that stand on their borders. */
function zipCenters(inhabited: readonly number[], ofCell: Int32Array, seed: string, borough: string): number[] {
  const random = randomFrom(seed, 'zip', borough)
  const byPrecinct = new Map<number, number[]>()
  for (const cell of inhabited) {
    const precinct = ofCell[cell] ?? -1
    byPrecinct.set(precinct, [...(byPrecinct.get(precinct) ?? []), cell])
  }
  return [...byPrecinct.values()].flatMap((cells, k) => {
    const middle = cells[Math.floor(cells.length / 2)]
    const anywhere = cells[Math.floor(random() * cells.length)]
    return [middle, ...(k % 2 === 0 && anywhere !== middle ? [anywhere] : [])].filter((cell) => cell !== undefined)
  })
}

function sharesOf(place: string, parts: ReadonlyMap<string, number>): PlaceShare[] {
  const total = [...parts.values()].reduce((sum, people) => sum + people, 0)
  const kept = [...parts].filter(([, people]) => people / total >= leastShare)
  const sum = kept.reduce((sum, [, people]) => sum + people, 0)
  // In whole millionths that add up to one exactly, as a file would carry them.
  const millionths = wholeNumbers(
    1e6,
    kept.map(([, people]) => people / sum),
  )
  return kept.map(([area], i) => ({ place, area, share: (millionths[i] ?? 0) / 1e6 })).sort((a, b) => b.share - a.share)
}
