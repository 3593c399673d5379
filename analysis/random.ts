/**
 * A stream of numbers in [0, 1) that the seed alone decides, the same on every machine.
 *
 * @param seed  a whole number
 * @see         Blackman & Vigna (2021), ACM TOMS 47(4), xoshiro128**, filled by splitmix32
 */
export function randomStream(seed: number): () => number {
  let filler = seed >>> 0
  const state = Uint32Array.from({ length: 4 }, () => {
    filler = (filler + 0x9e3779b9) >>> 0
    let z = filler
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  })
  const rotated = (value: number, by: number) => ((value << by) | (value >>> (32 - by))) >>> 0
  return () => {
    const result = Math.imul(rotated(Math.imul(state[1]!, 5) >>> 0, 7), 9) >>> 0
    const shifted = (state[1]! << 9) >>> 0
    state[2]! ^= state[0]!
    state[3]! ^= state[1]!
    state[1]! ^= state[2]!
    state[0]! ^= state[3]!
    state[2]! ^= shifted
    state[3] = rotated(state[3]!, 11)
    return result / 2 ** 32
  }
}
