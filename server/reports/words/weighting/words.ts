/** What the report on a weighting says, in one language. A word in braces is filled in. */
export type WeightingWords = {
  readonly title: string
  readonly kind: string
  readonly heading: string
  /** Who is counted, by universe; `otherwise` for the others. */
  readonly universes: Readonly<Record<string, string>> & { readonly otherwise: string }
  readonly why: string
  readonly whyWithAreas: string
  readonly price: string
  readonly figures: {
    readonly worth: string
    readonly worthOf: string
    readonly each: string
    readonly eachOf: string
    readonly effect: string
    readonly effectOf: string
  }
  readonly concerns: {
    readonly title: string
    readonly none: string
    readonly missing: string
    readonly manyTrimmed: string
    readonly muchWeightTrimmed: string
    readonly notSettled: string
    readonly unequalWeights: string
    readonly unequalAreas: string
    readonly mixedSamples: string
  }
  readonly misses: {
    readonly title: string
    readonly lead: string
    readonly none: string
    readonly few: string
    readonly many: string
    readonly nobody: string
  }
  readonly margins: {
    readonly title: string
    readonly key: string
    readonly category: string
    readonly interviews: string
    readonly before: string
    readonly after: string
    readonly population: string
    readonly untold: string
    readonly outside: string
    readonly met: string
  }
  readonly weights: {
    readonly title: string
    readonly key: string
    readonly tallest: string
    readonly picture: string
    readonly average: string
    readonly more: string
    readonly middle: string
    readonly ends: string
  }
  readonly done: {
    readonly title: string
    readonly start: string
    readonly startDrawn: string
    readonly nonresponse: string
    readonly combined: string
    readonly optIn: string
    readonly calibrated: string
    /** By name; one that is not listed is called by its name. */
    readonly methods: Readonly<Record<string, string>>
    readonly joined: string
    readonly notJoined: string
    readonly trimmed: string
    readonly notTrimmed: string
    readonly untold: string
    readonly allTold: string
    readonly withoutArea: string
    readonly inUnpopulated: string
    readonly areaDrawn: string
    readonly unpopulated: string
  }
  readonly areas: {
    readonly title: string
    readonly key: string
    readonly interviews: string
    readonly worth: string
    readonly effect: string
    readonly more: string
  }
  readonly again: {
    readonly title: string
    readonly lead: string
    readonly run: string
    readonly program: string
    readonly snapshot: string
    readonly layer: string
    readonly recipe: string
  }
}
