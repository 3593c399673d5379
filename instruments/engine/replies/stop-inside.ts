import { phrasesOf } from '../languages/vocabulary.ts'
import { stops } from '../languages/words/stops.ts'
import { isStop } from './commands.ts'
import { type Inside, requestsWithin } from './cores.ts'
import { type Finder, finderOf } from './phrases.ts'
import { plain } from './plain.ts'

/** A wish inside a text that we stop: made to us beyond doubt, or perhaps about something else or told of others. */
export type StopInside = 'clear' | 'doubtful'

/** What is longer tells a story; a person reads what it asks for. */
const longestClear = 160

/**
 * Whether a text asks, among other words, never to be texted again. "I have no time, stop texting me" does; "the cops
 * never leave me alone" and "he said: leave me alone" are for a person to judge.
 *
 * @param isFree  whether the question takes any words: then only what is about texts is clear beside others
 */
export function stopInside(text: string, isFree: boolean): StopInside | undefined {
  if (!/\p{L}{2}/u.test(text)) return undefined
  const clauses = text
    .split(/[.,;:!?،؛؟।。！？，、：；…\n]+/)
    .map(plain)
    .filter((clause) => clause !== '')
  const isWhole = clauses.length === 1
  const found = clauses.flatMap((clause, i) => {
    // A text that is a request and nothing else has been answered by now.
    const inside = requestsWithin(clause).filter(({ of }) => isStopping(of))
    const isAlone = inside.length === 0 && !isWhole && isStop(clause)
    const saysElse = isFree && clauses.some((other, j) => j !== i && leftOf(withoutRequest(other)).length > 0)
    const verdicts = inside.map((stop) => verdictOn(stop, saysElse))
    const isTold = (isAlone || verdicts.length > 0) && isReported(clauses[i - 1])
    return [...verdicts, ...(isAlone ? ([isFree ? 'doubtful' : 'clear'] as const) : [])].map((verdict) =>
      isTold ? 'doubtful' : verdict,
    )
  })
  if (found.length === 0) return undefined
  return found.includes('clear') && text.length <= longestClear && !isQuoted(text) ? 'clear' : 'doubtful'
}

/** What a clause says beside asking us to stop: "tang mat karo" and "bhejna band karo" say no more than each other. */
function withoutRequest(clause: string): string {
  const asked = requestsWithin(clause).find(({ of, before }) => isStopping(of) && leftOf(before).length === 0)
  return asked && asked.after.split(' ').length <= 1 ? '' : clause
}

function isStopping(of: Inside['of']): boolean {
  return of === 'opt-out' || of === 'leave'
}

function verdictOn(stop: Inside, mustBeAboutTexts: boolean): StopInside {
  if (isOfOthers(stop) || isTurnedAround(stop)) return 'doubtful'
  const saysMore = leftOf(stop.before).length > 0
  return stop.of === 'leave' && (saysMore || mustBeAboutTexts) ? 'doubtful' : 'clear'
}

/** "Don't stop texting me", "no dejen de escribirme": the no is not that of the request. */
function isTurnedAround({ before, phrase }: Inside): boolean {
  const nots = finders().nots
  const [last = ''] = before.split(' ').slice(-1)
  const [first = ''] = phrase.split(' ')
  return nots.has(last) && !nots.has(first)
}

function isOfOthers({ before, after }: Inside): boolean {
  const finder = finders().ofOthers
  const words = [...leftOf(before), '|', ...leftOf(after)]
  if (words.some((_, at) => finder.at(words, at).length > 0)) return true
  const left = words.join('')
  return /\p{Script=Han}/u.test(left) && finder.unspaced.some(({ said }) => left.includes(said))
}

/** The words of a text without those that are said to us. */
function leftOf(said: string): string[] {
  const finder = finders().toUs
  const left: string[] = []
  const spaced = /\p{Script=Han}/u.test(said)
    ? finder.unspaced.reduce((rest, { said: phrase }) => rest.replaceAll(phrase, ' '), said)
    : said
  const words = spaced.split(' ').filter((word) => word !== '')
  for (let at = 0; at < words.length; ) {
    const [phrase] = finder.at(words, at)
    if (!phrase) left.push(words[at] ?? '')
    at = phrase?.to ?? at + 1
  }
  return left
}

/** "He said": what follows are somebody's words. "I told you" is said to us. */
function isReported(clause: string | undefined): boolean {
  if (clause === undefined) return false
  const left = leftOf(clause)
  const last = left.at(-1) ?? ''
  const { reporting } = finders()
  return reporting.at([last], 0).length > 0 || reporting.unspaced.some(({ said }) => last.endsWith(said))
}

function isQuoted(text: string): boolean {
  return /[“„«「『].+[”“»」』]|"[^"]+"/su.test(text)
}

type Finders = { readonly [list in Exclude<keyof typeof stops, 'nots'>]: Finder<string> } & {
  readonly nots: ReadonlySet<string>
}

let prepared: Finders | undefined

function finders(): Finders {
  return (prepared ??= {
    toUs: finderOf([['us', stops.toUs]]),
    ofOthers: finderOf([['others', stops.ofOthers]]),
    reporting: finderOf([['told', stops.reporting]]),
    nots: new Set(phrasesOf(stops.nots).map(plain)),
  })
}
