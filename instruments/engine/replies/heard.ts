import { placeOf } from '../languages/letters.ts'
import { plain, tidy } from './plain.ts'

/** A reply made ready once, for every reader. */
export type Heard = {
  /** As it was written, in one encoding. */
  readonly text: string
  /** As it is compared; see `plain`. */
  readonly said: string
  /** Whether it has pictures or signs that are no punctuation. */
  readonly hasSigns: boolean
  /** The place on the list that a letter alone stands for: 2 of "b" and "(b)". */
  readonly lettered?: number
  /** Whether it had "no 1", which is "number 1" or a no. */
  readonly isNoNumber: boolean
}

/** "718-555-0143" and "(718) 555 0143": not three numbers of a list. */
const phoneNumber = /(?<![\d.,])(?:\+?1[-. ]?)?\(?\d{3}\)?[-. ]\s?\d{3}[-. ]\d{4}(?!\d)/g

/** Makes a reply ready: "(b)" is the second of a list, "no. 2" and "№2" are numbers, "yesss" is "yes". */
export function hear(text: string): Heard {
  const written = tidy(text.replace(/(?:\bn(?:o|um|r|º|°)\.?|№|#)\s*(?=\p{Nd})/giu, ' ')).replace(phoneNumber, ' ☎ ')
  const lettered = written.replace(
    /^\s*[([]?([a-i])[)\]]/i,
    (_, letter: string) => `${letter.toLowerCase().charCodeAt(0) - 96} `,
  )
  const [, letter = ''] = /^\s*[([]?\s*(\p{L})\s*[.)\]]*\s*$/u.exec(written) ?? []
  const place = placeOf(letter)
  return {
    text: lettered,
    said: unstretched(plain(lettered)),
    hasSigns: /[\p{Extended_Pictographic}\p{S}]/u.test(written.replace(/[\p{N}\p{P}]/gu, '')),
    isNoNumber: /^\s*no\s+\p{Nd}/iu.test(text),
    ...(place !== undefined && { lettered: place + 1 }),
  }
}

/** A part of a reply: a letter alone is a word there ("a" is "and" in Polish), no place on the list. */
export function hearPart(text: string): Heard {
  const { lettered: _, ...heard } = hear(text)
  return heard
}

/** "Yesss" and "好好好" as they are without the emphasis; "iii" may be a numeral and stays. */
function unstretched(said: string): string {
  if (!/(.)\1\1/.test(said)) return said
  return said.replace(/(\p{L})\1{2,}/gu, (run, letter: string, at: number) => {
    const alone = !isLetter(said[at - 1]) && !isLetter(said[at + run.length])
    return alone && /[a-z]/.test(letter) ? run : letter
  })
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character)
}
