import type { Role, Sense, Vocabulary } from '../languages/vocabulary.ts'

/** A word or a phrase of a reply, and what it may mean. */
export type Token = { readonly text: string; readonly sense: Sense | undefined; readonly number: number | undefined }

const remembered = new WeakMap<Vocabulary, Map<string, readonly Token[]>>()
/** What is read again while one reply is read; more is not worth keeping. */
const mostRemembered = 100

/** A plain text as the phrases that a language knows, longest first, and the words between them. */
export function tokensOf(said: string, vocabulary: Vocabulary): readonly Token[] {
  let known = remembered.get(vocabulary)
  if (!known) remembered.set(vocabulary, (known = new Map()))
  let tokens = known.get(said)
  if (!tokens) {
    if (known.size >= mostRemembered) known.clear()
    known.set(said, (tokens = tokenised(said, vocabulary)))
  }
  return tokens
}

function tokenised(said: string, vocabulary: Vocabulary): Token[] {
  const words = said === '' ? [] : said.split(' ')
  const tokens: Token[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    let length = Math.min(vocabulary.longestFrom.get(word) ?? 1, words.length - at)
    let phrase = words.slice(at, at + length).join(' ')
    while (length > 1 && !vocabulary.lexicon.has(phrase)) phrase = words.slice(at, at + --length).join(' ')
    if (length > 1) tokens.push(token(phrase, vocabulary.lexicon.get(phrase)))
    else tokens.push(...wordTokens(word, vocabulary))
    at += length
  }
  return tokens
}

export function is({ sense }: Token, role: Role): boolean {
  return sense !== undefined && sense.roles.has(role)
}

/** "2009" is more often a year than anything else. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text)
}

/** The tokens that carry the answer: without filler and counters, as long as anything remains. */
export function tellingOf(tokens: readonly Token[]): Token[] {
  const telling = tokens.filter(
    (token, i) => !is(token, 'filler') && !(is(token, 'counters') && tokens[i - 1]?.number !== undefined),
  )
  return telling.length > 0 ? telling : [...tokens]
}

function wordTokens(word: string, vocabulary: Vocabulary): Token[] {
  const { lexicon } = vocabulary
  const known = lexicon.get(word)
  if (known || /^\d+$/.test(word)) return [token(word, known)]
  if (/\p{Script=Han}/u.test(word)) return hanTokens(word, lexicon)
  const apart = takenApart(word, vocabulary)
  if (apart.length > 1) return apart.filter((part) => part !== '').map((part) => token(part, lexicon.get(part)))
  const unlengthened = word.replace(/(\p{L})\1+$/u, '$1')
  return [token(word, unlengthened === word ? undefined : lexicon.get(unlengthened))]
}

/** A word and what is only written onto it: "집이요" is "집", "3번부터" ends in "from", "والبيت" begins with "and". */
function takenApart(word: string, vocabulary: Vocabulary): string[] {
  const { lexicon, endings, beginnings } = vocabulary
  const ending = endings.find((ending) => word.endsWith(ending) && word.length > ending.length)
  if (ending !== undefined) {
    const stem = word.slice(0, -ending.length)
    const stems = lexicon.has(stem) ? [stem] : takenApart(stem, vocabulary)
    return [...stems, joins(lexicon.get(ending)) ? ending : '']
  }
  const beginning = beginnings.find((beginning) => word.startsWith(beginning) && word.length > beginning.length + 2)
  if (beginning === undefined) return [word]
  const stem = word.slice(beginning.length)
  return joins(lexicon.get(beginning)) ? [beginning, ...takenApart(stem, vocabulary)] : [stem, '']
}

/** Whether what is written onto a word says something of its own. */
function joins(sense: Sense | undefined): boolean {
  return sense !== undefined && (sense.unit !== undefined || joining.some((role) => sense.roles.has(role)))
}

const joining = ['and', 'or', 'upTo', 'except', 'half'] as const

/** Chinese is written without spaces: the longest known phrases, and the characters between them together. */
function hanTokens(run: string, lexicon: Vocabulary['lexicon']): Token[] {
  const tokens: Token[] = []
  let unknown = ''
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longestHan, run.length - at)
    while (length > 0 && !lexicon.has(run.slice(at, at + length))) length--
    if (length > 0) {
      if (unknown !== '') tokens.push(token(unknown, undefined))
      unknown = ''
      const phrase = run.slice(at, at + length)
      tokens.push(token(phrase, lexicon.get(phrase)))
    } else unknown += run[at]
    at += Math.max(1, length)
  }
  if (unknown !== '') tokens.push(token(unknown, undefined))
  return tokens
}

const longestHan = 8

function token(text: string, sense: Sense | undefined): Token {
  return { text, sense, number: /^\d{1,9}$/.test(text) ? Number(text) : sense?.number }
}
