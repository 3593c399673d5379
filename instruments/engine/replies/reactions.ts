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

/** A phone's reaction to one of our texts ("Liked “Are you …”", "👍 to “…”"), in any language: never an answer. */
export function isReaction({ text, said }: Heard): boolean {
  if (text.length < 4) return false
  const written = text.trim()
  const from = written.search(opening)
  if (from < 0) return said.length < 60 && toMedia.test(said)
  const to = [...written.matchAll(closing)].at(-1)?.index ?? from
  const lead = plain(written.slice(0, from)).replace(/^a \S+ (?=(?:no )?le )/, '') // "a María le gustó"
  const tail = to > from ? plain(written.slice(to + 1)) : ''
  if (lead.length > 60) return false
  if (tail !== '' && !after.test(tail)) return false
  if (lead === '') return tail !== ''
  const isShort = /^(?:to|a|à|на|na)$/.test(lead) // only beside the picture: "👍 to “…”"
  if (before.test(lead)) return tail !== '' || !isShort || hasPicture(written.slice(0, from))
  return false
}

function hasPicture(text: string): boolean {
  return /\p{Extended_Pictographic}/u.test(text)
}
