import { checkValue } from './check-value.ts'
import type { Compiled } from './compile.ts'
import {
  type AreaSource,
  type Event,
  type Happening,
  type Misreading,
  misreadings,
  type Mode,
  type WireEvent,
} from './events.ts'
import { isSighting } from './geography.ts'
import { type Interview, isOpen } from './interview.ts'
import type { Question } from './question.ts'
import { completion, visibleQuestions } from './route.ts'

/** Why an event of a client was not taken. The list is closed, clients build on it. */
export type Refusal =
  | Misreading
  | 'already-begun'
  | 'interview-closed'
  | 'unknown-question'
  | 'not-asked'
  | 'answer-required'
  | 'unknown-language'
  | 'incomplete-event'

export type Considered =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly reason: Refusal; readonly question?: string }

/** Who sends, by token and session; never by the client's own word. */
export type Sender = { readonly mode: Mode; readonly actor: string; readonly language: string }

/** Checks one event of a web page or a tablet against the interview as it stands, and puts its value into our form. */
export function consider(compiled: Compiled, interview: Interview, wire: WireEvent, sender: Sender): Considered {
  const { id, at } = wire
  const language = wire.language ?? sender.language
  if (!compiled.study.languages.includes(language)) return { ok: false, reason: 'unknown-language' }
  const happening = happeningOf(compiled, interview, wire)
  if ('reason' in happening && 'ok' in happening) return happening
  return { ok: true, event: { id, at, language, mode: sender.mode, actor: sender.actor, ...happening } }
}

type Refused = { readonly ok: false; readonly reason: Refusal; readonly question?: string }

function happeningOf(compiled: Compiled, interview: Interview, wire: WireEvent): Happening | Refused {
  const { type } = wire
  if (type === 'begun') return interview.status === 'not-begun' ? { type } : refused('already-begun')
  if (type === 'reopened' && interview.status === 'opted-out') return { type }
  if (!isOpen(interview)) return refused('interview-closed')
  switch (type) {
    case 'completed': {
      const verdict = completion(compiled, interview)
      return verdict.may ? { type, outcome: verdict.outcome } : refused('answer-required', verdict.question)
    }
    case 'mode-switched':
    case 'language-switched':
    case 'opted-out':
    case 'broken-off':
    case 'reopened':
      return { type }
    default:
      return aboutQuestion(compiled, interview, wire, type)
  }
}

type AboutQuestion = Extract<Happening, { question: string }>['type']

function aboutQuestion(
  compiled: Compiled,
  interview: Interview,
  wire: WireEvent,
  type: AboutQuestion,
): Happening | Refused {
  if (wire.question === undefined) return refused('incomplete-event')
  const question = compiled.question(wire.question)
  if (!question) return refused('unknown-question', wire.question)
  const { name } = question
  if (!mayBeAnswered(compiled, interview, question, wire.found)) return refused('not-asked', name)
  switch (type) {
    case 'answered': {
      if (wire.value === undefined) return refused('incomplete-event', name)
      const found = name === compiled.study.location?.area ? foundBy(wire) : undefined
      const checked = checkValue(compiled, interview, question, wire.value, found)
      if (!checked.ok) return refused(checked.reason, name)
      return { type, question: name, value: checked.value, ...(found && { found }) }
    }
    case 'not-understood': {
      const reason = misreadings.find((misreading) => misreading === wire.reason)
      return reason ? { type, question: name, reason } : refused('incomplete-event', name)
    }
    case 'skipped':
    case 'refused':
    case 'dont-know':
      return question.required ? refused('answer-required', name) : { type, question: name }
    case 'asked':
    case 'went-back':
      return { type, question: name }
  }
}

/** How a client may have found an area; cases and ZIP codes are for the server to look up. */
function foundBy({ found }: WireEvent): AreaSource {
  return found === 'device' || found === 'map' ? found : 'list'
}

/** Only a question that is asked; where the ZIP is asked, a device or a map may answer the area instead. */
function mayBeAnswered(compiled: Compiled, interview: Interview, question: Question, found?: AreaSource): boolean {
  const visible = visibleQuestions(compiled, interview)
  const { location } = compiled.study
  return visible.some(
    ({ name }) =>
      name === question.name || (isSighting(found) && question.name === location?.area && name === location.zip),
  )
}

function refused(reason: Refusal, question?: string): Refused {
  return { ok: false, reason, ...(question !== undefined && { question }) }
}
