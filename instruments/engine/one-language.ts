import { languageCode } from './languages/codes.ts'
import { yes } from './languages/yes-no.ts'
import { inLanguage, translated } from './translated.ts'

/**
 * A document with each of its texts in one language only, as SurveyJS's `default`: a page that speaks one language
 * need not carry them all.
 */
export function inOneLanguage<Document>(document: Document, language: string): Document {
  return only(document, language) as Document // the same, but that texts lose the other languages
}

function only(node: unknown, language: string): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map((child) => only(child, language))
  if (isText(node)) return { default: inLanguage(translated(node), language) }
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, only(child, language)]))
}

/** Wordings by language; any other record of texts has a key that names no language. */
function isText(node: object): node is Record<string, string> {
  const entries = Object.entries(node)
  return entries.length > 0 && entries.every(([key, text]) => typeof text === 'string' && isLanguage(key))
}

function isLanguage(key: string): boolean {
  return key === 'default' || languageCode(key) in yes
}
