import { languageCode } from './languages/codes.ts'

/** A text by language code; `default` stands for the languages it does not name. */
export type Translated = Readonly<Record<string, string>>

/** A text in a language, else in the instrument's first language. */
export function inLanguage(text: Translated | undefined, language: string): string {
  return text?.[language] ?? text?.['default'] ?? text?.['en'] ?? Object.values(text ?? {})[0] ?? ''
}

/** A text by our own language codes; SurveyJS has others for Chinese. */
export function translated(text: string | Record<string, string>): Translated {
  if (typeof text === 'string') return { default: text }
  if (!('zh-cn' in text) && !('zh-tw' in text)) return text
  return Object.fromEntries(Object.entries(text).map(([code, wording]) => [languageCode(code), wording]))
}

/** Two texts as one, in every language that either has. */
export function joined(first: Translated, second: Translated): Translated {
  const languages = new Set([...Object.keys(first), ...Object.keys(second)])
  return Object.fromEntries(
    [...languages].map((code) => [code, `${inLanguage(first, code)} – ${inLanguage(second, code)}`]),
  )
}
