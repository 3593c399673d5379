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
  return {
    yes: phrases(words.yes),
    no: phrases(words.no),
    skip: phrases(words.skip),
    refuse: phrases(words.refuse),
    dontKnow: phrases(words.dontKnow),
    back: phrases(words.back),
    help: phrases(words.help),
    courtesy: phrases(words.courtesy),
    optOut: phrases(words.optOut),
    none: phrases(words.none),
    all: phrases(words.all),
    and: phrases(words.and),
    filler: phrases(words.filler),
    orMore: phrases(words.orMore),
    numbers: new Map(
      [...phrases(words.numbers)].flatMap((ways, number) => ways.split('|').map((way) => [way, number])),
    ),
  }
}

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map((phrase) => phrase.trim()))
}
