import { alone } from '../languages/words/alone.ts'
import type { Heard } from './heard.ts'
import { hear } from './heard.ts'
import { clausesOf } from './clauses.ts'
import type { Listening } from './listening.ts'
import { type Finder, finderOf } from './phrases.ts'
import { is, tellingOf, tokensOf } from './tokens.ts'

/** Whether "just me" answers how many people live in a home: not how many children, or others. */
export function isJustMe({ around, vocabulary }: Listening, heard: Heard): boolean {
  const { justMe, people, others } = finders()
  const asked = [...around]
  if (!holds(people, asked) || holds(others, asked)) return false
  return clausesOf(heard.text).every(({ said }) => {
    const telling = tellingOf(tokensOf(said, vocabulary))
    const isPhrase = [said, telling.map(({ text }) => text).join(' ')].some((text) => isWhole(justMe, text))
    return isPhrase || telling.every((token) => is(token, 'filler') || is(token, 'yes'))
  })
}

function isWhole(finder: Finder<string>, said: string): boolean {
  const words = hear(said).said.split(' ')
  return finder.at(words, 0).some(({ to }) => to === words.length)
}

function holds(finder: Finder<string>, words: readonly string[]): boolean {
  return (
    words.some((_, at) => finder.at(words, at).length > 0) ||
    finder.unspaced.some(({ said }) => words.some((word) => word.includes(said)))
  )
}

type Finders = { readonly [list in keyof typeof alone]: Finder<string> }
let prepared: Finders | undefined

function finders(): Finders {
  return (prepared ??= {
    justMe: finderOf([['just me', alone.justMe]]),
    people: finderOf([['people', alone.people]]),
    others: finderOf([['others', alone.others]]),
  })
}
