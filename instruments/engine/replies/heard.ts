import { plain, tidy } from './plain.ts'

/** A reply made ready once, for every reader. */
export type Heard = {
  /** As it was written, in one encoding. */
  readonly text: string
  /** As it is compared; see `plain`. */
  readonly said: string
  /** Whether it has pictures or signs that are no punctuation. */
  readonly hasSigns: boolean
}

/** Makes a reply ready: "(b)" is the second of a list, "no. 2" and "№2" are numbers, "yesss" is "yes". */
export function hear(text: string): Heard {
  const written = tidy(text.replace(/(?:\bn(?:o|um|r|º|°)\.?|№|#)\s*(?=\p{Nd})/giu, ' '))
  const lettered = written.replace(
    /^\s*[([]?([a-i])[)\]]/i,
    (_, letter: string) => `${letter.toLowerCase().charCodeAt(0) - 96} `,
  )
  return {
    text: lettered,
    said: unstretched(plain(lettered)),
    hasSigns: /[\p{Extended_Pictographic}\p{S}]/u.test(written.replace(/[\p{N}\p{P}]/gu, '')),
  }
}

/** "Yesss" and "好好好" as they are without the emphasis; "iii" may be a numeral and stays. */
function unstretched(said: string): string {
  return said.replace(/(\p{L})\1{2,}/gu, (run, letter: string, at: number) => {
    const alone = !isLetter(said[at - 1]) && !isLetter(said[at + run.length])
    return alone && /[a-z]/.test(letter) ? run : letter
  })
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character)
}
