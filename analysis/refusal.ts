/** Every reason for which the analysis declines to give a number. The codes never change: reports and tests name them. */
export type RefusalCode =
  | 'no-rows'
  | 'length-differs'
  | 'bad-weight'
  | 'no-weight'
  | 'bad-target'
  | 'duplicate-category'
  | 'unknown-code'
  | 'missing-value'
  | 'universe-needs-shares'
  | 'totals-disagree'
  | 'empty-category'
  | 'unpopulated-category'
  | 'not-converged'
  | 'lonely-unit'
  | 'bad-population-size'
  | 'bad-answer'
  | 'bad-option'
  | 'singular'
  | 'unknown-variable'
  | 'bad-expression'
  | 'clusters-not-nested'
  | 'too-few-groups'
  | 'no-file'
  | 'bad-recipe'

export type RefusalPlace = { variable?: string; category?: string; area?: string; row?: number }

/**
 * A refusal of bad input or of an impossible task, said so that a person can act on it: what, in which variable, in
 * which category, at which row. Nothing in this folder answers such a case with `NaN` or a silent default.
 */
export class AnalysisRefusal extends RangeError {
  readonly code: RefusalCode
  readonly variable: string | undefined
  readonly category: string | undefined
  readonly area: string | undefined
  readonly row: number | undefined

  constructor(code: RefusalCode, message: string, { variable, category, area, row }: RefusalPlace = {}) {
    super(message)
    this.name = 'AnalysisRefusal'
    this.code = code
    this.variable = variable
    this.category = category
    this.area = area
    this.row = row
  }
}

/** @throws AnalysisRefusal when a column is not as long as the sample */
export function checkLength(variable: string, length: number, rows: number): void {
  if (length !== rows)
    throw new AnalysisRefusal('length-differs', `"${variable}" has ${length} values for ${rows} rows.`, { variable })
}
