import type { Mode } from '#instruments/engine/events.ts'

/** What the public pages and reports say, in one language. A word in braces is filled in. */
export type Words = {
  readonly skipToContent: string
  readonly skipToTable: string
  readonly languages: string
  readonly wave: string
  readonly invented: string
  readonly inventedShort: string
  /** What an area of a layer is called, before its name; layers not listed say `area`. */
  readonly layers: Readonly<Record<string, string>>
  readonly area: string
  readonly askedBy: string
  readonly between: string
  readonly to: string
  /** Beside a figure that the model gives. */
  readonly modelled: string
  readonly studies: StudiesWords
  readonly nothingYet: { readonly title: string; readonly text: string; readonly takePart: string }
  readonly results: ResultsWords
  readonly support: ScaleWords
  readonly discord: ScaleWords
  readonly legend: { readonly uncertain: string; readonly withheld: string; readonly unpopulated: string }
  readonly mark: {
    readonly value: string
    readonly modelled: string
    readonly withheld: string
    readonly unpopulated: string
  }
  readonly reasons: Readonly<Record<string, string>> & { readonly otherwise: string }
  readonly methods: MethodsWords
  readonly modes: Readonly<Record<Mode, string>>
  readonly report: ReportWords
  readonly headline: HeadlineWords
  readonly steps: StepWords
}

type StudiesWords = {
  readonly title: string
  readonly lead: string
  readonly none: string
  readonly takePart: string
  readonly results: string
  readonly minutes: string
}

type ResultsWords = {
  readonly title: string
  readonly lead: string
  readonly cityFigures: string
  readonly howToRead: string
  readonly tableTitle: string
  /** The heading over an area's parent: its borough. */
  readonly part: string
  readonly net: string
  readonly answers: string
  readonly interval: string
  readonly withheldCell: string
  readonly sortHint: string
}

type ScaleWords = {
  readonly name: string
  readonly map: string
  readonly meaning: string
  readonly low: string
  readonly high: string
}

type MethodsWords = {
  readonly title: string
  readonly who: string
  readonly modes: string
  readonly others: string
  readonly weights: string
  readonly weightsWithAreas: string
  readonly uncertainty: string
  readonly areasDrawn: string
  readonly limits: string
  readonly modelled: string
  readonly version: string
  readonly data: string
}

type ReportWords = {
  readonly title: string
  readonly kind: string
  readonly back: string
  readonly where: string
  readonly mainFigures: string
  readonly here: string
  readonly city: string
  readonly question: string
  readonly items: string
  readonly itemsKey: string
  readonly issues: string
  readonly issuesKey: string
  readonly who: string
  readonly whoText: string
  readonly languages: string
  readonly allHeard: string
  readonly lessHeard: string
  readonly lessHeardFew: string
  readonly sure: string
  readonly sureText: string
  readonly sureChange: string
  readonly sureCause: string
  readonly next: string
  readonly nextLead: string
  readonly withheldTitle: string
  readonly withheldText: string
  readonly unpopulatedText: string
  readonly withheldNext: readonly string[]
}

type HeadlineWords = {
  readonly favorable: string
  readonly unfavorable: string
  readonly open: string
  readonly aboveCity: string
  readonly belowCity: string
  readonly likeCity: string
  readonly divided: string
  readonly together: string
  readonly mixed: string
  readonly noDiscord: string
}

type StepWords = {
  readonly practiceCity: string
  readonly practiceArea: string
  /** By question; `otherwise` for the others. */
  readonly practices: Readonly<Record<string, string>> & { readonly otherwise: string }
  readonly bothSides: string
  readonly issue: string
  readonly issues: string
  /** By choice of the issue question. */
  readonly partners: Readonly<Record<string, string>> & { readonly otherwise: string }
  readonly sitDown: string
  readonly sitDownBoth: string
  readonly reach: string
  readonly reachFew: string
  readonly reachBy: string
  readonly reachOpen: string
  readonly share: string
  readonly tellResidents: string
  readonly measureAgain: string
}
