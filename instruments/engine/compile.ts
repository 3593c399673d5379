import { type Condition, conditionOf } from './conditions.ts'
import { dress } from './dress.ts'
import type { Outcome } from './events.ts'
import type { Geography } from './geography.ts'
import { ElementJson, elementsOf, InstrumentJson } from './instrument.ts'
import { opened } from './parts.ts'
import { type Lead, type Question, questionOf } from './question.ts'
import type { Study } from './study.ts'
import { translated } from './translated.ts'

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
 * Makes an instrument ready for a wave: the wave's areas become choices, and every condition is parsed once.
 *
 * @throws where lint would have found an error: publish nothing that `lintStudy` refuses
 */
export function compile(instrument: unknown, study: Study, geography: Geography): Compiled {
  return prepare(dress(InstrumentJson.parse(instrument), study, geography), study, geography)
}

/** The same for an instrument that has been dressed for the wave, as pages get it. */
export function prepare(dressed: InstrumentJson, study: Study, geography: Geography): Compiled {
  const expressions: string[] = []
  const indexOf = (expression: string) => {
    const known = expressions.indexOf(expression)
    return known >= 0 ? known : expressions.push(expression) - 1
  }
  const lead: Lead[] = []
  const questions = elementsOf(dressed).flatMap(({ element, conditions }) => {
    const json = ElementJson.parse(element)
    const around = withOwn(conditions, json.visibleIf)
    const byLink = study.texts.handOver.includes(json.name) && ({ byLink: true } as const)
    const isShownOnly = json.type === 'html' || json.type === 'image'
    if (isShownOnly && json.textTitle) lead.push({ text: translated(json.textTitle), shownIf: around.map(indexOf) })
    if (isShownOnly) return []
    return opened(json).flatMap(({ element: asked, part }) => {
      const shownIf = (part ? withOwn(around, asked.visibleIf) : around).map(indexOf)
      const before = lead.splice(0)
      const more = { ...(part && { part }), ...(before.length > 0 && { lead: before }), ...byLink }
      return questionOf(asked, shownIf, more) ?? []
    })
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

function withOwn(around: readonly string[], own: string | undefined): readonly string[] {
  return own ? [...around, own] : around
}
