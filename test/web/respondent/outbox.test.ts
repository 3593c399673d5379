import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { WireEvent } from '#instruments/engine/events.ts'
import { openOutbox, type OutboxState } from '#web/respondent/outbox.ts'

const event: WireEvent = { id: crypto.randomUUID(), type: 'begun', at: '2026-11-23T12:00:00.000Z' }
const receipt = { events: [{ id: event.id, verdict: 'accepted' }], status: 'in-progress', next: 'adult' }
const cutShort = () => new Response(new ReadableStream({ start: (body) => body.error(new TypeError('cut short')) }))

/** The browser around the outbox: a tab that stays open, and a server that answers as listed. */
function browser(...answers: (() => Response)[]) {
  const sent: RequestInit[] = []
  const told: OutboxState[] = []
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('fetch', async (_url: string, request: RequestInit) => {
    sent.push(request)
    return answers[sent.length - 1]?.() ?? Response.json(receipt)
  })
  const outbox = openOutbox({
    url: '/api/interviews/1/events',
    envelope: { study: 'community-trust', version: 1, language: 'en' },
    key: 'canvass',
    tell: (state) => told.push(state),
    receive: () => {},
  })
  return { outbox, sent, told }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a receipt that is cut short is asked for again', async () => {
  const { outbox, sent, told } = browser(cutShort)
  outbox.add([event])
  const settled = outbox.settled()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await settled).toEqual(receipt)
  expect(sent).toHaveLength(2)
  expect(sent[1]?.body).toBe(sent[0]?.body)
  expect(told).toEqual(['saving', 'retrying', 'saving', 'saved'])
})

test('a refusal is told and not tried again', async () => {
  const { outbox, sent, told } = browser(() => new Response('', { status: 422 }))
  outbox.add([event])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
  expect(told).toEqual(['saving', 'refused'])
})

test('only what is sent while the page goes away is kept alive, since browsers keep little of it', async () => {
  const { outbox, sent } = browser(() => new Response('', { status: 503 }))
  outbox.add([event])
  outbox.sendOnLeaving()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent.map(({ keepalive }) => keepalive)).toEqual([false, true])
})
