/** How a text travels: what a carrier counts, and bills. */
export type Segmented = {
  readonly encoding: 'GSM-7' | 'UCS-2'
  readonly segments: number
  /** Characters that still fit into the last segment, as this encoding counts them. */
  readonly left: number
  /** The characters that GSM-7 does not have, each once: one alone makes the whole text UCS-2. */
  readonly foreign: readonly string[]
}

/** The default alphabet and its extension, whose characters count twice (3GPP TS 23.038, section 6.2.1). */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const extension = new Set('\f^{}\\[~]|€')

/** Units in a text that travels alone, and in each part of a longer one, which needs room for a header. */
const room = { 'GSM-7': { alone: 160, part: 153 }, 'UCS-2': { alone: 70, part: 67 } } as const

/**
 * Counts the segments of a text.
 *
 * A character of two units never straddles two parts: neither an escaped one of GSM-7 nor a surrogate pair of UCS-2.
 */
export function segmentsOf(text: string): Segmented {
  const foreign = new Set<string>()
  for (const character of text) if (!basic.has(character) && !extension.has(character)) foreign.add(character)
  const encoding = foreign.size > 0 ? 'UCS-2' : 'GSM-7'
  const sizes = Array.from(text, (character) => {
    if (encoding === 'UCS-2') return character.length
    return extension.has(character) ? 2 : 1
  })
  const { alone, part } = room[encoding]
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total <= alone) return { encoding, segments: 1, left: alone - total, foreign: [...foreign] }
  let [segments, used] = [1, 0]
  for (const size of sizes) {
    if (used + size > part) {
      segments++
      used = 0
    }
    used += size
  }
  return { encoding, segments, left: part - used, foreign: [...foreign] }
}
