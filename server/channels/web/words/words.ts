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
  readonly required: string
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

export type LiveWords = {
  readonly loadFailed: string
  readonly part: string
  readonly saving: string
  readonly saved: string
  readonly offline: string
  readonly retrying: string
  readonly sending: string
  readonly notTaken: string
  readonly elsewhere: string
  readonly notSaved: string
  readonly useLocation: string
  readonly useMap: string
  readonly closeMap: string
  readonly locating: string
  readonly locationFailed: string
  readonly locationOutside: string
  readonly mapHelp: string
  readonly mapFailed: string
  readonly chosen: string
  readonly locationPromise: string
}
