import { findLanguage } from './find-language.ts'
import { languages, line } from './languages/index.ts'

/** What we say to a text where no interview can be asked. Without a known language, in the one that it is in. */

/** Confirms, once, that we will not text again. */
export function stoppedText(language = 'en'): string {
  return line(language, 'stopped')
}

/** No study is open; one that is paused will be again. */
export function closedText(text: string, language: string | undefined, status: 'closed' | 'paused' = 'closed'): string {
  return line(language ?? languageOfText(text), status)
}

/** The language of a stranger's text, as far as it tells one of ours. */
export function languageOfText(text: string, among: readonly string[] = Object.keys(languages)): string {
  const found = findLanguage(text, among)
  return (found && 'language' in found ? found.language : found?.among[0]) ?? among[0] ?? 'en'
}
