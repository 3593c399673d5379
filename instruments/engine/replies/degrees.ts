import type { Vocabulary } from '../languages/vocabulary.ts'
import type { Label } from './labels.ts'
import { heardTokens, type Listening } from './listening.ts'
import { is, tellingOf, type Token, tokensOf } from './tokens.ts'
import { arabicStem } from './typos.ts'

/**
 * The choices that say the same but for the word for how much: "completely trust" is "trust a lot" where no other choice
 * has more than a little. Of two such choices neither is meant.
 */
export function sameInDegree(listening: Listening, said: string): Label[] {
  const tokens = tokensOf(said, listening.vocabulary)
  const heard = heardTokens(listening, said)
  // A word for very is kept even where it is elsewhere filler.
  const told = tokens.filter((token) => is(token, 'very') || heard.some(({ text }) => text === token.text))
  const meant = measured(told, listening.vocabulary)
  if (!meant.some((part) => part in marks || part === '!')) return []
  return listening.labels.filter((label) => isSame(meant, measured(tellingOf(label.tokens), listening.vocabulary)))
}

const marks = { '+': 'very', '-': 'mild' } as const

/** The words of a reply with one mark for every way to say very, and one for a little. */
function measured(tokens: readonly Token[], vocabulary: Vocabulary): string[] {
  const parts = tokens.flatMap((token) => {
    if (is(token, 'negation') || is(token, 'no')) return denied(token.text, vocabulary)
    return is(token, 'very') ? '+' : is(token, 'mild') ? '-' : token.text.split(' ').map(stemOf)
  })
  const once = parts.filter((part, i) => !(part in marks && parts[i - 1] === part))
  // Where not stands last, it may as well stand before: "متفق نہیں" and "غیر متفق".
  return vocabulary.verbLast && once.includes('!') ? ['!', ...once.filter((part) => part !== '!')] : once
}

/** "Not", apart from the "completely" before it: "zdecydowanie nie", "完全不". */
function denied(text: string, { lexicon }: Vocabulary): string[] {
  for (let at = 1; at < text.length; at++) {
    const [before, not] = [text.slice(0, at).trimEnd(), text.slice(at)]
    if (lexicon.get(before)?.roles.has('very') && lexicon.get(not)?.roles.has('negation'))
      return ['+', nots.has(not) ? '!' : `!${not}`]
  }
  if (/^\p{Script=Han}{2}/u.test(text) && nots.has(text.slice(0, 1))) return ['!', text.slice(1)]
  return [nots.has(text) ? '!' : `!${text}`]
}

/** Ways to say the same not. */
const nots: ReadonlySet<string> = new Set(
  'غير مش مو ليس لست ماني مب 不 唔 冇 没 不是 唔是 نهين غير نه না নই নয় নয় 않음 않아요 않습니다 않는다 않아 না'.split(
    ' ',
  ),
)

function stemOf(word: string): string {
  return /\p{Script=Arabic}/u.test(word) ? arabicStem(word) : word
}

/** The same words in the same order; the word for how much may stand elsewhere where nothing is denied. */
function isSame(said: readonly string[], listed: readonly string[]): boolean {
  if (said.length < 2) return false
  if (said.some((part) => part.startsWith('!'))) return said.join(' ') === listed.join(' ')
  const bare = (parts: readonly string[]) => parts.filter((part) => !(part in marks)).join(' ')
  const degree = (parts: readonly string[]) => parts.filter((part) => part in marks).join(' ')
  return bare(said) === bare(listed) && degree(said) === degree(listed)
}
