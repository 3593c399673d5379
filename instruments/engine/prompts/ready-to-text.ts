import { languageOf } from '../languages/index.ts'
import { segmentsOf } from '../segments.ts'

/** Signs of good typography that cost a text its seven-bit alphabet, with what a phone's keyboard has for them. */
const lookAlikes: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
}

/** A right-to-left mark: a line that begins with it runs from right to left, whatever letters come first. */
const rightToLeft = '\u200f'

/**
 * A message as it leaves us. Curly quotes and dashes become plain ones where this alone brings the text back to the
 * seven-bit alphabet; elsewhere they cost nothing and stay. In Arabic and Urdu, a phone takes the direction of each
 * line from its first letter: lines that begin with Latin letters ("1) SMS أو مكالمة") are marked, others need nothing,
 * since "1) " at the start of a line that runs right to left stands at its right end.
 */
export function readyToText(text: string, language: string): string {
  const plain = withPlainSigns(text)
  if (isSevenBit(plain)) return plain
  if (languageOf(language).direction === 'ltr') return text
  return text
    .split('\n')
    .map((line) => (startsLatin(line) ? rightToLeft + line : line))
    .join('\n')
}

function isSevenBit(text: string): boolean {
  return segmentsOf(text).encoding === 'GSM-7'
}

/** With the signs that a phone's keyboard has for curly quotes, dashes and the like. */
export function withPlainSigns(text: string): string {
  return text.replace(/[\p{P}\p{Zs}]/gu, (sign) => lookAlikes[sign] ?? sign)
}

function startsLatin(line: string): boolean {
  const [first = ''] = /\p{L}/u.exec(line) ?? []
  // A link alone is one run of its own and stays as it is.
  return /\p{Script=Latin}/u.test(first) && /[\p{Script=Arabic}]/u.test(line)
}

/** The seven-bit character that reads most alike, for an author to use instead; nothing where there is none. */
export function sevenBitFor(character: string): string | undefined {
  const sign = lookAlikes[character]
  if (sign) return sign
  const bare = character.normalize('NFD').replace(/\p{M}/gu, '')
  if (bare === character) return stroked[character]
  const grave = `${bare}\u0300`.normalize('NFC')
  return [grave, bare].find(isSevenBit)
}

/** Letters that no accent was taken from. */
const stroked: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L', œ: 'oe', Œ: 'OE', đ: 'd' }
