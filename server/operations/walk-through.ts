import { offeredChoices } from '#instruments/engine/choices.ts'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Happening, Value } from '#instruments/engine/events.ts'
import { apply, type Interview, notBegun } from '#instruments/engine/interview.ts'
import { prompt } from '#instruments/engine/prompts/index.ts'
import type { Question } from '#instruments/engine/question.ts'
import { completion, nextQuestion } from '#instruments/engine/route.ts'
import { drawOne, type Random, randomFrom } from '#server/simulation/random.ts'

/** One text that an interview may need: a question at a point where it says something of its own. */
export type Step = { readonly question: string; readonly interview: Interview }

/** Ways through an instrument by text, each the places of its texts among `steps`. */
export type Walks = { readonly steps: readonly Step[]; readonly walks: readonly (readonly number[])[] }

/** Enough that even where three gates let half of all through each, some fifty come to the end. */
const tries = 400

/** Random ways through an instrument to its end, always the same ones; those who are screened out are left out. */
export function walksThrough(compiled: Compiled, link: string): Walks {
  const random = randomFrom('walks', compiled.study.id)
  const steps: Step[] = []
  const known = new Map<string, number>()
  /** In one language: where a text differs there, it differs in all. */
  const placeOf = (step: Step, question: Question) => {
    const key = `${step.question} ${prompt(compiled, step.interview, question, 'en', { link })}`
    const place = known.get(key) ?? steps.push(step) - 1
    known.set(key, place)
    return place
  }
  const walks = Array.from({ length: tries }, () => walk(compiled, random, placeOf)).filter(
    (places) => places.length > 0,
  )
  return { steps, walks }
}

/** The texts of one complete interview; none where it ended otherwise. */
function walk(compiled: Compiled, random: Random, placeOf: (step: Step, question: Question) => number): number[] {
  const places: number[] = []
  let interview = notBegun
  const happen = (happening: Happening) => {
    const who = { id: '', at: '', actor: 'respondent', mode: 'sms', language: 'en' } as const
    interview = apply(interview, { ...who, ...happening })
  }
  happen({ type: 'begun' })
  for (;;) {
    const question = nextQuestion(compiled, interview)
    if (!question) break
    const { name } = question
    happen({ type: 'asked', question: name })
    places.push(placeOf({ question: name, interview }, question))
    const value = someValue(compiled, interview, question, random)
    const groups = question.kind === 'single' ? question.textGroups : undefined
    const group = groups?.findIndex(({ codes }) => codes.some((code) => code === value)) ?? -1
    if (group >= 0) {
      happen({ type: 'asked', question: name, group })
      places.push(placeOf({ question: name, interview }, question))
    }
    happen(value === undefined ? { type: 'skipped', question: name } : { type: 'answered', question: name, value })
    if (value === undefined && question.required) return []
  }
  const verdict = completion(compiled, interview)
  return verdict.may && verdict.outcome === 'complete' ? places : []
}

/** An answer that leads on; words are not checked against a format here. */
function someValue(compiled: Compiled, interview: Interview, question: Question, random: Random): Value | undefined {
  const codes = offeredChoices(compiled, interview, question).map(({ code }) => code)
  const isListed = (code: unknown): code is string | number => typeof code !== 'boolean'
  switch (question.kind) {
    case 'single':
    case 'boolean':
    case 'rating':
      return codes.length > 0 ? drawOne(random, codes) : undefined
    case 'multiple':
    case 'ranking':
      return codes.filter(isListed).slice(0, Math.max(1, question.atLeast))
    case 'number':
      return Number.isFinite(question.min) ? question.min : 0
    case 'date':
      return question.min ?? '2000-01-01'
    case 'text':
    case 'comment':
      return 'x'
  }
}
