import type { Mode } from '#instruments/engine/events.ts'
import type { Translated } from '#instruments/engine/question.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { MapArea } from '#web/map/topology.ts'

/**
 * A figure as it may be shown: in points, −100 to +100 for net support and 0 to 100 for the others, with its 95 %
 * interval. Of a withheld one there is only why.
 */
export type Figure = Shown | Withheld
export type Shown = {
  readonly status: 'shown'
  readonly estimate: number
  readonly se: number
  readonly low: number
  readonly high: number
  readonly n: number
  /** Too few answered for a figure of their own: what they said was drawn towards what a model expects. */
  readonly modelled?: true
}
export type Withheld = { readonly status: 'withheld'; readonly reason: string }

/** An index over several questions; `polarization` is missing where answers have fewer than four categories. */
export type Score = {
  readonly id: string
  readonly title: Translated
  readonly net: Figure
  readonly polarization?: Figure
  readonly items: readonly Item[]
}
export type Item = {
  readonly question: string
  readonly title: Translated
  readonly net: Figure
  readonly polarization?: Figure
}
export type Shares = {
  readonly id: string
  readonly title: Translated
  readonly question: Translated
  readonly choices: readonly { readonly code: string; readonly label: Translated; readonly share: Figure }[]
}

/** How respondents spread over some categories, in percent; small ones are told together, so that nobody is counted out. */
export type Spread<Category extends string> = {
  readonly categories: readonly { readonly category: Category; readonly percent: number }[]
  readonly others: number
}

/** A group of residents beside its part in the answers; `answered` is missing where fewer than ten answered. */
export type Representation = {
  readonly demographic: string
  readonly title: Translated
  readonly category: string
  readonly label: Translated
  readonly populationPercent: number
  readonly answeredPercent?: number
  /** The way in which most of the group's answers came, over the whole city. */
  readonly mostlyBy?: { readonly mode: Mode; readonly percent: number }
}

/** What is known of one place: an area or the city. */
export type Place = {
  readonly scores: readonly Score[]
  readonly shares: readonly Shares[]
  readonly modes: Spread<Mode>
  readonly languages: Spread<string>
  /** Groups that answered clearly less than their part of the population, the farthest behind first. */
  readonly leastHeard: readonly Representation[]
}

export type AreaResults = {
  readonly id: string
  readonly name: string
  readonly parent: string | null
} & (
  | { readonly status: 'published'; readonly place: Place }
  | { readonly status: 'withheld'; readonly reason: string }
  | { readonly status: 'unpopulated' }
)

export type Methods = {
  readonly runId: string
  readonly interviews: number
  readonly weighedAt: Date
  readonly firstAnswer: Date
  readonly lastAnswer: Date
  /** Respondents whose area was drawn from those of their ZIP code. */
  readonly areasDrawn: number
  readonly designEffect: number | undefined
  readonly nEffective: number | undefined
  /** Titles of the margins that the weights meet. */
  readonly margins: readonly Translated[]
  readonly areaTotals: boolean
  readonly program: string
  readonly snapshotHash: string
  readonly layerVersion: number
}

export type WaveSummary = {
  readonly number: number
  readonly title: string
  readonly invented: boolean
  readonly status: 'draft' | 'open' | 'paused' | 'closed'
}

/** Everything that the public pages and files of one wave are made of. Nothing withheld is in here. */
export type Results = {
  readonly study: Study
  readonly wave: WaveSummary
  /** Every wave with results, this one among them. */
  readonly waves: readonly WaveSummary[]
  readonly layer: { readonly id: string; readonly name: string }
  readonly methods: Methods
  readonly city: Place
  readonly areas: readonly AreaResults[]
  /** The shapes of the areas, in the same order. */
  readonly shapes: readonly MapArea[]
}

/** A study's page before there is anything to show. */
export type NoResults = { readonly study: Study; readonly wave: WaveSummary | undefined }
