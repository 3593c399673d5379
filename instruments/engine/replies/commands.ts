import { patternOf, phrasesOf } from '../languages/vocabulary.ts'
import { words } from '../languages/words/index.ts'
import type { Script } from '../languages/words/words.ts'
import { type Heard, hear } from './heard.ts'
import { languageNamed } from './language-names.ts'
import { plain } from './plain.ts'
import type { Command, Reading } from './reading.ts'

const carrierStops = new Set(['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit'])
const carrierStarts = new Set(['start', 'unstop'])
const carrierHelps = new Set(['help', 'info'])

/** No request is longer; what is longer is an answer that happens to begin like one. */
const longestRequest = 90

/**
 * Whether a text asks us never to text again, in any of our languages. `carrier` is a word on which the carrier itself
 * blocks us and confirms, so that we must stay silent; `plain` is any other way to say so, and deserves one
 * confirmation.
 */
export function optOut(text: string): 'carrier' | 'plain' | undefined {
  if (text.length > 2 * longestRequest) return undefined
  if (carrierStops.has(text.trim().toLowerCase())) return 'carrier'
  const said = plain(text)
  return asksToStop(said, waysToSay(said)) ? 'plain' : undefined
}

/** Whether a plain text, or a part of one, is a request to stop and nothing else. */
export function isStop(said: string): boolean {
  return asksToStop(said, waysToSay(said))
}

/** "Stop!" and "please stop now" are no words of the carrier's, but clear enough. */
function asksToStop(said: string, ways: readonly string[]): boolean {
  if (said === '' || said.length > longestRequest || !/\p{L}/u.test(said)) return false
  const { stops } = everyLanguage()
  return ways.some((way) => carrierStops.has(way) || stops.test(way))
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

/** The language a text asks for by its name, as any of our languages calls it. */
export function languageAsked(text: string, among: readonly string[]): string | undefined {
  const said = plain(text)
  return languageIn(said, waysToSay(said), among)
}

function languageIn(said: string, ways: readonly string[], among: readonly string[]): string | undefined {
  if (said.length > longestRequest) return undefined
  for (const way of ways) {
    const language = languageNamed(way, among)
    if (language !== undefined) return language
  }
  return undefined
}

export type Request = Reading & { readonly understood: false; readonly command: Command }

/** What the parts of a text ask for, where it has several: "no, and stop texting me". */
export function requestsInside(text: string, among: readonly string[]): Request[] {
  if (text.length > 2 * longestRequest) return []
  const parts = text.split(/[.,;:!?،؛؟。！？，、…\n]+/).filter((part) => /\p{L}/u.test(part))
  return parts.length < 2 ? [] : parts.flatMap((part) => requestIn(hear(part), among) ?? [])
}

/** What a text asks for instead of answering, in the resident's language, which stands first, or another. */
export function requestIn({ text, said }: Heard, among: readonly string[]): Request | undefined {
  if (said === '') return /^\s*[?¿؟][?¿؟\s]*$/.test(text) ? { understood: false, command: 'help' } : undefined
  if (said.length > longestRequest || !/\p{L}/u.test(said)) return undefined
  const ways = waysToSay(said)
  if (asksToStop(said, ways)) return { understood: false, command: 'opt-out' }
  if (carrierStarts.has(said)) return { understood: false, command: 'opt-in' }
  const language = languageIn(said, ways, among)
  if (language !== undefined) return { understood: false, command: 'language', language }
  for (const [i, code] of among.entries()) {
    const { pattern, script } = requestsOf(code)
    if (i > 0 && !script.test(said)) continue
    for (const way of ways) {
      const found = pattern.exec(way)
      const command = found && commands.find((_, group) => found[group + 1] !== undefined)
      if (command) return { understood: false, command: command[0] }
    }
  }
  return undefined
}

const commands = [
  ['refuse', 'refuse'],
  ['dont-know', 'dontKnow'],
  ['skip', 'skip'],
  ['back', 'back'],
  ['help', 'help'],
  ['link', 'link'],
] as const satisfies readonly (readonly [Command, string])[]

type Requests = { readonly pattern: RegExp; readonly script: RegExp }

const prepared = new Map<string, Requests>()

/** The requests of a language as one pattern with a group for each command. */
function requestsOf(language: string): Requests {
  const known = prepared.get(language)
  if (known) return known
  const own = words[language] ?? words.en
  const groups = commands.map(([, list]) => `(${patternOf(own[list])})`)
  const requests = { pattern: new RegExp(`^(?:${groups.join('|')})$`), script: scripts[own.script] }
  prepared.set(language, requests)
  return requests
}

/** Whether a plain text has letters of a language's script. */
export function mayBe(said: string, language: string): boolean {
  return requestsOf(language).script.test(said)
}

/** How the letters of each script look in a plain text. */
const scripts: Readonly<Record<Script, RegExp>> = {
  Arabic: /\p{Script=Arabic}/u,
  Bengali: /\p{Script=Bengali}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Han: /\p{Script=Han}/u,
  Hangul: /\p{Script=Hangul}/u,
  Latin: /[a-z]/,
}

type EveryLanguage = { readonly stops: RegExp; readonly courtesies: ReadonlySet<string> }

let every: EveryLanguage | undefined

/** What is understood from everybody, prepared once. */
function everyLanguage(): EveryLanguage {
  if (every) return every
  const all = Object.values(words)
  every = {
    stops: new RegExp(`^(?:${all.map(({ optOut }) => patternOf(optOut)).join('|')})$`),
    courtesies: new Set(all.flatMap(({ courtesy, and }) => phrasesOf(`${courtesy}, ${and}`).map(plain))),
  }
  return every
}

/**
 * A request with fewer and fewer of the words of courtesy around it, those of any language: what is courtesy in one may
 * be the request of another ("no" in Polish), so they are taken away one by one.
 */
function waysToSay(said: string): string[] {
  const { courtesies } = everyLanguage()
  const parts = said.split(' ')
  const from = parts.findIndex((word) => !courtesies.has(word))
  if (from < 0) return [said]
  const to = parts.findLastIndex((word) => !courtesies.has(word)) + 1
  const ways = Array.from({ length: from + 1 }, (_, at) => [parts.slice(at), parts.slice(at, to)]).flat()
  return [...new Set(ways.map((way) => way.join(' ')))]
}
