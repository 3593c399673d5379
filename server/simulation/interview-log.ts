import { offeredChoices } from '#instruments/engine/choices.ts'
import type { Compiled } from '#instruments/engine/compile.ts'
import type { Event, Happening } from '#instruments/engine/events.ts'
import { apply, type Interview, notBegun } from '#instruments/engine/interview.ts'
import { completion, nextQuestion } from '#instruments/engine/route.ts'
import type { Answerer } from './answers.ts'
import { actorFor, paceOf } from './pace.ts'
import { randomFrom } from './random.ts'
import type { Resident } from './residents.ts'
import { uuidFrom } from './uuid.ts'

/** The log of one simulated interview, and the interview it folds to. */
export type InterviewLog = {
  readonly interviewId: string
  readonly events: readonly Event[]
  readonly interview: Interview
}

/**
 * Interviews a resident with the engine alone: the same questions, skips and endings as through any channel.
 *
 * @param key  tells the waves apart, so that the same seed makes other ids in each
 */
export function interviewLog(
  compiled: Compiled,
  resident: Resident,
  answer: Answerer,
  { key, startedAt }: { key: string; startedAt: Date },
): InterviewLog {
  const random = randomFrom(key, 'log', resident.number)
  const interviewId = uuidFrom(random)
  const { mode, language, number } = resident
  const secondsFor = paceOf(mode, key, number)
  const actor = actorFor(mode, key, number)
  const events: Event[] = []
  let interview = notBegun
  let seconds = 0
  const happen = (happening: Happening) => {
    const at = new Date(startedAt.getTime() + 1000 * seconds).toISOString()
    const by = happening.type === 'completed' ? 'system' : actor
    const event = { id: uuidFrom(random), mode, language, actor: by, at, ...happening }
    events.push(event)
    interview = apply(interview, event)
  }
  happen({ type: 'begun' })
  for (let asked = 1; ; asked++) {
    const question = nextQuestion(compiled, interview)
    if (!question) break
    if (asked >= resident.leavesAt) return { interviewId, events, interview }
    const said = answer(
      resident,
      question,
      offeredChoices(compiled, interview, question).map(({ code }) => code),
    )
    if (said.kind !== 'answered' && question.required) return { interviewId, events, interview }
    seconds += secondsFor(question)
    happen(
      said.kind === 'answered'
        ? { type: 'answered', question: question.name, value: said.value }
        : { type: said.kind, question: question.name },
    )
  }
  const end = completion(compiled, interview)
  if (end.may) happen({ type: 'completed', outcome: end.outcome })
  return { interviewId, events, interview }
}
