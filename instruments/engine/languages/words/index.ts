import { en } from './en.ts'
import { es } from './es.ts'
import type { Words } from './words.ts'

/** What residents say, by language. */
export const words: Readonly<Record<string, Words>> & { readonly en: Words } = { en, es }
