import { exactly, pickChoice } from './choice.ts'
import type { Heard } from './heard.ts'
import { wordsOf } from './labels.ts'
import { heardTokens, isAround, type Listening } from './listening.ts'
import { plain } from './plain.ts'
import { misread, type Reading, understood } from './reading.ts'
import { is, type Token } from './tokens.ts'

/** Yes or no: the number on the list, the words of the choice, a word or a sign for yes or no; both at once is neither. */
export function readBoolean(listening: Listening, heard: Heard): Reading {
  const thumb = /^\s*\++\s*$/.test(heard.text) ? true : thumbOf(heard.text)
  if (heard.said === '') {
    if (thumb !== undefined) return thumb === 'both' ? misread('ambiguous') : understood(thumb)
    return misread(heard.hasSigns ? 'not-a-choice' : 'empty')
  }
  const telling = heardTokens(listening, heard.said)
  const exact = exactly(listening.labels, heard.said, wordsOf(telling))
  if (exact) return understood(exact.choice.code)
  const spoken = telling.some(({ number }) => number !== undefined) ? undefined : yesOrNo(listening, heard, telling)
  if (spoken) return spoken.understood && thumb !== undefined && thumb !== spoken.value ? misread('ambiguous') : spoken
  const picked = pickChoice(listening, heard)
  return 'choice' in picked ? understood(picked.choice.code) : misread(picked.reason)
}

function yesOrNo(listening: Listening, heard: Heard, telling: readonly Token[]): Reading | undefined {
  const isShort = listening.atHome && telling.length === 1
  const isYes = (token: Token) => is(token, 'yes') || (isShort && is(token, 'yesHere'))
  const isNo = (token: Token) => is(token, 'no') || (isShort && is(token, 'noHere'))
  const agrees = telling.some(isYes)
  const denies = telling.some(isNo)
  if (agrees && denies) return misread('ambiguous')
  if (!agrees && !denies) return undefined
  const rest = telling.filter((token) => !isYes(token) && !isNo(token))
  if (rest.some((token) => is(token, 'hedge') || is(token, 'negation'))) return misread('ambiguous')
  if (heard.said.split(' ').length > 1 && isDoubted(listening, heard)) return undefined
  const saysNoMore = rest.every((token) => is(token, 'and') || isAround(listening, token.text))
  const [first] = telling
  const isSetApart = first !== undefined && (isYes(first) || isNo(first)) && standsFirst(heard, first)
  return saysNoMore || isSetApart ? understood(agrees) : undefined
}

/** "Maybe yes" is not yes. */
function isDoubted({ vocabulary }: Listening, { said }: Heard): boolean {
  return said.split(' ').some((word) => vocabulary.lexicon.get(word)?.roles.has('perhaps'))
}

/** "Yes, the officers on my block": a yes or no that a comma or a full stop sets apart from what explains it. */
function standsFirst({ text }: Heard, first: Token): boolean {
  const opening = /^\s*([\p{L}\p{M}'’]+)\s*[,.;:!،؛。、–—-]/u.exec(text)?.[1]
  return opening !== undefined && !first.text.includes(' ') && plain(opening) === first.text
}

/** What thumbs, checks and crosses say, in any colour of skin, where there is no other sign. */
function thumbOf(text: string): boolean | 'both' | undefined {
  const signs = text.replace(/[\p{L}\p{N}\p{M}\p{P}\s\p{Emoji_Modifier}\u200d♀♂]/gu, '')
  if (signs === '' || !/^[👍👌✅✔☑✓🆗👎❌✖🚫⛔✗✘🙅]+$/u.test(signs)) return undefined
  const agrees = /[👍👌✅✔☑✓🆗]/u.test(signs)
  const denies = /[👎❌✖🚫⛔✗✘🙅]/u.test(signs)
  return agrees && denies ? 'both' : agrees
}
