import type { Compiled } from './compile.ts'
import type { Outcome, Value } from './events.ts'
import { isSighting, offersArea } from './geography.ts'
import type { Given, Interview } from './interview.ts'
import { put, type Values } from './parts.ts'
import type { Lead, Question } from './question.ts'

type Answers = Record<string, Value>

/**
 * Walks the instrument once, front to back: a condition looks only at earlier questions, so that each question's
 * visibility is settled when it is reached. Hidden answers neither count nor influence what follows.
 */
function walk(compiled: Compiled, interview: Interview): { visible: Question[]; answers: Answers; values: Values } {
  const { questions, conditions } = compiled
  const visible: Question[] = []
  const answers: Answers = {}
  const values: Record<string, Values[string]> = {}
  const settled: boolean[] = []
  for (const question of questions) {
    const shown = question.shownIf.every((index) => (settled[index] ??= conditions[index]?.(values) ?? false))
    if (!shown) continue
    visible.push(question)
    const given = interview.given[question.name]
    if (given?.kind !== 'answered' || !stillStands(compiled, question, given, answers)) continue
    answers[question.name] = given.value
    put(values, question.name, given.value)
  }
  return { visible, answers, values }
}

/** An area chosen from a list counts only while the list offers it; one that a device or a map found always does. */
function stillStands(compiled: Compiled, question: Question, given: Given, answers: Answers): boolean {
  if (question.kind !== 'single' || question.choicesFrom !== 'areas' || given.kind !== 'answered') return true
  if (isSighting(given.found)) return true
  const { zip, parent } = compiled.study.location ?? {}
  return offersArea(compiled.geography, given.value, zip && answers[zip], parent && answers[parent])
}

/** Whether nothing more is needed for a question: a required one needs an answer, any other may be declined. */
function isDealtWith(question: Question, interview: Interview, answers: Answers): boolean {
  if (question.name in answers) return true
  const given = interview.given[question.name]
  return given !== undefined && given.kind !== 'answered' && !question.required
}

/** The questions this interview asks as it stands, in order. */
export function visibleQuestions(compiled: Compiled, interview: Interview): readonly Question[] {
  return walk(compiled, interview).visible
}

/** The answers that count: deliberate, and to questions that are still asked. */
export function answersOf(compiled: Compiled, interview: Interview): Readonly<Answers> {
  return walk(compiled, interview).answers
}

/** The first question not yet dealt with; nothing when all are. */
export function nextQuestion(compiled: Compiled, interview: Interview): Question | undefined {
  const { visible, answers } = walk(compiled, interview)
  return visible.find((question) => !isDealtWith(question, interview, answers))
}

/** The visible question before `name`; before the end of the interview when `name` is null or not visible. */
export function previousQuestion(compiled: Compiled, interview: Interview, name: string | null): Question | undefined {
  const visible = visibleQuestions(compiled, interview)
  const here = visible.findIndex((question) => question.name === name)
  return visible.at(here < 0 ? -1 : here - 1 < 0 ? visible.length : here - 1)
}

/** Whether the interview may be completed and how it then ended, or the required question that is in the way. */
export function completion(
  compiled: Compiled,
  interview: Interview,
): { may: true; outcome: Outcome } | { may: false; question: string } {
  const { visible, answers, values } = walk(compiled, interview)
  const missing = visible.find((question) => question.required && !isDealtWith(question, interview, answers))
  if (missing) return { may: false, question: missing.name }
  const ending = compiled.endings.find(({ when }) => when(values))
  return { may: true, outcome: ending?.outcome ?? 'complete' }
}

/** The words that come before a question in a text, those whose conditions hold. */
export function leadOf(compiled: Compiled, interview: Interview, { lead = [] }: Question): readonly Lead[] {
  if (lead.length === 0) return lead
  const { values } = walk(compiled, interview)
  return lead.filter(({ shownIf }) => shownIf.every((index) => compiled.conditions[index]?.(values) ?? false))
}
