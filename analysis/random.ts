/**
 * A stream of numbers in [0, 1) that the seed alone decides, the same on every machine.
 *
 * @param seed  a whole number
 * @see         Blackman & Vigna (2021), ACM TOMS 47(4), xoshiro128**, filled by splitmix32
 */
export const randomStream = (seed: number): (() => number) => streamFrom(randomState(seed))

/** The stream that goes on from a state, which moves on with it. */
export function streamFrom(state: Uint32Array): () => number {
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

/**
 * Where a stream starts: the four words of its state.
 *
 * @param seed    a whole number
 * @param stream  another whole number: streams of one seed that have nothing to do with each other
 */
export function randomState(seed: number, stream?: number): Uint32Array {
  const next = filler(seed)
  const state = Uint32Array.from({ length: 4 }, next)
  if (stream !== undefined) state.set(Uint32Array.from({ length: 2 }, filler(stream)), 2)
  return state
}

/** Splitmix32: words that have no pattern left of the seed. */
function filler(seed: number): () => number {
  let filled = seed >>> 0
  return () => {
    filled = (filled + 0x9e3779b9) >>> 0
    let z = filled
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return (z ^ (z >>> 15)) >>> 0
  }
}

const rotated = (value: number, by: number) => ((value << by) | (value >>> (32 - by))) >>> 0

/** Places are drawn in two steps where there are more: a block that fits the fastest memory, and a place in it. */
const blockBits = 12

/**
 * Draws places with replacement, each as likely as any other, and counts how often each was drawn.
 *
 * The numbers are those of `randomStream`, in a loop without calls: a bootstrap of a million rows draws half a billion.
 *
 * @param counts  the places from `first` on are counted up
 * @param state   of the stream; it moves on
 */
export function countDraws(
  counts: Uint32Array,
  { first, places, draws }: { first: number; places: number; draws: number },
  state: Uint32Array,
): void {
  if (places <= 2 ** (blockBits + 1)) return drawFrom(counts, first, places, draws, 0, state)
  const inBlock = new Uint32Array(Math.ceil(places / 2 ** blockBits))
  drawFrom(inBlock, 0, places, draws, blockBits, state)
  inBlock.forEach((own, block) => {
    const start = block * 2 ** blockBits
    drawFrom(counts, first + start, Math.min(2 ** blockBits, places - start), own, 0, state)
  })
}

/** Counts at first + ⌊place / 2^bits⌋. */
function drawFrom(
  counts: Uint32Array,
  first: number,
  places: number,
  draws: number,
  bits: number,
  state: Uint32Array,
): void {
  let [a, b, c, d] = [state[0]! | 0, state[1]! | 0, state[2]! | 0, state[3]! | 0]
  const scale = places / 2 ** 32
  for (let draw = 0; draw < draws; draw++) {
    const five = Math.imul(b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    counts[first + ((result * scale) >>> bits)]!++
  }
  state.set([a, b, c, d])
}
