import { phrasesOf } from '../languages/vocabulary.ts'
import { plain } from './plain.ts'

/** A phrase to be found inside longer texts; the last word of an open one may have any ending. */
type Phrase<T> = { readonly of: T; readonly words: readonly string[]; readonly isOpen: boolean }

type Found<T> = { readonly of: T; readonly from: number; readonly to: number }

/** Finds the phrases of many lists in a text that is plain, by how their first words begin. */
export type Finder<T> = {
  /** The longest phrases that begin at a word, those of most words first. */
  readonly at: (words: readonly string[], from: number) => readonly Found<T>[]
  /** Phrases in Chinese characters, longest first: they stand without spaces. */
  readonly unspaced: readonly { readonly of: T; readonly said: string }[]
}

/** @param isOpen  whether a phrase without a star may have an ending all the same */
export function finderOf<T>(
  lists: readonly (readonly [of: T, list: string])[],
  isOpen: (said: string) => boolean = () => false,
): Finder<T> {
  const phrases = lists.flatMap(([of, list]) =>
    phrasesOf(list).map((phrase) => ({ of, said: plain(phrase), isOpen: phrase.endsWith('*') || isOpen(phrase) })),
  )
  const byBeginning = Map.groupBy(
    phrases.map(({ of, said, isOpen }): Phrase<T> => ({ of, words: said.split(' ').map(bare), isOpen })),
    ({ words: [first = ''] }) => keyOf(first),
  )
  return {
    at: (words, from) => {
      const among = byBeginning.get(keyOf(bare(words[from] ?? ''))) ?? []
      const fitting = among.filter((phrase) => fits(phrase, words, from))
      const longest = Math.max(0, ...fitting.map(lengthOf))
      return fitting
        .filter((phrase) => lengthOf(phrase) === longest)
        .map(({ of, words: { length } }) => ({ of, from, to: from + length }))
    },
    unspaced: phrases
      .filter(({ said }) => /^\p{Script=Han}+/u.test(said))
      .map(({ of, said }) => ({ of, said }))
      .toSorted((one, other) => other.said.length - one.said.length),
  }
}

/** By its words, then by its letters: "parking*" is more than "park*". */
function lengthOf({ words }: Phrase<unknown>): number {
  return words.length * 1000 + words.join('').length
}

function fits({ words: listed, isOpen }: Phrase<unknown>, words: readonly string[], from: number): boolean {
  return listed.every((part, i) => {
    const word = bare(words[from + i] ?? '')
    return isOpen && i === listed.length - 1 ? word.startsWith(part) : word === part
  })
}

/** An Arabic word without its article. */
function bare(word: string): string {
  return word.replace(/^(?:ب?ال|لل)(?=.{3})/u, '')
}

function keyOf(word: string): string {
  return word.slice(0, 2)
}
