import { patternOf } from '../languages/vocabulary.ts'
import { words } from '../languages/words/index.ts'
import type { Heard } from './heard.ts'
import { plain } from './plain.ts'

const all = Object.values(words)
const anyOf = (list: 'reactions' | 'reactionsAfter' | 'media') =>
  all
    .map((words) => patternOf(words[list]))
    .filter((pattern) => pattern !== '')
    .join('|')
const before = new RegExp(`^(?:${anyOf('reactions')})$`)
const after = new RegExp(`^(?:${anyOf('reactionsAfter')})$`)
const toMedia = new RegExp(
  `^(?:${anyOf('reactions')}) (?:${anyOf('media')})$|^(?:${anyOf('media')}) ?(?:${anyOf('reactionsAfter')})$`,
)

const opening = /["“”„«»「『‘‹《]/
const closing = /["“”»«」』’›》]/g

/**
 * A phone's reaction to one of our texts ("Liked “Are you …”", "👍 to “…”"), in any language: never an answer. What quotes our question
 * is one whatever its verb, and so is a picture beside a quotation.
 *
 * @param asked  the question as it was asked
 */
export function isReaction({ text, said }: Heard, asked = ''): boolean {
  if (text.length < 4) return false
  const written = text.trim()
  const from = written.search(opening)
  if (from < 0) return said.length < 60 && toMedia.test(said)
  const to = [...written.matchAll(closing)].at(-1)?.index ?? from
  const lead = plain(written.slice(0, from)).replace(/^a \S+ (?=(?:no )?le )/, '') // "a María le gustó"
  const tail = to > from ? plain(written.slice(to + 1)) : ''
  if (lead.length > 60) return false
  const quoted = plain(written.slice(from + 1, to > from ? to : undefined))
  if (quoted.length >= 10 && wordsIn(lead) + wordsIn(tail) <= 6) {
    if (plain(asked).startsWith(quoted)) return true
    const around = written.slice(0, from) + (to > from ? written.slice(to + 1) : '')
    if (hasPicture(around) && wordsIn(lead) + wordsIn(tail) <= 3) return true
  }
  if (tail !== '' && !after.test(tail)) return false
  if (lead === '') return tail !== ''
  const isShort = /^(?:to|a|à|на|na)$/.test(lead) // only beside the picture: "👍 to “…”"
  if (before.test(lead)) return tail !== '' || !isShort || hasPicture(written.slice(0, from))
  return false
}

function wordsIn(said: string): number {
  return said === '' ? 0 : said.split(' ').length
}

function hasPicture(text: string): boolean {
  return /\p{Extended_Pictographic}/u.test(text)
}
