import { ar } from './ar.ts'
import { bn } from './bn.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ht } from './ht.ts'
import { ko } from './ko.ts'
import { pl } from './pl.ts'
import { ru } from './ru.ts'
import { ur } from './ur.ts'
import type { Words } from './words.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

/** A new language is one file of its own, entered here. */
const all: Readonly<Record<string, Words>> = {
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

/** The words of the pages; English stands in for a language that has none yet. */
export function wordsIn(language: string): Words {
  return all[language] ?? en
}

/** Fills the blanks of a sentence. */
export function filled(sentence: string, blanks: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, blank: string) => String(blanks[blank] ?? ''))
}
