import { type Random, randomFrom } from '../random.ts'

/**
 * What can go wrong when a text is handed in.
 * `unavailable`: 503, nothing taken. `silent`: no answer at all, nothing taken. `answer-lost`: taken, then the connection
 * breaks. `answer-failed`: taken, and answered 500. `answer-late`: taken, and answered after a while. `answer-never`:
 * taken, and never answered.
 */
export type Mishap = 'unavailable' | 'silent' | 'answer-lost' | 'answer-failed' | 'answer-late' | 'answer-never'

/** What can happen to a status callback: posted twice, after the one that follows it, never, or a good while later. */
export type CallbackMishap = 'duplicated' | 'swapped' | 'lost' | 'late'

/** Shares of requests, or of callbacks, that meet each mishap. */
export type Shares<Kind extends string> = Readonly<Partial<Record<Kind, number>>>

/** Draws mishaps by their shares; the same seed gives the same ones in the same order. */
export function mishapsFrom<Kind extends string>(seed: string, shares: Shares<Kind>): () => Kind | undefined {
  const random: Random = randomFrom(seed, ...Object.keys(shares))
  const kinds = Object.keys(shares) as Kind[] // the keys of what was given are those of its type
  return () => {
    let left = random()
    return kinds.find((kind) => (left -= shares[kind] ?? 0) < 0)
  }
}
