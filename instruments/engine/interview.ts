import type { AreaSource, Event, Mode, Outcome, Value } from './events.ts'

export type Status = 'not-begun' | 'in-progress' | 'broken-off' | 'opted-out' | Outcome

/** What a resident last said to one question, and in which mode. */
export type Given =
  | { readonly kind: 'answered'; readonly value: Value; readonly mode: Mode; readonly found?: AreaSource }
  | { readonly kind: 'skipped' | 'refused' | 'dont-know'; readonly mode: Mode }

/** One person's interview: the fold of its events. A plain JSON value, stored beside the log as its projection. */
export type Interview = {
  readonly status: Status
  readonly modeStart: Mode | null
  readonly mode: Mode | null
  readonly language: string | null
  /** The latest deliberate reply to each question, also to those that have become invisible since. */
  readonly given: Readonly<Record<string, Given>>
  /** The question that was asked last and not yet dealt with. */
  readonly awaiting: string | null
  /** Of a question whose choices are texted in groups: the group that was listed last. */
  readonly group?: number | undefined
  /** Replies in a row to the awaited question that were not understood. */
  readonly misses: number
}

export const notBegun: Interview = {
  status: 'not-begun',
  modeStart: null,
  mode: null,
  language: null,
  given: {},
  awaiting: null,
  misses: 0,
}

/** The interview after one more event. Total: any event in any state gives a state, since a log is never refused. */
export function apply(interview: Interview, event: Event): Interview {
  const here = {
    ...interview,
    modeStart: interview.modeStart ?? event.mode,
    mode: event.mode,
    language: event.language,
  }
  switch (event.type) {
    case 'begun':
    case 'reopened':
      return { ...here, status: 'in-progress' }
    case 'asked':
    case 'went-back': {
      const group = event.type === 'asked' ? event.group : undefined
      const isSame = event.question === here.awaiting && group === here.group
      return { ...here, awaiting: event.question, group, misses: isSame ? here.misses : 0 }
    }
    case 'not-understood':
      return { ...here, misses: here.misses + 1 }
    case 'answered': {
      const { value, mode, question, found } = event
      return reply(here, question, { kind: 'answered', value, mode, ...(found ? { found } : {}) })
    }
    case 'skipped':
    case 'refused':
    case 'dont-know':
      return reply(here, event.question, { kind: event.type, mode: event.mode })
    case 'mode-switched':
    case 'language-switched':
      return here
    case 'opted-out':
    case 'broken-off':
      return { ...here, status: event.type, awaiting: null, misses: 0 }
    case 'completed':
      return { ...here, status: event.outcome, awaiting: null, misses: 0 }
  }
}

function reply(interview: Interview, question: string, given: Given): Interview {
  const dealtWith = interview.awaiting === question
  const resumes = interview.status === 'not-begun' || interview.status === 'broken-off'
  return {
    ...interview,
    status: resumes ? 'in-progress' : interview.status,
    given: { ...interview.given, [question]: given },
    awaiting: dealtWith ? null : interview.awaiting,
    group: dealtWith ? undefined : interview.group,
    misses: dealtWith ? 0 : interview.misses,
  }
}

/** The interview that a log tells, events in the server's order. */
export function fold(events: Iterable<Event>): Interview {
  let interview = notBegun
  for (const event of events) interview = apply(interview, event)
  return interview
}

/** Whether more answers may come: a finished, declined or stopped interview takes none. */
export function isOpen({ status }: Interview): boolean {
  return status === 'not-begun' || status === 'in-progress' || status === 'broken-off'
}
