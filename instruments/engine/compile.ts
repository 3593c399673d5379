import { type Condition, conditionOf } from './conditions.ts'
import { dress } from './dress.ts'
import type { Outcome } from './events.ts'
import type { Geography } from './geography.ts'
import { ElementJson, elementsOf, InstrumentJson } from './instrument.ts'
import { type Question, questionOf } from './question.ts'
import type { Study } from './study.ts'

/** An instrument made ready for one wave: what every mode asks from. Build it once and keep it. */
export type Compiled = {
  readonly study: Study
  readonly geography: Geography
  /** The SurveyJS JSON with the wave's areas filled in, for survey-core's own model. */
  readonly instrument: InstrumentJson
  /** In the order they are asked. */
  readonly questions: readonly Question[]
  readonly question: (name: string) => Question | undefined
  /** What `Question.shownIf` points to; each distinct condition once. */
  readonly conditions: readonly Condition[]
  /** How the interview ends when one holds; the first that does. */
  readonly endings: readonly { readonly when: Condition; readonly outcome: Outcome }[]
}

/**
 * Prepares an instrument for a wave: every condition is parsed once and the wave's areas become choices.
 *
 * @throws where lint would have found an error: publish nothing that `lintStudy` refuses
 */
export function compile(instrument: unknown, study: Study, geography: Geography): Compiled {
  const dressed = dress(InstrumentJson.parse(instrument), study, geography)
  const expressions: string[] = []
  const indexOf = (expression: string) => {
    const known = expressions.indexOf(expression)
    return known >= 0 ? known : expressions.push(expression) - 1
  }
  const questions = elementsOf(dressed).flatMap(({ element, conditions }) => {
    const json = ElementJson.parse(element)
    const own = json.visibleIf ? [json.visibleIf] : []
    return questionOf(json, [...conditions, ...own].map(indexOf)) ?? []
  })
  const byName = new Map(questions.map((question) => [question.name, question]))
  return {
    study,
    geography,
    instrument: dressed,
    questions,
    question: (name) => byName.get(name),
    conditions: expressions.map((expression) => conditionOf(expression, geography)),
    endings: study.outcomes.map(({ when, outcome }) => ({ when: conditionOf(when, geography), outcome })),
  }
}
