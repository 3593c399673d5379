import type { Compiled } from './compile.ts'
import { type Interview, isOpen } from './interview.ts'
import { line } from './languages/index.ts'
import { inLanguage } from './question.ts'
import { isQuestionToUs } from './replies/asked-back.ts'
import { requestIn, requestsInside } from './replies/commands.ts'
import { hear } from './replies/heard.ts'
import { mayBeOptOut } from './replies/opt-out-inside.ts'
import { isReaction } from './replies/reactions.ts'
import { happened, made, type Making, making, saying, showing, type Turn } from './turn.ts'

/** What a text may say that has nothing to do with any question: it is heeded wherever an interview stands. */
export type Aside = 'reaction' | 'opt-out' | 'opt-out-in-doubt' | 'question' | 'help'

/**
 * Which of these a text is; undefined where it is none. A text that is nothing but a request to stop is one too, but
 * whoever keeps the ledger looks for that beforehand.
 *
 * @param languages  those of the study, the resident's first
 */
export function asideIn(text: string, languages: readonly string[]): Aside | undefined {
  const heard = hear(text)
  if (isReaction(heard)) return 'reaction'
  const request = requestIn(heard, languages)?.command
  if (request === 'opt-out' || requestsInside(text, languages).some(({ command }) => command === 'opt-out'))
    return 'opt-out'
  if (mayBeOptOut(text)) return 'opt-out-in-doubt'
  if (isQuestionToUs(text, languages)) return 'question'
  return request === 'help' ? 'help' : undefined
}

/** What an interview makes of a text that is an aside, where no question of it waits; undefined for all other texts. */
export function hearAside(compiled: Compiled, interview: Interview, text: string, language: string): Turn | undefined {
  const heeded = heedAside(making(compiled, interview, { language, link: undefined }), text)
  return heeded && made(heeded)
}

/** The same, while a turn is being made. */
export function heedAside(turn: Making, text: string): Making | undefined {
  const { compiled, language } = turn
  switch (asideIn(text, [language, ...compiled.study.languages.filter((code) => code !== language)])) {
    case 'reaction':
      return turn
    case 'opt-out':
      return stopped(turn, 'plain')
    case 'opt-out-in-doubt':
      return inDoubt(turn)
    case 'question':
      return asksUs(turn)
    case 'help':
      return saying(turn, helpText(turn))
    case undefined:
      return undefined
  }
}

/** The carrier confirms its own word; we confirm every other, once. */
export function stopped(turn: Making, stop: 'carrier' | 'plain'): Making {
  const { interview, language } = turn
  // A finished interview stays finished: the opt-out is then about texts alone.
  const noted = isOpen(interview) ? happened(turn, { type: 'opted-out' }) : turn
  const heeded: Making = { ...noted, asksToStop: true }
  return stop === 'plain' ? saying(heeded, line(language, 'stopped')) : heeded
}

/** What may be an opt-out goes to a person, and nothing is asked after it. */
export function inDoubt(turn: Making): Making {
  return showing(saying(turn, line(turn.language, 'someoneReads')), 'opt-out-in-doubt')
}

/** A question that no reply of ours answers goes to a person. */
export function asksUs(turn: Making): Making {
  return showing(saying(turn, line(turn.language, 'someoneReads')), 'question')
}

/** What we say to HELP: who asks, where to reach people, and the words that work. */
export function helpText({ compiled, language }: Pick<Making, 'compiled' | 'language'>): string {
  const { sponsor, title, contact } = compiled.study
  return line(language, 'help', {
    sponsor: inLanguage(sponsor, language),
    title: inLanguage(title, language),
    contact: inLanguage(contact, language),
  })
}
