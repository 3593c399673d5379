import type { Misreading } from '../events.ts'

/** One language as we speak it; `words/` has it as we read it. A new one is a file in each, entered in their index.ts. */
export type Language = {
  /** Its own name, as offered to people. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** Whether a machine wrote the lines and nobody who speaks the language has read them yet. */
  readonly machineDrafted: boolean
  readonly lines: Lines
}

/** What we say around the questions. A word in braces is filled in. */
export type Lines = {
  readonly welcome: string
  /** The first text to somebody who was drawn: who asks, why, how long, how to stop. */
  readonly invitation: string
  readonly reminder: string
  /** Before the question on which an interview stopped. */
  readonly reminderGoOn: string
  readonly onTheWeb: string
  readonly welcomeBack: string
  readonly help: string
  readonly stopped: string
  readonly pickOne: string
  readonly pickOneOfTwo: string
  readonly pickSeveral: string
  readonly pickUpTo: string
  readonly pickOnScale: string
  readonly sayNumber: string
  readonly sayDate: string
  readonly rankAll: string
  readonly bestFirst: string
  readonly sayArea: string
  readonly sayFreely: string
  readonly keepAnswer: string
  readonly openLink: string
  readonly openLinkOrSkip: string
  /** After a number that is a place on the list and another choice's own: how to say which. */
  readonly whichLetter: string
  readonly sameChoices: string
  readonly pickInGroup: string
  readonly pickExactly: string
  readonly pickBetween: string
  readonly rankBest: string
  readonly sayNumberBetween: string
  readonly sayNumberInSteps: string
  readonly halfway: string
  readonly almostDone: string
  readonly firstQuestion: string
  readonly leftOut: string
  readonly needed: string
  readonly cannotGoOn: string
  readonly thanks: string
  readonly notEligible: string
  readonly declined: string
  readonly finished: string
  readonly closed: string
  readonly paused: string
  readonly expired: string
  readonly someoneReads: string
  readonly noPictures: string
  readonly webLink: string
  readonly whoIsThere: string
  readonly someoneElse: string
  readonly writtenTo: string
  readonly whichSurvey: string
  /** Something failed on our side, and their text with it. */
  readonly error: string
  readonly reasons: Readonly<Record<Misreading, string>>
}
