import type { Spoken } from '../frame.ts'
import type { WeightingWords } from '../words/weighting/index.ts'
import type { Figures } from './figures.ts'

/** A page in one language, with the words and figures that only this report has. */
export type Telling = { readonly page: Spoken; readonly told: WeightingWords; readonly figures: Figures }
