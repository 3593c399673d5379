import { languageOf } from './index.ts'
import type { Words } from './language.ts'

/** The words of a language made ready for look-up. */
export type Vocabulary = Readonly<Record<Exclude<keyof Words, 'numbers'>, ReadonlySet<string>>> & {
  readonly numbers: ReadonlyMap<string, number>
}

const prepared = new Map<string, Vocabulary>()

/** A language's words as sets, prepared once. */
export function vocabularyOf(language: string): Vocabulary {
  const known = prepared.get(language)
  if (known) return known
  const vocabulary = prepare(languageOf(language).words)
  prepared.set(language, vocabulary)
  return vocabulary
}

function prepare(words: Words): Vocabulary {
  const ways = words.numbers.flatMap((written, number) => written.split('|').map((way) => [way, number] as const))
  return {
    yes: new Set(words.yes),
    no: new Set(words.no),
    skip: new Set(words.skip),
    refuse: new Set(words.refuse),
    dontKnow: new Set(words.dontKnow),
    back: new Set(words.back),
    help: new Set(words.help),
    optOut: new Set(words.optOut),
    none: new Set(words.none),
    all: new Set(words.all),
    and: new Set(words.and),
    filler: new Set(words.filler),
    orMore: new Set(words.orMore),
    numbers: new Map(ways),
  }
}
