import { type Segmented, segmentsOf } from '../segments.ts'
import { sevenBitFor } from './ready-to-text.ts'

/** A character that keeps a text out of the seven-bit alphabet. */
export type Foreign = {
  readonly character: string
  /** As Unicode names it: "U+00E1". */
  readonly codePoint: string
  /** Where it first stands, counted from 1 in characters. */
  readonly at: number
  /** What to write in its place; nothing where the alphabet has nothing like it. */
  readonly instead?: string
}

/** What a text comes to, and what makes it dear. */
export type Measured = Omit<Segmented, 'foreign'> & {
  readonly foreign: readonly Foreign[]
  /** Segments with all foreign characters replaced; only where that can be done and is less. */
  readonly plainSegments?: number
}

/** Counts a text as it leaves us, and looks for what would be cheaper. */
export function measured(text: string): Measured {
  const { encoding, segments, left, foreign } = segmentsOf(text)
  const characters = Array.from(text)
  const named = foreign.map((character): Foreign => {
    const instead = sevenBitFor(character)
    return {
      character,
      codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      at: characters.indexOf(character) + 1,
      ...(instead !== undefined && { instead }),
    }
  })
  const plain = segmentsOf(characters.map((one) => (foreign.includes(one) ? (sevenBitFor(one) ?? one) : one)).join(''))
  const isCheaper = plain.encoding === 'GSM-7' && plain.segments < segments
  return { encoding, segments, left, foreign: named, ...(isCheaper && { plainSegments: plain.segments }) }
}
