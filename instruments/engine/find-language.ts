import { languages as spoken } from './languages/index.ts'
import { hanWriting } from './languages/words/han.ts'
import { languageAsked } from './replies/commands.ts'
import { plain, tidy } from './replies/plain.ts'

/** The one language that a text is in or asks for, or those among which its writer must choose. */
export type Found = { readonly language: string } | { readonly among: readonly string[] }

/**
 * The language of somebody of whom we know nothing but their first text: the one that it names ("ESPAÑOL", "hello in
 * polish"), else the one of its letters, else the one whose greetings it uses. A number or a word that several share
 * tells nothing.
 *
 * @param languages  the study's; no other is ever found
 */
export function findLanguage(text: string, languages: readonly string[]): Found | undefined {
  return languageTold(text, languages) ?? languageByWords(text, languages)
}

/** The language that a text names, or the one of its letters: sure enough to take the place of one that we were told. */
export function languageTold(text: string, languages: readonly string[]): Found | undefined {
  return languageNamedIn(text, languages) ?? languageByScript(text, languages)
}

/** The language that a text names; "Chinese" is two of them. */
function languageNamedIn(text: string, languages: readonly string[]): Found | undefined {
  const first = /^\s*[\p{L}\p{M}]+/u.exec(text)?.[0] ?? ''
  for (const said of [text, first]) {
    const named = languages.filter((code) => languageAsked(said, [code]) !== undefined)
    if (named.length > 0) return oneOf(named)
  }
  return undefined
}

/** The language that is written in the letters of a text, where they tell. Letters of none of ours mean: choose. */
export function languageByScript(text: string, languages: readonly string[]): Found | undefined {
  const written = tidy(text)
  const letters = written.match(/\p{L}/gu) ?? []
  const counts = scripts.map((script) => ({
    script,
    count: letters.filter((letter) => script.letter.test(letter)).length,
  }))
  const known = counts.reduce((most, one) => (one.count > most.count ? one : most), { script: latin, count: 0 })
  const others = letters.length - counts.reduce((sum, { count }) => sum + count, 0)
  if (others > known.count) return { among: languages }
  if (known.count === 0 || known.script === latin) return undefined
  const ours = languages.filter((code) => known.script.codes.includes(code))
  const told = known.script.tell?.(written)
  if (told !== undefined && ours.includes(told)) return { language: told }
  return ours.length > 0 ? oneOf(ours) : { among: languages }
}

function oneOf(codes: readonly string[]): Found {
  const [only, ...more] = codes
  return only !== undefined && more.length === 0 ? { language: only } : { among: codes }
}

type Letters = {
  readonly letter: RegExp
  readonly codes: readonly string[]
  /** Tells languages of the same letters apart, where the text has what only one of them has. */
  readonly tell?: (text: string) => string | undefined
}

const latin: Letters = { letter: /\p{Script=Latin}/u, codes: [] }
const scripts: readonly Letters[] = [
  latin,
  { letter: /\p{Script=Cyrillic}/u, codes: ['ru'] },
  { letter: /\p{Script=Hangul}/u, codes: ['ko'] },
  { letter: /\p{Script=Bengali}/u, codes: ['bn'] },
  {
    letter: /\p{Script=Arabic}/u,
    codes: ['ar', 'ur'],
    tell: (text) => {
      const [isUrdu, isArabic] = [/[ٹڈڑےںگچپژھہک]/u.test(text), /[ةىكيإأ]/u.test(text)]
      if (isUrdu === isArabic) return undefined
      return isUrdu ? 'ur' : 'ar'
    },
  },
  {
    letter: /\p{Script=Han}/u,
    codes: ['zh-hans', 'zh-hant'],
    tell: (text) => {
      const writing = hanWriting(text)
      return writing && (writing === 'simplified' ? 'zh-hans' : 'zh-hant')
    },
  },
]

/** Words with which people begin, and marks, that one of our languages in Latin letters has and no other. */
const tellingWords: Readonly<Record<string, { readonly words: readonly string[]; readonly marks: RegExp }>> = {
  en: {
    words: ['hello', 'hi', 'hey', 'yes', 'start', 'begin', 'survey', 'what', 'who', 'this', 'the', 'good'],
    marks: /(?!)/,
  },
  es: {
    words: [
      'hola',
      'buenas',
      'buenos',
      'buen',
      'gracias',
      'encuesta',
      'quiero',
      'quien',
      'que',
      'empezar',
      'comenzar',
      'dia',
    ],
    marks: /[ñ¿¡]/i,
  },
  fr: {
    words: [
      'bonjour',
      'bonsoir',
      'salut',
      'coucou',
      'oui',
      'merci',
      'enquete',
      'sondage',
      'je',
      'commencer',
      'quoi',
      'est',
    ],
    marks: /[çœ]/i,
  },
  ht: {
    words: [
      'bonjou',
      'bonswa',
      'wi',
      'mesi',
      'sak',
      'pase',
      'sondaj',
      'mwen',
      'kijan',
      'kisa',
      'kiyes',
      'komanse',
      'alo',
    ],
    marks: /\b(?:kòmanse|mèsi|kreyòl)\b/i,
  },
  pl: {
    words: ['czesc', 'dzien', 'dobry', 'witam', 'witaj', 'tak', 'ankieta', 'dziekuje', 'siema', 'hej', 'kto', 'prosze'],
    marks: /[ąęłśźżćń]/i,
  },
}

function languageByWords(text: string, languages: readonly string[]): Found | undefined {
  const said = plain(text).split(' ')
  const telling = languages.filter((code) => {
    const { words = [], marks } = tellingWords[code] ?? {}
    return marks?.test(text) || said.some((word) => words.includes(word))
  })
  return telling.length === 1 ? oneOf(telling) : undefined
}

/** What people send for each of our languages, in letters that cost no more than the text around them. */
const inPlainLetters: Readonly<Record<string, string>> = {
  en: 'ENGLISH',
  es: 'ESPANOL',
  'zh-hans': 'ZHONGWEN',
  'zh-hant': 'ZHONGWEN',
  ru: 'RUSSKIY',
  bn: 'BANGLA',
  ht: 'KREYOL',
  ko: 'HANGUL',
  ar: 'ARABI',
  ur: 'URDU',
  fr: 'FRANCAIS',
  pl: 'POLSKI',
}

/** The study's other languages as people may ask for them, on one line; nothing where there is no other. */
export function otherLanguages(languages: readonly string[], but: string): string {
  const names = languages.filter((code) => code !== but).map((code) => inPlainLetters[code] ?? nameOf(code))
  return [...new Set(names)].join(', ')
}

/** A numbered list of languages, each by its own name. */
export function languageList(codes: readonly string[]): string {
  return codes.map((code, index) => `${index + 1}) ${nameOf(code)}`).join('\n')
}

function nameOf(code: string): string {
  return spoken[code]?.name ?? code
}
