import { languages } from '../languages/index.ts'
import { vocabularyOf } from '../languages/vocabulary.ts'
import { plain } from './plain.ts'
import type { Command, Reading } from './reading.ts'

const carrierStops = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit'])
const carrierStarts = new Set(['start', 'unstop'])
const carrierHelps = new Set(['help', 'info'])

/**
 * Whether a text asks us never to text again. `carrier` is a word on which the carrier itself blocks us and confirms,
 * so that we must stay silent; `plain` is any other way to say so, and deserves one confirmation.
 */
export function optOut(text: string): 'carrier' | 'plain' | undefined {
  if (carrierStops.has(text.trim().toLowerCase())) return 'carrier'
  const said = plain(text)
  if (said.length > longestRequest) return undefined
  return Object.keys(languages).some((language) => asksToStop(said, language)) ? 'plain' : undefined
}

/** No way to ask for a stop is longer; what is longer is an answer that happens to begin like one. */
const longestRequest = 60

/** "Stop!" and "please stop now" are no words of the carrier's, but clear enough. */
function asksToStop(said: string, language: string): boolean {
  const { optOut, courtesy } = vocabularyOf(language)
  if (optOut.has(said) || carrierStops.has(said)) return true
  const words = said.split(' ')
  const from = words.findIndex((word) => !courtesy.has(word))
  const to = words.findLastIndex((word) => !courtesy.has(word))
  const request = from < 0 ? '' : words.slice(from, to + 1).join(' ')
  return optOut.has(request) || carrierStops.has(request)
}

/** Whether a text takes an opt-out back. A bare `yes` does so only after an opt-out; otherwise it is an answer. */
export function optIn(text: string): 'start' | 'yes' | undefined {
  const said = plain(text)
  if (carrierStarts.has(said)) return 'start'
  return said === 'yes' ? 'yes' : undefined
}

/** Whether a carrier acts on this word by itself, so that it can be nobody's answer. */
export function isCarrierWord(text: string): boolean {
  const said = plain(text)
  return carrierStops.has(said) || carrierStarts.has(said) || carrierHelps.has(said)
}

/** The language a text asks for by its name. */
export function languageAsked(text: string, among: readonly string[]): string | undefined {
  const said = plain(text)
  return among.find((code) => languages[code]?.asked.includes(said))
}

/** What a text asks for instead of answering, in the resident's language or any other of the study's. */
export function commandIn(text: string, among: readonly string[]): Reading | undefined {
  if (optOut(text)) return { understood: false, command: 'opt-out' }
  if (optIn(text) === 'start') return { understood: false, command: 'opt-in' }
  const language = languageAsked(text, among)
  if (language) return { understood: false, command: 'language', language }
  const said = plain(text)
  for (const code of among) {
    const words = vocabularyOf(code)
    const command = commands.find(([, list]) => words[list].has(said))
    if (command) return { understood: false, command: command[0] }
  }
  return /^[?¿\s]+$/.test(text) ? { understood: false, command: 'help' } : undefined
}

const commands = [
  ['skip', 'skip'],
  ['refuse', 'refuse'],
  ['dont-know', 'dontKnow'],
  ['back', 'back'],
  ['help', 'help'],
] as const satisfies readonly (readonly [Command, string])[]

/** A phone's reaction to one of our texts ("Liked “Are you …”"): never an answer. */
export function isReaction(text: string): boolean {
  return /^\s*(?:(?:liked|loved|disliked|laughed at|emphasized|questioned|removed an? \w+ from)|(?:le gustó|le encantó|no le gustó|le dio risa|destacó|cuestionó|a \w+ le (?:gustó|encantó))|(?:reacted|reaccionó) .{1,12}? (?:to|a)|\p{Extended_Pictographic}\S* (?:to|a))\s+(?:[“"«„']|an? (?:image|photo|message)|una? (?:imagen|foto|mensaje))/iu.test(
    text,
  )
}
