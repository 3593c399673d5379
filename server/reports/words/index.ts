import { en } from './en.ts'
import { es } from './es.ts'
import type { Words } from './words.ts'

export type { Words } from './words.ts'

/** The languages of the public pages. A new one is one file of the form of en.ts, entered here. */
const all: Readonly<Record<string, Words>> = { en, es }
export const reportLanguages: readonly string[] = Object.keys(all)

/** English stands in for a language we do not have. */
export function wordsIn(language: string): Words {
  return all[language] ?? en
}

/** A sentence with its blanks filled in. */
export function filled(sentence: string, blanks: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, blank: string) => String(blanks[blank] ?? ''))
}
