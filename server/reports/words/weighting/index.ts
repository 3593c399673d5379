import { en } from './en.ts'
import { es } from './es.ts'
import type { WeightingWords } from './words.ts'

export type { WeightingWords } from './words.ts'

const all: Readonly<Record<string, WeightingWords>> = { en, es }

/** English stands in for a language we do not have. */
export function weightingWordsIn(language: string): WeightingWords {
  return all[language] ?? en
}
