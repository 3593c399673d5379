import { randomStream } from '../random.ts'

/**
 * Standard normal numbers that the seed alone decides.
 *
 * @param seed   a whole number
 * @param count  how many
 * @see          Box & Muller (1958), Annals of Mathematical Statistics 29, 610–611
 */
export function normalDraws(seed: number, count: number): Float64Array {
  const random = randomStream(seed)
  const result = new Float64Array(count)
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()))
    const angle = 2 * Math.PI * random()
    result[i] = radius * Math.cos(angle)
    if (i + 1 < count) result[i + 1] = radius * Math.sin(angle)
  }
  return result
}
