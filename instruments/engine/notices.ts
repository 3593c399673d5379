import { languages, line } from './languages/index.ts'
import { languageAsked } from './replies/commands.ts'

/** What we say to a text where no interview can be asked. Without a known language, in the one that it names. */

/** Confirms, once, that we will not text again. */
export function stoppedText(language = 'en'): string {
  return line(language, 'stopped')
}

/** No study is open. */
export function closedText(text: string, language: string | undefined): string {
  return line(language ?? languageAsked(text, Object.keys(languages)) ?? 'en', 'closed')
}
