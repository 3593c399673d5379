import { en } from './en.ts'
import { es } from './es.ts'
import type { Words } from './words.ts'

/** A new language is one file of its own, entered here. */
const all: Readonly<Record<string, Words>> = { en, es }

/** The words of the pages; English stands in for a language that has none yet. */
export function wordsIn(language: string): Words {
  return all[language] ?? en
}

/** Fills the blanks of a sentence. */
export function filled(sentence: string, blanks: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, blank: string) => String(blanks[blank] ?? ''))
}
