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

/** What residents say to us, in lower case without accents or apostrophes, separated by commas. */
export type Words = {
  readonly yes: string
  readonly no: string
  readonly skip: string
  readonly refuse: string
  readonly dontKnow: string
  readonly back: string
  readonly help: string
  /** Words that may stand before or after a request and change nothing: "please stop now". */
  readonly courtesy: string
  /** Whole messages that ask us never to text again. */
  readonly optOut: string
  readonly none: string
  readonly all: string
  /** Joins parts of a list: "1 and 3". */
  readonly and: string
  /** Words around an answer that carry nothing: "I would say", "option", "please". */
  readonly filler: string
  /** After a number in a choice: this many or more, as in "75 or older". */
  readonly orMore: string
  /** The numbers from 0 on; several ways to write one are separated by |. */
  readonly numbers: string
}
