/** What is kept of a model beside its estimates. */
export type AboutModel = {
  /** Variance between areas that the covariates do not explain, with its interval; of gaps also that between cells. */
  readonly variance?: {
    readonly estimate: number
    readonly low?: number
    readonly high?: number
    readonly cells?: number
  }
  readonly rSquared?: number
  readonly coefficients?: readonly { readonly name: string; readonly estimate: number; readonly se: number }[]
  readonly smoothingFactor?: number
  readonly benchmarkGap?: number
  /** Areas farther than 3 standard deviations from what the model expects. */
  readonly outliers?: readonly string[]
  readonly draws?: number
  /** Of the city's gap: the probability that its groups are alike. */
  readonly probability?: number
}

/** Where an area stands among those that are shown. */
export type KeptRank = {
  readonly rank: number
  readonly expected: number
  readonly low: number
  readonly high: number
  readonly inTop: number
  readonly set: { readonly low: number; readonly high: number }
  readonly band: number
}

/** What is kept of a modelled estimate beside its figures. */
export type AboutModelled = {
  readonly synthetic?: number
  readonly gamma?: number
  readonly residual?: number
  readonly samplingVariance?: number
  /** The class of the place, with its net support. */
  readonly statement?: string
  /** Of a gap: that of the Wald test, for one area and for all at once; and of a gap over 10 points. */
  readonly probability?: number
  readonly adjusted?: number
  readonly above?: number
  /** Whether the gap is sure and large enough to be flagged. */
  readonly notable?: boolean
}

export type ModelSchema = {
  area_models: {
    run_id: string
    measure: string
    statistic: string
    category: string | null
    method: 'REML' | 'AREML' | 'cells' | 'none'
    seed: string
    about: AboutModel
  }
  modelled_estimates: {
    run_id: string
    area_id: string
    measure: string
    statistic: string
    category: string | null
    method: 'modelled' | 'model-only'
    n: number
    estimate: number
    mse: number
    low: number
    high: number
    published: boolean
    withheld: string | null
    rank: KeptRank | null
    about: AboutModelled
  }
}
