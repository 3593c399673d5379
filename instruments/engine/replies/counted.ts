import { counted } from '../languages/words/counted.ts'
import { type Finder, finderOf } from './phrases.ts'

let prepared: Finder<string> | undefined

/** Whether a word names what a question counts: "boys" where it asks for children. */
export function isCounted(asked: ReadonlySet<string>, text: string): boolean {
  const kinds = kindsOf(text.split(' '))
  if (kinds.size === 0) return false
  const wanted = kindsAsked(asked)
  return [...kinds].some((kind) => wanted.has(kind))
}

const remembered = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

function kindsAsked(asked: ReadonlySet<string>): ReadonlySet<string> {
  let kinds = remembered.get(asked)
  if (!kinds) remembered.set(asked, (kinds = kindsOf([...asked])))
  return kinds
}

/** Whether words count how often: "4 times". */
export function countsTimes(words: readonly string[]): boolean {
  return kindsOf(words).has('times')
}

function kindsOf(words: readonly string[]): ReadonlySet<string> {
  const finder = (prepared ??= finderOf(Object.entries(counted)))
  const spaced = words.flatMap((_, at) => finder.at(words, at).map(({ of }) => of))
  const isHan = words.some((word) => /\p{Script=Han}/u.test(word))
  const unspaced = isHan ? finder.unspaced.filter(({ said }) => words.some((word) => word.includes(said))) : []
  return new Set([...spaced, ...unspaced.map(({ of }) => of)])
}
