import { AnalysisRefusal } from '../refusal.ts'
import { trimAndRedistribute } from '../weighting/redistribute.ts'
import { calibrated, poststratified, raked } from './calibration-steps.ts'
import { designed, replicated } from './design-steps.ts'
import { rowsWhere } from './evaluate.ts'
import { association } from './operations/contingency.ts'
import { discord, gaps, scoresOf } from './operations/discords.ts'
import { quantiles, shareIntervals, sharesByDomain } from './operations/proportions.ts'
import { modeEffect, regression } from './operations/regression.ts'
import { byDomain, kish, ratioOf, tabulate, waveDifference } from './operations/simple.ts'
import { areaModel, cellModel } from './operations/small-areas.ts'
import type { RecipeCase, Step, Wanted } from './recipe.ts'
import type { Survey } from './survey.ts'
import type { Table } from './table.ts'

export type Refused = { code: string; message: string; variable?: string; category?: string }
export type CaseResult =
  | { refused: Refused }
  | { weights: Float64Array | undefined; results: ({ result: unknown } | { refused: Refused })[] }

/**
 * Computes one case of a recipe.
 *
 * @param files  the tables that the case names (`filesOf`), by that name
 * @returns      the final weights and a result per estimate, or why the case is refused; a refusal of some estimates
 *               leaves the others, one of all is the case's
 */
export function runCase({ data, steps, estimates }: RecipeCase, files: ReadonlyMap<string, Table>): CaseResult {
  try {
    const table = files.get(data) ?? { rows: 0, columns: new Map() }
    const survey = surveyOf(table, steps, files)
    const results = estimates.map((wanted) => {
      try {
        return { result: answer(table, survey, wanted) }
      } catch (error) {
        return { refused: refusedBy(error) }
      }
    })
    const refusals = results.flatMap((each) => ('refused' in each ? [each.refused] : []))
    if (refusals[0] && refusals.length === results.length) return { refused: refusals[0] }
    return { weights: survey?.weights, results }
  } catch (error) {
    return { refused: refusedBy(error) }
  }
}

function refusedBy(error: unknown): Refused {
  // What the mathematics itself cannot do (an interval with no degrees of freedom, say) is a RangeError here.
  if (error instanceof RangeError && !(error instanceof AnalysisRefusal))
    return { code: 'not-computable', message: error.message }
  if (!(error instanceof AnalysisRefusal)) throw error
  const { code, message, variable, category, row } = error
  // People look a row up by its line, the header being the first.
  const where = row === undefined ? '' : ` That is line ${row + 2} of the file.`
  return { code, message: message + where, ...(variable && { variable }), ...(category && { category }) }
}

function surveyOf(table: Table, steps: readonly Step[], files: ReadonlyMap<string, Table>): Survey | undefined {
  let survey: Survey | undefined
  for (const step of steps) {
    if (step.step === 'design') survey = designed(table, step)
    else if (step.step === 'replicate_design') survey = replicated(table, step, files, survey)
    else survey = afterStep(required(survey, step.step), step, files)
  }
  return survey
}

function afterStep(
  survey: Survey,
  step: Exclude<Step, { step: 'design' | 'replicate_design' }>,
  files: ReadonlyMap<string, Table>,
): Survey {
  switch (step.step) {
    case 'domain':
      return inDomain(survey, rowsWhere(survey.table, step.keep))
    case 'poststratify':
      return poststratified(survey, step, files)
    case 'rake':
      return raked(survey, step.margins, files)
    case 'calibrate':
      return calibrated(survey, step, files)
    case 'trim': {
      const trim = (weights: Float64Array) => trimAndRedistribute(weights, step)
      const { spread } = survey
      return {
        ...survey,
        weights: trim(survey.weights),
        spread: spread.kind === 'replicates' ? { ...spread, weights: spread.weights.map(trim) } : spread,
      }
    }
  }
}

/** Keeps the rows of a domain: the others weigh nothing, and the design stays what it was. */
function inDomain(survey: Survey, inside: Uint8Array): Survey {
  const within = (weights: Float64Array) => weights.map((weight, row) => (inside[row] ? weight : 0))
  const kept = survey.kept.map((each, row) => each & inside[row]!)
  if (!kept.includes(1)) throw new AnalysisRefusal('no-rows', 'No row is in the domain.')
  const { spread } = survey
  return {
    ...survey,
    kept,
    weights: within(survey.weights),
    spread:
      spread.kind === 'replicates' ? { ...spread, weights: spread.weights.map(within), degrees: undefined } : spread,
  }
}

function required(survey: Survey | undefined, what: string): Survey {
  if (!survey)
    throw new AnalysisRefusal(
      'bad-recipe',
      `"${what}" needs a design: begin the steps with "design" or "replicate_design".`,
    )
  return survey
}

function answer(table: Table, survey: Survey | undefined, wanted: Wanted): unknown {
  switch (wanted.op) {
    case 'freq_scores':
      return scoresOf(wanted)
    case 'fay_herriot':
      return areaModel(table, wanted)
    case 'sub_area':
      return cellModel(table, wanted)
    case 'mean':
    case 'total':
      return tabulate(required(survey, wanted.op), wanted)
    case 'ratio':
      return ratioOf(required(survey, wanted.op), wanted)
    case 'quantile':
      return quantiles(required(survey, wanted.op), wanted)
    case 'by':
      return byDomain(required(survey, wanted.op), wanted)
    case 'ciprop':
      return shareIntervals(required(survey, wanted.op), wanted)
    case 'ciprop_by':
      return sharesByDomain(required(survey, wanted.op), wanted)
    case 'chisq':
      return association(required(survey, wanted.op), wanted)
    case 'glm':
      return regression(required(survey, wanted.op), wanted)
    case 'kish':
      return kish(required(survey, wanted.op))
    case 'discord':
      return discord(required(survey, wanted.op), wanted)
    case 'gap':
      return gaps(required(survey, wanted.op), wanted)
    case 'mode_effect':
      return modeEffect(required(survey, wanted.op), wanted)
    case 'wave_difference':
      return waveDifference(required(survey, wanted.op), wanted)
  }
}
