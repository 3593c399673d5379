/** Draws numbers in [0, 1), the same ones for the same seed on every machine. */
export type Random = () => number

/**
 * A stream of random numbers that belongs to its keys: the same keys always give the same stream, other keys an
 * unrelated one, so that what one resident says never depends on who was asked before.
 *
 * xoshiro128** (Blackman & Vigna 2018), started from a hash of the keys.
 */
export function randomFrom(...keys: readonly (string | number)[]): Random {
  const text = keys.join('\u001f')
  let a = hash(text, 0x811c9dc5)
  let b = hash(text, 0x1b873593)
  let c = hash(text, 0x2c1b3c6d)
  let d = hash(text, 0x297a2d39) | 1 // never all zero
  const draw = () => {
    const product = Math.imul(b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return (result >>> 0) / 4_294_967_296
  }
  // The first results of a fresh state still show its bits.
  for (let i = 0; i < 4; i++) draw()
  return draw
}

/** Rounds of xor and multiplication over the text's code units, finished as MurmurHash3 is (Appleby 2011). */
function hash(text: string, start: number): number {
  let sum = start
  for (let i = 0; i < text.length; i++) {
    sum = Math.imul(sum ^ text.charCodeAt(i), 0xcc9e2d51)
    sum = (sum << 15) | (sum >>> 17)
  }
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35)
  return sum ^ (sum >>> 16)
}

/** A draw from the normal distribution with mean 0 and variance 1 (Box & Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** The position of one of the weights, each as likely as its share of their sum. */
export function drawIndex(random: Random, weights: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i] ?? 0
  let left = random() * sum
  for (let i = 0; i < weights.length; i++) if ((left -= weights[i] ?? 0) < 0) return i
  return weights.length - 1
}

/** One of the things, each as likely as the others. */
export function drawOne<T>(random: Random, things: readonly T[]): T {
  const drawn = things[Math.floor(random() * things.length)]
  if (drawn === undefined) throw new RangeError('There is nothing to draw from')
  return drawn
}

/** Shares of their sum that are in proportion to exp(score): what a person with these leanings chooses. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - highest))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum)
}
