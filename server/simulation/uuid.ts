import type { Random } from './random.ts'

/** A UUID (version 4, RFC 9562) from a stream of random numbers: the same for the same seed. */
export function uuidFrom(random: Random): string {
  const hex = hexFrom(random, 32)
  const variant = (8 + Math.floor(random() * 4)).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Hexadecimal digits, such as the sid of a text has. */
export function hexFrom(random: Random, length: number): string {
  let hex = ''
  while (hex.length < length)
    hex += Math.floor(random() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0')
  return hex.slice(0, length)
}
