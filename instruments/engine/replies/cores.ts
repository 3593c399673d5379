import { cores } from '../languages/words/cores.ts'
import { type Finder, finderOf } from './phrases.ts'
import { plain } from './plain.ts'
import type { Command } from './reading.ts'

type Asked = keyof typeof cores & Command

const order: readonly Asked[] = ['refuse', 'dont-know', 'back', 'skip', 'help']

let prepared: Finder<Asked> | undefined

function finder(): Finder<Asked> {
  return (prepared ??= finderOf([...order, 'opt-out' as const].map((asked) => [asked, cores[asked]] as const)))
}

/** The requests inside a plain text, and where they stand among its words; of Chinese, among its characters. */
function inside(said: string): { readonly of: Asked; readonly before: number; readonly after: number }[] {
  const words = said.split(' ')
  const lengths = (from: number, to: number) => words.slice(from, to).join(' ').length
  const spaced = words.flatMap((_, at) =>
    finder()
      .at(words, at)
      .map(({ of, from, to }) => ({ of, before: lengths(0, from), after: lengths(to, words.length) })),
  )
  if (!/\p{Script=Han}/u.test(said)) return spaced
  const unspaced = finder().unspaced.flatMap(({ of, said: phrase }) => {
    const at = said.indexOf(phrase)
    return at < 0 ? [] : [{ of, before: at, after: said.length - at - phrase.length }]
  })
  return [...spaced, ...unspaced]
}

/** What a text asks for somewhere inside it, where it is no answer. */
export function askedInside(said: string): Command | undefined {
  const found = new Set(inside(said).map(({ of }) => of))
  return order.find((asked) => found.has(asked))
}

/** Whether a text asks us, somewhere inside it, never to text again. */
export function stopInside(said: string): boolean {
  return inside(said).some(({ of }) => of === 'opt-out')
}

/** No request to stop is longer; what is longer is about something else. */
const longestStop = 100
const fewLetters = 12

/**
 * Whether free words ask us to stop: a clause begins or ends with it, so that "the shops should not send me letters" is
 * an answer still.
 */
export function stopsInFreeWords(text: string): boolean {
  if (text.length > longestStop) return false
  return text
    .split(/[.,;:!?،؛؟।。！？，、…\n]+/)
    .some((part) =>
      inside(plain(part)).some(
        ({ of, before, after }) => of === 'opt-out' && (before <= fewLetters || after <= fewLetters),
      ),
    )
}
