/** First digits of the scripts that residents type numbers in: Arabic-Indic, Persian and Urdu, Devanagari, Bengali. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6]

/**
 * A text as it is compared: lower case, ASCII digits, without accents, apostrophes and punctuation, single spaces.
 * "¡No, I don’t!" becomes "no i dont".
 */
export function plain(text: string): string {
  return asciiDigits(text.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u20e3\ufe0f'’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** The same text with every digit written 0 to 9. */
export function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

const remembered = new WeakMap<object, Map<string, string>>()

/** `plain(text)`, remembered with the object that the text belongs to, since labels are compared with every reply. */
export function plainOnce(owner: object, text: string): string {
  let texts = remembered.get(owner)
  if (!texts) remembered.set(owner, (texts = new Map()))
  let known = texts.get(text)
  if (known === undefined) texts.set(text, (known = plain(text)))
  return known
}
