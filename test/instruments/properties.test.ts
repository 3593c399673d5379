import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { converse, open, type Turn } from '#instruments/engine/converse.ts'
import type { Event } from '#instruments/engine/events.ts'
import { apply, fold, type Interview, isOpen, notBegun } from '#instruments/engine/interview.ts'
import { previousQuestion, visibleQuestions } from '#instruments/engine/route.ts'
import { after, inTown } from './bundled.ts'

const reply = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '2', '3', 'yes', 'no', 'sí', '10002', 'guns', '34', '1 3') },
  { weight: 2, arbitrary: fc.constantFrom('back', 'skip', 'help', 'no sé', 'ESPAÑOL', 'english', '') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
)

/** Texts one by one, and the log they leave. */
function talk(texts: readonly string[]): { log: Event[]; states: Interview[] } {
  const log: Event[] = []
  const states = [notBegun]
  const take = (turn: Turn) => {
    let state = states.at(-1)!
    for (const happening of turn.happenings) {
      const event = { ...happening, id: `${log.length}`, at: '', actor: 'respondent', mode: 'sms' } as const
      log.push(event)
      state = apply(state, event)
    }
    states.push(state)
  }
  take(open(inTown, notBegun, 'en'))
  for (const text of texts) take(converse(inTown, states.at(-1)!, text))
  return { log, states }
}

test('any conversation gives at most one reply a text, and never an event that contradicts its state', () => {
  fc.assert(
    fc.property(fc.array(reply, { maxLength: 60 }), (texts) => {
      const { log, states } = talk(texts)
      expect(fold(log)).toEqual(states.at(-1))
      for (const { awaiting } of states) if (awaiting !== null) expect(inTown.question(awaiting)).toBeDefined()
    }),
    { numRuns: 200 },
  )
})

test('going back and forward never loses an answer', () => {
  fc.assert(
    fc.property(fc.array(reply, { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), (texts, steps) => {
      const { states } = talk(texts)
      const before = states.at(-1)!
      if (!isOpen(before)) return
      const answers = (interview: Interview) =>
        Object.entries(interview.given).filter(([, given]) => given.kind === 'answered')
      let interview = before
      for (const text of [...Array<string>(steps).fill('back'), ...Array<string>(steps).fill('skip')]) {
        interview = after(interview, converse(inTown, interview, text))
        for (const [name, given] of answers(before)) expect(interview.given[name]).toEqual(given)
      }
    }),
    { numRuns: 200 },
  )
})

test('a log delivered with repeats folds to the same interview once repeats are dropped by their id', () => {
  const { log } = talk(['1', 'yes', '1', '4', 'back', '5', '', 'no', 'purple'])
  const once = (events: readonly Event[]) => [...new Map(events.map((event) => [event.id, event])).values()]
  fc.assert(
    fc.property(fc.array(fc.nat(log.length - 1)), (repeated) => {
      const delivered = log.flatMap((event, i) =>
        Array<Event>(1 + repeated.filter((at) => at === i).length).fill(event),
      )
      expect(fold(once([...delivered, ...log]))).toEqual(fold(log))
    }),
  )
})

test('a walk that answers, skips or fails every question ends', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.constantFrom('1', '2', '3', 'skip', 'purple', "don't know")), (stream) => {
      let texts = 0
      const { value: first } = stream.next()
      const { states } = talk([first])
      let interview = states.at(-1)!
      while (interview.status === 'in-progress' && texts < 400) {
        interview = after(interview, converse(inTown, interview, stream.next().value))
        texts++
      }
      expect(interview.status).not.toBe('in-progress')
    }),
    { numRuns: 100 },
  )
})

test('going back from the end visits every visible question once', () => {
  const interview = talk(['1', '1', '1', '3', '4', '5']).states.at(-1)!
  const visited: string[] = []
  let at = previousQuestion(inTown, interview, null)
  for (; at; at = previousQuestion(inTown, interview, at.name)) visited.push(at.name)
  expect(visited.toReversed()).toEqual(visibleQuestions(inTown, interview).map(({ name }) => name))
})
