/** One problem of a study, as a sentence that says the way out. */
export type Finding = {
  readonly file: string
  readonly question?: string
  readonly language?: string
  /** Where in the file. */
  readonly path?: string
  readonly severity: 'error' | 'warning'
  readonly reason: string
}

/** Every problem of an instrument and its study.json at once. */
export declare function lintStudy(instrument: unknown, study: unknown): Finding[]
