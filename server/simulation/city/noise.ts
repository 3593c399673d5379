import { randomFrom } from '#server/simulation/random.ts'

/** A smooth random height over the plane, about -1 to 1, the same for the same seed. */
export type Noise = (x: number, y: number) => number

/**
 * Value noise: random heights at the corners of a square lattice, blended in between, in layers that halve in size
 * and in height.
 *
 * @param size    side of the largest bumps, in the units of x and y
 * @param layers  how many sizes of bumps lie on top of each other
 */
export function noiseFrom(seed: string, size: number, layers: number): Noise {
  const corners = new Map<string, number>()
  const heightAt = (layer: number, column: number, row: number) => {
    const key = `${layer} ${column} ${row}`
    const known = corners.get(key)
    if (known !== undefined) return known
    const height = randomFrom(seed, key)() * 2 - 1
    corners.set(key, height)
    return height
  }
  const layerAt = (layer: number, x: number, y: number) => {
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const [across, up] = [ease(x - column), ease(y - row)]
    const below = blend(heightAt(layer, column, row), heightAt(layer, column + 1, row), across)
    const above = blend(heightAt(layer, column, row + 1), heightAt(layer, column + 1, row + 1), across)
    return blend(below, above, up)
  }
  return (x, y) => {
    let [sum, weight] = [0, 0]
    for (let layer = 0; layer < layers; layer++) {
      sum += layerAt(layer, (x / size) * 2 ** layer, (y / size) * 2 ** layer) / 2 ** layer
      weight += 1 / 2 ** layer
    }
    return (sum / weight) * 1.6
  }
}

const ease = (t: number) => t * t * (3 - 2 * t)
const blend = (from: number, to: number, part: number) => from + (to - from) * part
