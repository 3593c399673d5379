import { order } from '../languages/words/order.ts'
import type { Choice } from '../question.ts'
import { pickChoice } from './choice.ts'
import { hearPart, type Heard } from './heard.ts'
import type { Listening } from './listening.ts'
import { namedIn } from './multiple-parts.ts'
import { type Finder, finderOf } from './phrases.ts'
import { plain } from './plain.ts'
import { is, tokensOf } from './tokens.ts'

type Order = keyof typeof order

/**
 * All choices as words put them in order: "schools first, then housing, then transit, parks last". Undefined where a
 * part names none or two, or where its place contradicts where it stands.
 */
export function rankedInWords(listening: Listening, heard: Heard): readonly Choice[] | undefined {
  const parts = partsOf(listening, heard)
  const most = listening.labels.length
  if (parts.length < 2 || !parts.some(({ said }) => said.length > 0)) return undefined
  const ranked: { readonly choice: Choice; readonly rank: number | undefined }[] = []
  for (const { said, rank } of parts) {
    const choice = namedBy(listening, said)
    if (!choice) return undefined
    ranked.push({ choice, rank: rank === 'last' ? most : rank })
  }
  const given = ranked.flatMap(({ rank }) => rank ?? [])
  const isAllGiven = given.length === ranked.length && new Set(given).size === given.length
  if (isAllGiven) return ranked.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ choice }) => choice)
  return ranked.every(({ rank }, i) => rank === undefined || rank === i + 1)
    ? ranked.map(({ choice }) => choice)
    : undefined
}

function namedBy(listening: Listening, said: string): Choice | undefined {
  const pick = pickChoice(listening, hearPart(said))
  if ('choice' in pick) return pick.choice
  const named = namedIn(listening, tokensOf(said, listening.vocabulary))
  return named.length === 1 ? named[0]?.choice : undefined
}

type Part = { readonly said: string; readonly rank: number | 'last' | undefined }

/** The stretches between commas, "and" and "then", each without the words that give it a place. */
function partsOf(listening: Listening, { text }: Heard): Part[] {
  return text.split(/[,;.!>\n،؛、。，；→]+/u).flatMap((clause) => {
    const parts: { words: string[]; rank: Part['rank'] }[] = [{ words: [], rank: undefined }]
    const items = itemsOf(plain(clause))
    for (const [i, item] of items.entries()) {
      const isLead = typeof item !== 'string' && typeof items[i + 1] === 'string' // "finally parks", but "parks last"
      if (isLead && parts.at(-1)?.words.length !== 0) parts.push({ words: [], rank: undefined })
      const last = parts.at(-1)!
      const isAnd = typeof item === 'string' && tokensOf(item, listening.vocabulary).every((token) => is(token, 'and'))
      if (isAnd || item === orders.next) parts.push({ words: [], rank: undefined })
      else if (typeof item === 'string') last.words.push(item)
      else last.rank = item === orders.first ? 1 : 'last'
    }
    return parts.map(({ words, rank }) => placed(listening, words, rank)).filter(({ said }) => said !== '')
  })
}

/** A part without the number of its place: "education second". */
function placed({ vocabulary }: Listening, words: readonly string[], rank: Part['rank']): Part {
  const tokens = tokensOf(words.join(' '), vocabulary)
  const numbers = tokens.filter(({ number }) => number !== undefined)
  const [place] = numbers
  if (numbers.length !== 1 || tokens.length === 1 || rank !== undefined) return { said: words.join(' '), rank }
  const rest = tokens.filter((token) => token !== place && !is(token, 'counters'))
  return { said: rest.map(({ text }) => text).join(' '), rank: place?.number }
}

/** The words of a plain text, and between them what puts them in order. */
function itemsOf(said: string): (string | { readonly is: Order })[] {
  const finder = orderFinder()
  const spaced = /\p{Script=Han}/u.test(said)
    ? finder.unspaced.reduce((rest, { said: phrase }) => rest.replaceAll(phrase, ` ${phrase} `), said)
    : said
  const words = spaced.split(' ').filter((word) => word !== '')
  const items: (string | { readonly is: Order })[] = []
  for (let at = 0; at < words.length; ) {
    const [phrase] = finder.at(words, at)
    items.push(phrase ? orders[phrase.of] : (words[at] ?? ''))
    at = phrase?.to ?? at + 1
  }
  return items
}

const orders = { first: { is: 'first' }, next: { is: 'next' }, last: { is: 'last' } } as const

let prepared: Finder<Order> | undefined

function orderFinder(): Finder<Order> {
  return (prepared ??= finderOf((['first', 'next', 'last'] as const).map((is) => [is, order[is]] as const)))
}
