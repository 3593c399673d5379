import { toSimplified } from '../languages/words/han.ts'

/** Digits of every script are written 0 to 9 from here on; these are the zeros of those that residents type. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0ae6, 0x0a66]

/** Characters that show nothing: joiners, marks of direction, soft hyphens. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/g

/** A text as it was written, in one encoding: digits 0 to 9, full-width forms narrow, nothing invisible. */
export function tidy(text: string): string {
  if (isAscii(text)) return text
  return asciiDigits(text.normalize('NFKC').replace(invisible, ''))
}

/**
 * A text as it is compared: lower case, without accents, apostrophes and punctuation, words and numbers apart by single
 * spaces, one letter for those that people use in each other's place. "¡No, I don’t!" becomes "no i dont", "2번" "2 번".
 */
export function plain(text: string): string {
  const tidied = tidy(text).toLowerCase()
  if (isAscii(tidied)) return separated(tidied.replace(/['`]/g, '').replace(/[^a-z0-9]+/g, ' ')).trim()
  const words = foldLetters(tidied)
    .replace(/['’‘`´ʼʹ]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
  return separated(words)
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
}

/** With spaces between letters and digits, and between Chinese characters and letters. */
function separated(text: string): string {
  if (isAscii(text)) return text.replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
  return text.replace(
    /(?<=\p{N})(?=[\p{L}\p{M}])|(?<=[\p{L}\p{M}])(?=\p{N})|(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/gu,
    ' ',
  )
}

/** The same text with every digit written 0 to 9. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

/** Without accents and vowel signs that are left out at will; Arabic and Urdu letters that look alike made one. */
function foldLetters(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u20e3\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0981\u09bc]/g, '')
    .normalize('NFC')
    .replace(/[łøđıßœæىیےکہھۀەةۃںٱ]/g, (letter) => oneLetter[letter] ?? letter)
  return /\p{Script=Han}/u.test(bare) ? toSimplified(bare) : bare
}

const oneLetter: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ک: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ة: 'ه',
  ۃ: 'ه',
  ں: 'ن',
  ٱ: 'ا',
}

function isAscii(text: string): boolean {
  return /^[\t\n\r -~]*$/.test(text)
}
