import { expect, test } from 'vitest'
import { consider } from '#instruments/engine/consider.ts'
import type { WireEvent } from '#instruments/engine/events.ts'
import { apply, type Interview, notBegun } from '#instruments/engine/interview.ts'
import { consented, interviewWith, inTown } from './bundled.ts'

const sender = { mode: 'web', actor: 'respondent', language: 'en' } as const
const wire = (event: Partial<WireEvent> & Pick<WireEvent, 'type'>): WireEvent => ({
  id: '0192f0a4-0000-7000-8000-000000000001',
  at: '2026-03-01T12:00:00Z',
  ...event,
})
const who = { id: '', at: '', actor: 'respondent', mode: 'web', language: 'en' } as const
const complete = apply(interviewWith(consented), { ...who, type: 'completed', outcome: 'complete' })
const stopped = apply(interviewWith(consented), { ...who, type: 'opted-out' })

test('a good answer is taken in its normal form, with mode and actor from the session', () => {
  const sent = wire({ type: 'answered', question: 'race_ethnicity', value: ['black', 'hispanic'], language: 'es' })
  expect(consider(inTown, interviewWith(consented), sent, sender)).toEqual({
    ok: true,
    event: {
      id: sent.id,
      at: sent.at,
      mode: 'web',
      actor: 'respondent',
      language: 'es',
      type: 'answered',
      question: 'race_ethnicity',
      value: ['hispanic', 'black'],
    },
  })
})

test('completion is granted with the outcome that the answers give, not by the client', () => {
  const minor = consider(inTown, interviewWith({ adult: false }), wire({ type: 'completed' }), sender)
  expect(minor).toMatchObject({ ok: true, event: { type: 'completed', outcome: 'ineligible' } })
})

test.each<{ what: string; interview: Interview; event: Parameters<typeof wire>[0]; reason: string }>([
  {
    what: 'a value outside the choices',
    interview: interviewWith(consented),
    event: { type: 'answered', question: 'trust', value: 99 },
    reason: 'not-a-choice',
  },
  {
    what: 'an unknown question',
    interview: interviewWith(consented),
    event: { type: 'answered', question: 'salary', value: 1 },
    reason: 'unknown-question',
  },
  {
    what: 'a hidden question',
    interview: interviewWith(consented),
    event: { type: 'answered', question: 'contact_reason', value: 'asked' },
    reason: 'not-asked',
  },
  {
    what: 'an answer before consent',
    interview: notBegun,
    event: { type: 'answered', question: 'trust', value: 3 },
    reason: 'not-asked',
  },
  {
    what: 'an answer without a value',
    interview: interviewWith(consented),
    event: { type: 'answered', question: 'trust' },
    reason: 'incomplete-event',
  },
  {
    what: 'an answer without a question',
    interview: interviewWith(consented),
    event: { type: 'answered', value: 3 },
    reason: 'incomplete-event',
  },
  {
    what: 'skipping consent',
    interview: interviewWith({ adult: true, lives_here: true }),
    event: { type: 'skipped', question: 'consent' },
    reason: 'answer-required',
  },
  {
    what: 'completing without consent',
    interview: interviewWith({ adult: true, lives_here: true }),
    event: { type: 'completed' },
    reason: 'answer-required',
  },
  { what: 'beginning twice', interview: interviewWith({}), event: { type: 'begun' }, reason: 'already-begun' },
  {
    what: 'an answer after the end',
    interview: complete,
    event: { type: 'answered', question: 'trust', value: 3 },
    reason: 'interview-closed',
  },
  { what: 'reopening what is complete', interview: complete, event: { type: 'reopened' }, reason: 'interview-closed' },
  {
    what: 'an answer after an opt-out',
    interview: stopped,
    event: { type: 'answered', question: 'trust', value: 3 },
    reason: 'interview-closed',
  },
  {
    what: 'a language of no version',
    interview: interviewWith(consented),
    event: { type: 'language-switched', language: 'xx' },
    reason: 'unknown-language',
  },
  {
    what: 'an area outside the list',
    interview: interviewWith({ ...consented, home_zip: '10002' }),
    event: { type: 'answered', question: 'home_area', value: '1', found: 'list' },
    reason: 'not-a-choice',
  },
  {
    what: 'a device before consent',
    interview: notBegun,
    event: { type: 'answered', question: 'home_area', value: '1', found: 'device' },
    reason: 'not-asked',
  },
])('$what is refused as $reason', ({ interview, event, reason }) => {
  expect(consider(inTown, interview, wire(event), sender)).toMatchObject({ ok: false, reason })
})

test('where the ZIP is asked, a device may answer the area', () => {
  const sighted = wire({ type: 'answered', question: 'home_area', value: '7', found: 'device' })
  expect(consider(inTown, interviewWith(consented), sighted, sender)).toMatchObject({
    ok: true,
    event: { question: 'home_area', value: '7', found: 'device' },
  })
})

test('a client can claim neither a case nor a draw, and only the area has a way of being found', () => {
  const listed = interviewWith({ ...consented, home_zip: '10002' })
  const claimed = wire({ type: 'answered', question: 'home_area', value: '7', found: 'case' })
  expect(consider(inTown, listed, claimed, sender)).toMatchObject({ ok: true, event: { found: 'list' } })
  const trust = consider(inTown, listed, wire({ type: 'answered', question: 'trust', value: 3, found: 'map' }), sender)
  expect(trust).not.toHaveProperty('event.found')
})

test('whoever opted out of texts may go on by their own link', () => {
  expect(consider(inTown, stopped, wire({ type: 'reopened' }), sender)).toMatchObject({ ok: true })
})
