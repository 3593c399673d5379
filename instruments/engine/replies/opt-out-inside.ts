import { complaints } from '../languages/words/complaints.ts'
import { optOut } from './commands.ts'
import { type Finder, finderOf } from './phrases.ts'
import { plain } from './plain.ts'
import { stopInside } from './stop-inside.ts'

/** How much of a text is looked through, in words; Chinese is written without spaces, so there in characters. */
const looked = { words: 60, characters: 120 }

/** Shorter phrases ("stop it", "go away") are opt-outs as a whole text; among other words they are about anything. */
const phrase = { words: { from: 3, to: 8 }, characters: { from: 4, to: 12 } }

/**
 * Whether a text has an opt-out among other words, in any of our languages: "I told my wife to tell you people to stop
 * texting me". It may be one, or be about somebody else, or only ask what we want ("why do you keep texting me"): a
 * person has to decide, and until then nothing is asked.
 */
export function mayBeOptOut(text: string): boolean {
  if (stopInside(text, true) !== undefined) return true
  const said = plain(text)
  const words = said.split(' ').slice(0, looked.words)
  if (isComplaint(said, words)) return true
  if (anyPhrase(words, ' ', phrase.words)) return true
  const characters = /\p{Script=Han}{4}/u.test(said) ? Array.from(said).slice(0, looked.characters) : []
  return anyPhrase(characters, '', phrase.characters)
}

let prepared: Finder<string> | undefined

/** "This is spam", "why do you keep texting me". */
function isComplaint(said: string, words: readonly string[]): boolean {
  const finder = (prepared ??= finderOf([['complaint', complaints]]))
  return (
    words.some((_, at) => finder.at(words, at).length > 0) ||
    (/\p{Script=Han}/u.test(said) && finder.unspaced.some(({ said: phrase }) => said.includes(phrase)))
  )
}

function anyPhrase(parts: readonly string[], joint: string, { from, to }: { from: number; to: number }): boolean {
  for (let start = 0; start + from <= parts.length; start++)
    for (let end = Math.min(start + to, parts.length); end >= start + from; end--)
      if (optOut(parts.slice(start, end).join(joint))) return true
  return false
}
