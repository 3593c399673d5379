import type { Misreading } from '../events.ts'

/** One language as we speak and read it. A new language is one file of this form, entered in index.ts. */
export type Language = {
  /** Its own name, as offered to people. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** Words by which a resident asks for it. */
  readonly asked: readonly string[]
  readonly lines: Lines
  readonly words: Words
}

/** What we say around the questions. A word in braces is filled in. */
export type Lines = {
  readonly yes: string
  readonly no: string
  readonly welcome: string
  readonly welcomeBack: string
  readonly help: string
  readonly stopped: string
  readonly pickOne: string
  readonly pickOneOfTwo: string
  readonly pickSeveral: string
  readonly pickUpTo: string
  readonly pickOnScale: string
  readonly sayNumber: string
  readonly sayArea: string
  readonly sayFreely: string
  readonly keepAnswer: string
  readonly firstQuestion: string
  readonly leftOut: string
  readonly needed: string
  readonly cannotGoOn: string
  readonly thanks: string
  readonly notEligible: string
  readonly declined: string
  readonly finished: string
  readonly closed: string
  readonly reasons: Readonly<Record<Misreading, string>>
}

/** What residents say to us, in lower case without accents or apostrophes. */
export type Words = {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  readonly skip: readonly string[]
  readonly refuse: readonly string[]
  readonly dontKnow: readonly string[]
  readonly back: readonly string[]
  readonly help: readonly string[]
  readonly optOut: readonly string[]
  readonly none: readonly string[]
  readonly all: readonly string[]
  /** Joins parts of a list: "1 and 3". */
  readonly and: readonly string[]
  /** Words around an answer that carry nothing: "I would say", "option", "please". */
  readonly filler: readonly string[]
  /** After a number in a choice: this many or more, as in "75 or older". */
  readonly orMore: readonly string[]
  /** The numbers from 0 on, each with its ways to be written, separated by |. */
  readonly numbers: readonly string[]
}
