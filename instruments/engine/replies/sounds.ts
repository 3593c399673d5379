import { syllableOf } from '../languages/words/pinyin.ts'
import { slipsBetween } from './typos.ts'

/**
 * Words as they sound, roughly: the consonants that are left when a word of any script is written in Latin letters.
 * Who writes "bishshash kori" for "বিশ্বাস করি" or "vibliotecas" for "bibliotecas" means what it sounds like.
 */
export function soundOf(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const sound = /[a-z]/.test(word) ? consonants(word) : consonants(romanised(word))
  if (remembered.size > mostRemembered) remembered.clear()
  remembered.set(word, sound)
  return sound
}

const remembered = new Map<string, string>()
const mostRemembered = 5000

/** Whether two words sound alike: of different scripts by their consonants, of the same only with few slips. */
export function soundsLike(word: string, other: string): boolean {
  const areLatin = /[a-z]/.test(word) && /[a-z]/.test(other)
  if (/\p{Script=Han}/u.test(word)) return isHomophone(word, other)
  if (areLatin) {
    const isClose = soundOf(word).length > 2 && Math.abs(word.length - other.length) <= 2
    return isClose && soundOf(word) === soundOf(other) && slipsBetween(`.${word}`, `.${other}`, 3) !== undefined
  }
  return isRomanised(word) && !isRomanised(other) && soundOf(word) !== '' && soundOf(word) === soundOf(other)
}

export function isRomanised(said: string): boolean {
  return /^[a-z ]+$/.test(said)
}

/** Chinese characters as pinyin without tones or spaces. */
export function pinyinOf(said: string): string {
  return Array.from(said.replaceAll(' ', ''), syllableOf)
    .join('')
    .replace(/([aei])ng/g, '$1n') // north and south
}

/** Two characters or more that are typed the same way, at most half of them different. */
function isHomophone(word: string, other: string): boolean {
  if (word === other || word.length < 2 || word.length !== other.length) return false
  const off = Array.from(word).filter((character, i) => character !== other[i])
  return off.length * 2 <= word.length && pinyinOf(word) === pinyinOf(other) && !/[不没无非]/.test(off.join(''))
}

/** Latin letters as consonants, spellings of one sound made one, vowels and breath left out. */
function consonants(word: string): string {
  return word
    .replace(/^[hy]?[aeiou]/, 'A')
    .replace(/shch|sch|sh|sz/g, 's')
    .replace(/tch|cz|ch/g, 'C')
    .replace(/ts|tz/g, 'C')
    .replace(/zh|rz/g, 'z')
    .replace(/ph|f/g, 'p')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/j/g, 'z')
    .replace(/v/g, 'b')
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1')
}

function romanised(word: string): string {
  const joined = word.replace(/\u09cd[\u09ac\u09af]/g, '') // Bengali: silent below another consonant
  return Array.from(joined, (letter, i) => {
    if (letter === 'য') return i === 0 ? 'z' : ''
    return letters.get(letter) ?? (i === 0 ? 'a' : '')
  }).join('')
}

/** The consonants of the scripts that people write in Latin letters. */
const letters = new Map(
  `b бвبবভ p пپفফপф t тتٹطতটথঠৎ s сшصسشثসশষ z зжزذضظژجজঝ ch чচছچ ts ц d дدڈডদধঢ r рرڑর k кхقكخکকখ g гغگগঘ l лلল m мمম n нنণনঞঙং sh щ`
    .split(' ')
    .flatMap((part, i, parts): [string, string][] =>
      i % 2 === 1 ? Array.from(part, (letter) => [letter, parts[i - 1] ?? '']) : [],
    ),
)
