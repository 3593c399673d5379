import { plain } from '../replies/plain.ts'
import { words as wordsOf } from './words/index.ts'
import { numbersOf, waysOf } from './words/numbers.ts'
import type { Words } from './words/words.ts'

/** What a word or phrase of a language may be; one may be several things. */
export type Sense = {
  readonly roles: ReadonlySet<Role>
  readonly number?: number
  /** 0 to 5: years to minutes. */
  readonly unit?: number
  /** 1 to 12. */
  readonly month?: number
  /** 1 to 7, from Monday. */
  readonly weekday?: number
}

const roles = [
  'yes',
  'no',
  'yesHere',
  'noHere',
  'negation',
  'hedge',
  'perhaps',
  'except',
  'half',
  'halfMore',
  'point',
  'none',
  'all',
  'both',
  'and',
  'or',
  'upTo',
  'outOf',
  'very',
  'mild',
  'firstFew',
  'lastFew',
  'correction',
  'because',
  'filler',
  'counters',
  'orMore',
  'moreThan',
  'lessThan',
  'orLess',
] as const
export type Role = (typeof roles)[number]

/** The words of a language made ready for look-up. */
export type Vocabulary = Pick<Words, 'dates' | 'decimal' | 'verbLast'> & {
  readonly lexicon: ReadonlyMap<string, Sense>
  /** The most words of a phrase that begins with this word. */
  readonly longestFrom: ReadonlyMap<string, number>
  readonly thousand: ReadonlySet<string>
  readonly endings: readonly string[]
  readonly beginnings: readonly string[]
}

const prepared = new Map<string, Vocabulary>()

/** A language's words, prepared once. */
export function vocabularyOf(language: string): Vocabulary {
  const known = prepared.get(language)
  if (known) return known
  const vocabulary = prepare(wordsOf[language] ?? wordsOf.en)
  prepared.set(language, vocabulary)
  return vocabulary
}

function prepare(words: Words): Vocabulary {
  const lexicon = new Map<string, { roles: Set<Role> } & Omit<Sense, 'roles'>>()
  const mark = (phrase: string, what: Omit<Sense, 'roles'>, role?: Role) => {
    const key = plain(phrase)
    if (key === '') return
    const sense = { ...(lexicon.get(key) ?? { roles: new Set<Role>() }), ...what }
    if (role) sense.roles.add(role)
    lexicon.set(key, sense)
  }
  for (const role of roles) for (const phrase of phrasesOf(words[role])) mark(phrase, {}, role)
  for (const [way, number] of numbersOf(words.numbers)) mark(way, { number })
  for (const phrase of listed(words.mixed)) mark(phrase.replace(/^\S+ /, ''), { number: Number.parseFloat(phrase) })
  for (const [way, unit] of numbered(words.units)) mark(way, { unit })
  for (const [way, month] of numbered(words.months)) mark(way, { month: month + 1 })
  for (const [way, weekday] of numbered(words.weekdays)) mark(way, { weekday: weekday + 1 })
  const { dates, decimal, verbLast } = words
  return {
    dates,
    decimal,
    verbLast,
    lexicon,
    longestFrom: longestFrom(lexicon.keys()),
    thousand: new Set(waysOf(words.numbers.thousand).map(plain)),
    endings: phrasesOf(words.endings).map(plain),
    beginnings: phrasesOf(words.beginnings).map(plain),
  }
}

function numbered(list: string): [way: string, index: number][] {
  return list.split(',').flatMap((ways, index) => waysOf(ways).map((way): [string, number] => [way, index]))
}

function longestFrom(phrases: Iterable<string>): Map<string, number> {
  const longest = new Map<string, number>()
  for (const phrase of phrases) {
    const parts = phrase.split(' ')
    const [first = ''] = parts
    longest.set(first, Math.max(parts.length, longest.get(first) ?? 1))
  }
  return longest
}

/** The phrases of a list, its parentheses worked out. */
export function phrasesOf(list: string): string[] {
  return listed(list).flatMap(workedOut)
}

function workedOut(phrase: string): string[] {
  const group = /\(([^()]*)\)/.exec(phrase)
  if (!group) return [phrase]
  const [whole, ways = ''] = group
  return ways.split('|').flatMap((way) => workedOut(phrase.replace(whole, () => way)))
}

/** Between commas that are not in parentheses; a list never has one inside. */
function listed(list: string): string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/** A list as one pattern that a whole plain text fits or not: for lists with too many ways to write them all out. */
export function patternOf(list: string): string {
  const alternatives = listed(list).map((phrase) =>
    phrase.replace(/[^()|]+/g, (part) => {
      const [, before = '', , after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? []
      return before + plain(part) + after
    }),
  )
  return alternatives.map((alternative) => alternative.replaceAll('(', '(?:')).join('|')
}
