import type { PageWords } from '#web/respondent/page-data.ts'

/** What the pages say around the questions, in one language. A word in braces is filled in. */
export type Words = {
  readonly skipToContent: string
  readonly languages: string
  readonly invented: string
  readonly askedBy: string
  readonly takes: string
  readonly loading: string
  readonly simpleVersion: string
  readonly needsScript: string
  readonly question: string
  readonly next: string
  readonly back: string
  readonly skip: string
  readonly refuse: string
  readonly choose: string
  readonly finish: string
  readonly answerFirst: string
  readonly sharedDevice: string
  readonly left: Notice
  readonly closed: Notice
  readonly paused: Notice
  readonly noCookies: Notice
  readonly begin: string
  readonly seeResults: string
  readonly titles: { readonly complete: string; readonly ineligible: string; readonly declined: string }
  readonly stopped: Notice
  /** For the page's script: shown while answers travel. */
  readonly live: LiveWords
}

/** A page that only tells something. */
export type Notice = { readonly title: string; readonly text: string }

/** What the script's page says in our words; the rest of its words are the engine's and those of every page. */
export type LiveWords = Omit<PageWords, 'next' | 'back' | 'finish' | 'choose' | 'answerNeeded' | 'reasons'>
