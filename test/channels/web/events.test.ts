import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '#server/app.ts'
import { testDatabase } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'

const at = testDatabase()
let app: FastifyInstance

beforeAll(async () => {
  await openBundledStudy(at.deps)
  app = await buildApp(at.deps)
})
afterAll(() => app.close())

const event = (rest: object) => ({ id: crypto.randomUUID(), at: '2026-11-23T12:00:00Z', ...rest })
const answered = (question: string, value: unknown) => event({ type: 'answered', question, value })
const envelope = (events: object[], rest: object = {}) => ({
  study: 'community-trust',
  language: 'en',
  events,
  ...rest,
})

const post = (id: string, payload: string | object, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: `/api/interviews/${id}/events`,
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  })

describe('the events of an interview', () => {
  test('make it, hand out its token once, and go on with it as bearer or cookie', async () => {
    const id = crypto.randomUUID()
    const first = await post(id, envelope([answered('adult', true)], { version: 1, mode: 'web' }))
    const { token, ...told } = first.json()
    expect(told).toEqual({
      events: [{ id: expect.any(String), verdict: 'accepted' }],
      status: 'in-progress',
      next: 'lives_here',
    })
    expect(first.cookies).toMatchObject([{ name: 'canvass.community-trust', value: `${id}.${token}`, httpOnly: true }])

    const byBearer = await post(id, envelope([answered('lives_here', true)]), { authorization: `Bearer ${token}` })
    expect(byBearer.json()).toEqual({
      events: [expect.objectContaining({ verdict: 'accepted' })],
      status: 'in-progress',
      next: 'consent',
    })
    expect(byBearer.cookies).toEqual([])
    const byCookie = await post(id, envelope([answered('consent', false)]), {
      cookie: `canvass.community-trust=${id}.${token}`,
    })
    expect(byCookie.json()).toMatchObject({ next: null })
  })

  test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:00', '0001-01-01T00:00:00+23:00'])(
    'of a clock that says %s are not read',
    async (at) => {
      const refused = await post(crypto.randomUUID(), envelope([{ ...event({ type: 'begun' }), at }]))
      expect(refused.statusCode).toBe(422)
      expect(refused.json()).toMatchObject({ code: 'unreadable', path: '$.events[0].at' })
    },
  )

  test.each(['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-11-23T12:00:00.123456789+23:59'])(
    'of a clock that says %s are taken: what it says is information only',
    async (at) => {
      const taken = await post(crypto.randomUUID(), envelope([{ ...event({ type: 'begun' }), at }]))
      expect(taken.json()).toMatchObject({ events: [{ verdict: 'accepted' }] })
    },
  )

  test('get a verdict each, and a repeat changes nothing', async () => {
    const id = crypto.randomUUID()
    const [good, bad] = [answered('adult', true), answered('adult', 'maybe')]
    const first = (await post(id, envelope([good, bad]))).json()
    expect(first.events).toEqual([
      { id: good.id, verdict: 'accepted' },
      { id: bad.id, verdict: 'rejected', reason: 'not-a-choice' },
    ])
    const again = await post(id, envelope([good, { ...good, value: false }]), {
      authorization: `Bearer ${first.token}`,
    })
    expect(again.json().events.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['repeated', 'conflict'])
  })

  test('may name themselves in capitals, and a repeat still changes nothing', async () => {
    const id = crypto.randomUUID()
    const loud = { ...answered('adult', true), id: crypto.randomUUID().toUpperCase() }
    const { token } = (await post(id, envelope([loud]))).json()
    const bearer = { authorization: `Bearer ${token}` }
    const again = await post(id, envelope([loud, { ...loud, id: loud.id.toLowerCase(), value: false }]), bearer)
    expect(again.json().events).toEqual([
      { id: loud.id, verdict: 'repeated' },
      { id: loud.id.toLowerCase(), verdict: 'conflict', reason: 'This id came before with other content.' },
    ])
  })

  test('of somebody else are refused and told nothing', async () => {
    const id = crypto.randomUUID()
    await post(id, envelope([answered('adult', true)]))
    for (const headers of [
      {},
      { authorization: 'Bearer forged' },
      { cookie: `canvass.community-trust=${id}.forged` },
    ]) {
      const response = await post(id, envelope([answered('adult', false)]), headers)
      expect(response.json()).toMatchObject({
        events: [{ verdict: 'rejected', reason: 'token' }],
        status: null,
        next: null,
      })
    }
  })

  test.each(['\0', 'cut in two \ud83d', { question: '\0' }])(
    'never fail on letters that no database stores: %j',
    async (value) => {
      const events =
        typeof value === 'string'
          ? [answered('adult', value), answered('comment', value)]
          : [answered(value.question, 1)]
      const response = await post(crypto.randomUUID(), envelope(events))
      expect(response.statusCode).toBe(200)
      expect(response.json().events.map(({ verdict }: { verdict: string }) => verdict)).toEqual(
        events.map(() => 'rejected'),
      )
    },
  )

  test('are web events whatever the client calls them', async () => {
    const id = crypto.randomUUID()
    await post(id, envelope([answered('adult', true)], { mode: 'phone' }))
    const [row] = await at.db
      .selectFrom('interview_events')
      .select(['mode', 'actor'])
      .where('interview_id', '=', id)
      .where('type', '=', 'answered')
      .execute()
    expect(row).toEqual({ mode: 'web', actor: 'respondent' })
  })
})

describe('an envelope that cannot be read', () => {
  test.each([
    { what: 'no JSON', payload: '{"study":', path: '$' },
    { what: 'nothing', payload: '', path: '$' },
    { what: 'a list', payload: '[]', path: '$' },
    { what: 'null', payload: 'null', path: '$' },
    { what: 'no study', payload: { language: 'en', events: [event({ type: 'begun' })] }, path: '$.study' },
    { what: 'no events', payload: envelope([]), path: '$.events' },
    {
      what: 'too many events',
      payload: envelope(Array.from({ length: 501 }, () => event({ type: 'begun' }))),
      path: '$.events',
    },
    {
      what: 'an unknown type',
      payload: envelope([event({ type: 'begun' }), event({ type: 'exploded' })]),
      path: '$.events[1].type',
    },
    {
      what: 'an id that is no UUID',
      payload: envelope([{ ...event({ type: 'begun' }), id: '1' }]),
      path: '$.events[0].id',
    },
    { what: 'no time', payload: envelope([{ ...event({ type: 'begun' }), at: 'today' }]), path: '$.events[0].at' },
    { what: 'an object for a value', payload: envelope([answered('adult', {})]), path: '$.events[0].value' },
    {
      what: 'a text far too long',
      payload: envelope([answered('comment', 'x'.repeat(20_000))]),
      path: '$.events[0].value',
    },
  ])('is a 422 with a path: $what', async ({ payload, path }) => {
    const response = await post(crypto.randomUUID(), payload)
    expect(response.statusCode).toBe(422)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ code: 'unreadable', path })
  })

  test('is a 422 under an address that is no interview', async () => {
    expect((await post('not-a-uuid', envelope([event({ type: 'begun' })]))).json()).toMatchObject({
      code: 'unreadable',
      path: 'interview',
    })
  })

  test('is too large above one megabyte', async () => {
    const response = await post(crypto.randomUUID(), envelope([answered('comment', 'x'.repeat(1_100_000))]))
    expect(response.statusCode).toBe(413)
  })

  test.each(['nothing', 'NOTHING', '\0', ''])('for a study that does not exist is a 404: %j', async (study) => {
    const response = await post(crypto.randomUUID(), envelope([event({ type: 'begun' })], { study }))
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'no-such-study' })
  })
})
