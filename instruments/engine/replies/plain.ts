import { toSimplified } from '../languages/words/han.ts'

/** Digits of every script are written 0 to 9 from here on; these are the zeros of those that residents type. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0ae6, 0x0a66]

/** Characters that show nothing: joiners, marks of direction, soft hyphens. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/g

const quarters: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 }

/** A text as it was written, in one encoding: digits 0 to 9, full-width forms narrow, nothing invisible. */
export function tidy(text: string): string {
  if (isAscii(text)) return text
  const spelled = text
    .replace(/(\d*) ?([¼½¾])/g, (_, ones: string, part: string) => String(Number(ones) + (quarters[part] ?? 0)))
    .replaceAll('🔟', '10')
    .replaceAll('\u20e3', ' ') // keycaps stand apart: "4️⃣5️⃣" is 4 and 5
  return asciiDigits(spelled.normalize('NFKC').replace(invisible, ''))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replace(/(?<=\d)。(?=\d)/g, '.')
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
  const parted = /\d/.test(words) || /[a-z]/.test(words) ? separated(words) : words
  return (
    /\p{Script=Han}/u.test(parted) ? parted.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') : parted
  ).trim()
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
  const bare = oneScript(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u20e3\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0981\u09bc]/g, '')
    .normalize('NFC')
    .replace(/[łøđıßœæىیےکہھۀەةۃںٱ]/g, (letter) => oneLetter[letter] ?? letter)
  return /\p{Script=Han}/u.test(bare) ? toSimplified(bare) : bare
}

/** A word with a Latin look-alike among Cyrillic letters, as keyboards that switch leave them, all in Cyrillic. */
function oneScript(text: string): string {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text
  return text.replace(/[a-z]*\p{Script=Cyrillic}[a-z\p{Script=Cyrillic}]*/gu, (word) =>
    word.replace(/[acekmoptxy]/g, (letter) => cyrillic[letter] ?? letter),
  )
}

const cyrillic: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
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
