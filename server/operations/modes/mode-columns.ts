import type { Categories } from '#analysis/weighting/margin.ts'
import type { Mode } from '#instruments/engine/events.ts'
import type { WeighedRespondent } from '#server/store/respondents.ts'
import type { PlannedEstimate } from '../plan-estimates.ts'

const modes: readonly Mode[] = ['web', 'sms', 'phone', 'home', 'street']
/** Nobody else hears these answers: what the other modes are compared with. */
export const selfAdministered: readonly Mode[] = ['web', 'sms']

/** Estimates that are made of the same questions, and so of answers in the same modes. */
export type ModeGroup = { readonly questions: readonly string[]; readonly places: readonly number[] }

/** Groups planned estimates by their questions. */
export function modeGroups(estimates: readonly PlannedEstimate[]): ModeGroup[] {
  const places = [...estimates.keys()]
  const byQuestions = Map.groupBy(places, (place) => JSON.stringify(estimates[place]?.questions))
  return [...byQuestions.values()].map((own) => ({ questions: estimates[own[0] ?? 0]?.questions ?? [], places: own }))
}

/**
 * Reads the mode in which the first answered of some questions was answered, as its code; that in which the interview
 * ended where the log does not say. An interview may go on in another mode.
 */
export function modeReader(questions: readonly string[]): (row: WeighedRespondent) => number {
  return ({ given, mode }) => {
    const answered = questions.find((question) => given[question]?.kind === 'answered')
    return modes.indexOf((answered === undefined ? undefined : given[answered]?.mode) ?? mode)
  }
}

/** A column of such codes as a variable. */
export function modeCategories(codes: Float64Array): Categories {
  return { variable: 'mode', labels: modes, codes: Int32Array.from(codes) }
}
