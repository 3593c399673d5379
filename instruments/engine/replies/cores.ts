import { cores } from '../languages/words/cores.ts'
import { type Finder, finderOf } from './phrases.ts'
import type { Command } from './reading.ts'

type Asked = keyof typeof cores

const order = ['refuse', 'dont-know', 'back', 'skip', 'help'] as const satisfies readonly (Asked & Command)[]

let prepared: Finder<Asked> | undefined

function finder(): Finder<Asked> {
  return (prepared ??= finderOf(
    ([...order, 'opt-out', 'leave'] as const).map((asked) => [asked, cores[asked]] as const),
  ))
}

/** A request inside a plain text, and what stands before and after it. */
export type Inside = { readonly of: Asked; readonly before: string; readonly phrase: string; readonly after: string }

export function requestsWithin(said: string): Inside[] {
  const words = said.split(' ')
  const between = (from: number, to: number) => words.slice(from, to).join(' ')
  const spaced = words.flatMap((_, at) =>
    finder()
      .at(words, at)
      .map(({ of, from, to }) => ({
        of,
        before: between(0, from),
        phrase: between(from, to),
        after: between(to, words.length),
      })),
  )
  if (!/\p{Script=Han}/u.test(said)) return spaced
  const unspaced = finder().unspaced.flatMap(({ of, said: phrase }) => {
    const at = said.indexOf(phrase)
    const after = said.slice(at + phrase.length)
    return at < 0 || isOtherWord(phrase, after) ? [] : [{ of, before: said.slice(0, at), phrase, after }]
  })
  return [...spaced, ...unspaced]
}

/** "不要再发" ("send no more") begins "不要再发生" ("not happen again"), "别传" ("don't pass on") "别传染". */
function isOtherWord(phrase: string, after: string): boolean {
  return (
    (phrase.endsWith('发') && /^[生展现挥炎疯]/.test(after)) || (phrase.endsWith('传') && /^[染播统言]/.test(after))
  )
}

/** What a text asks for somewhere inside it, where it is no answer. */
export function askedInside(said: string): Command | undefined {
  const found = new Set(requestsWithin(said).map(({ of }) => of))
  return order.find((asked) => found.has(asked))
}
