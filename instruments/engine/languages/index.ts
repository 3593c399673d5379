import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ht } from './ht.ts'
import { ko } from './ko.ts'
import type { Language, Lines } from './language.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import { ur } from './ur.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

/** The languages Canvass speaks and reads, by code. */
export const languages: Readonly<Record<string, Language>> = {
  en,
  es,
  'zh-hans': zhHans,
  'zh-hant': zhHant,
  ru,
  bn,
  ht,
  ko,
  ar,
  ur,
  fr,
  pl,
}

/** A language by its code; English stands in for one we do not have. */
export function languageOf(code: string): Language {
  return languages[code] ?? en
}

type Line = Exclude<keyof Lines, 'reasons'>

/** What we say in a language, with its blanks filled in. */
export function line(language: string, name: Line, blanks: Readonly<Record<string, string | number>> = {}): string {
  return languageOf(language).lines[name].replace(/\{(\w+)\}/g, (_, blank: string) => String(blanks[blank] ?? ''))
}

/** One of our lines as a text in all languages. */
export function inEveryLanguage(name: Line): Record<string, string> {
  return Object.fromEntries(Object.keys(languages).map((code) => [code, line(code, name)]))
}
