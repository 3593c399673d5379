import type { Translated } from '#instruments/engine/question.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { WaveSummary } from '../results.ts'

/** Everything that the report on a weighting is made of: shares from 0 to 1, weights as multiples of their mean. */
export type WeightingAccount = {
  readonly study: Study
  readonly wave: WaveSummary
  readonly run: {
    readonly id: string
    readonly weighedAt: Date
    readonly program: string
    readonly snapshotHash: string
    readonly layerVersion: number
    readonly recipe: object
  }
  readonly interviews: number
  readonly population: number
  readonly designEffect: number
  readonly nEffective: number
  readonly margins: readonly MarginAccount[]
  /** The farthest off before weighting, the largest difference first; and after it, as a share of its target. */
  readonly misses: readonly Miss[]
  readonly worst: Group & { readonly error: number }
  readonly sweeps: number
  /** How the weights were made to meet the margins: raking, linear … */
  readonly method: string
  readonly spread: Spread
  /** Calibration factors as multiples of their mean. */
  readonly factors: { readonly least: number; readonly most: number; readonly shareFarOut: number }
  readonly trimmed: {
    readonly shareOfRows: number
    readonly shareOfWeight: number
    readonly rounds: number
    readonly lower: number
    readonly upper: number
  }
  readonly collapsed: readonly (Group & { readonly into: readonly Translated[]; readonly respondents: number })[]
  /** The areas' totals, where the weights meet them. */
  readonly areaTotals: boolean
  readonly areas: readonly AreaAccount[]
  readonly unpopulated: readonly string[]
  readonly withoutArea: number
  readonly inUnpopulated: readonly { readonly area: string; readonly interviews: number }[]
  readonly areaDrawn: number
  /** What was done before calibration; undefined where all interviews began alike, or the run did not keep it. */
  readonly intake: IntakeAccount | undefined
  readonly concerns: readonly Concern[]
}

export type Range = { readonly least: number; readonly most: number }

/** How interviews came in, and the weights that they began with; what was not done is not there. */
export type IntakeAccount = {
  /** Interviews with known chances, and those of people who came on their own. */
  readonly drawn: number
  readonly came: number
  readonly base: Range
  /** Classes with their response rates, and the factors that they gave. */
  readonly nonresponse?: Range & { readonly classes: number; readonly factors: Range }
  /** The frames whose samples were combined. */
  readonly frames?: readonly string[]
  /** The share of an area's weight that people who came on their own have. */
  readonly optIn?: Range
}

export type MarginAccount = {
  readonly variable: string
  readonly title: Translated
  readonly rows: readonly MarginRowAccount[]
  /** Shares of the interviews. */
  readonly missing: number
  readonly notInUniverse: number
}

export type MarginRowAccount = {
  /** Labels of the categories, several where thin ones were joined. */
  readonly labels: readonly Translated[]
  readonly respondents: number
  readonly before: number
  readonly after: number
  readonly target: number
}

/** A category of a margin, or several that were joined. An area has no title: its layer's word stands before its name. */
export type Group = { readonly title: Translated | undefined; readonly labels: readonly Translated[] }

export type Miss = Group & { readonly before: number; readonly target: number }

export type Spread = {
  readonly bins: readonly { readonly from: number; readonly to: number | undefined; readonly count: number }[]
  readonly mean: number
  readonly least: number
  readonly tenth: number
  readonly median: number
  readonly ninetieth: number
  readonly most: number
}

export type AreaAccount = {
  readonly name: string
  readonly respondents: number
  readonly designEffect: number
  readonly nEffective: number
}

export type Concern =
  | { readonly kind: 'missing'; readonly title: Translated; readonly share: number; readonly limit: number }
  | { readonly kind: 'many-trimmed' | 'much-weight-trimmed'; readonly share: number; readonly limit: number }
  | { readonly kind: 'trimming-not-settled'; readonly rounds: number }
  | { readonly kind: 'unequal-weights'; readonly designEffect: number; readonly limit: number }
  | { readonly kind: 'unequal-areas'; readonly areas: readonly string[]; readonly limit: number }
  | { readonly kind: 'mixed-samples'; readonly drawn: number }
