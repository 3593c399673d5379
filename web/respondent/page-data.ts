import type { Misreading } from '#instruments/engine/events.ts'
import type { Geography, LocationQuestions } from '#instruments/engine/geography.ts'
import type { InstrumentJson } from '#instruments/engine/instrument.ts'
import type { Interview } from '#instruments/engine/interview.ts'
import type { Study } from '#instruments/engine/study.ts'

/** What the server writes into the page for its script. The words are in the page's language. */
export type PageData = {
  readonly studyId: string
  readonly interviewId: string
  readonly version: number
  readonly language: string
  readonly interview: Interview
  /** The first question not yet dealt with. */
  readonly next: string | null
  readonly location: LocationQuestions | null
  /** Where the instrument lies; its address changes with the wave, so it may be kept for ever. */
  readonly instrumentUrl: string
  readonly areasUrl: string
  readonly words: PageWords
}

export type PageWords = {
  readonly loadFailed: string
  readonly part: string
  readonly next: string
  readonly back: string
  readonly finish: string
  readonly choose: string
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
  readonly answerNeeded: string
  readonly reasons: Readonly<Record<Misreading, string>>
}

/** The instrument of a wave as it is fetched. */
export type InstrumentData = {
  readonly instrument: InstrumentJson
  readonly study: Study
  readonly geography: Geography
}

/** The areas of a wave as they are fetched for the map and for a device's location. */
export type AreaCollection = {
  readonly type: 'FeatureCollection'
  readonly features: readonly {
    readonly type: 'Feature'
    readonly properties: { readonly id: string; readonly name: string; readonly parent: string | null }
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: number[][][] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: number[][][][] }
  }[]
}
