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
import { zh } from './zh.ts'

/** What residents say, by language. */
export const words: Readonly<Record<string, Words>> & { readonly en: Words } = {
  en,
  es,
  'zh-hans': zh,
  'zh-hant': zh,
  ru,
  bn,
  ht,
  ko,
  ar,
  ur,
  fr,
  pl,
}
