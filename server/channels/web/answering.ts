import { randomUUID } from 'node:crypto'
import type { WireEvent } from '#instruments/engine/events.ts'
import type { Question } from '#instruments/engine/question.ts'
import { openingEvents } from '#web/respondent/opening.ts'
import type { Visit } from './visit.ts'

type WireValue = NonNullable<WireEvent['value']>

/** What a plain form says about one question. */
export type Reply = { readonly kind: 'answered'; readonly value: WireValue } | { readonly kind: 'skipped' | 'refused' }

/** Reads what stood in the fields of a form as a value of the question; what cannot be one is left to the engine's check. */
export function valueOf(question: Question, typed: readonly string[]): WireValue {
  const first = typed[0]?.trim() ?? ''
  switch (question.kind) {
    case 'single':
    case 'boolean':
    case 'rating':
      return codeOf(question, first)
    case 'multiple':
    case 'ranking':
      return typed.map((text) => codeOf(question, text)).filter((code) => typeof code !== 'boolean')
    case 'number':
      return first === '' || Number.isNaN(Number(first)) ? first : Number(first)
    case 'date':
    case 'text':
    case 'comment':
      return typed[0] ?? ''
  }
}

function codeOf(question: Extract<Question, { choices: unknown }>, text: string): string | number | boolean {
  return question.choices.find(({ code }) => String(code) === text)?.code ?? text
}

/** The events of a reply: what the log has to know first, then the reply. The server's clock stands in for the device's. */
export function eventsOf({ interview, language }: Visit, question: string, reply: Reply, now: Date): WireEvent[] {
  const at = now.toISOString()
  const replied = reply.kind === 'answered' ? { type: reply.kind, value: reply.value } : { type: reply.kind }
  return [
    ...openingEvents(interview, language).map((type) => ({ id: randomUUID(), type, at })),
    { id: randomUUID(), question, at, ...replied },
  ]
}

/** The request to end an interview in which nothing is left to ask. */
export function completionAt(now: Date): WireEvent {
  return { id: randomUUID(), type: 'completed', at: now.toISOString() }
}
