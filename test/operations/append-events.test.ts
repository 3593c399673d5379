import { beforeAll, describe, expect, test } from 'vitest'
import type { WireEvent } from '#instruments/engine/events.ts'
import { fold } from '#instruments/engine/interview.ts'
import { appendEvents } from '#server/operations/append-events.ts'
import { changeWave } from '#server/operations/field-waves.ts'
import { testDatabase } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'

const at = testDatabase()
const studyId = 'community-trust'
beforeAll(async () => {
  await openBundledStudy(at.deps)
})

const moment = '2026-11-23T10:00:00.000Z'
const anEvent = (event: Partial<WireEvent>): WireEvent => ({
  id: crypto.randomUUID(),
  type: 'answered',
  at: moment,
  ...event,
})
const adult = (value = true) => anEvent({ question: 'adult', value })

async function send(
  interviewId: string,
  events: WireEvent[],
  { token, version = 1 }: { token?: string; version?: number } = {},
) {
  return appendEvents(at.deps, {
    studyId,
    interviewId,
    token,
    version,
    language: 'en',
    events,
    mode: 'web',
    actor: 'respondent',
  })
}

async function stored(interviewId: string) {
  const row = await at.db.selectFrom('interviews').selectAll().where('id', '=', interviewId).executeTakeFirst()
  const log = await at.db
    .selectFrom('interview_events')
    .selectAll()
    .where('interview_id', '=', interviewId)
    .orderBy('seq')
    .execute()
  const aside = await at.db.selectFrom('set_aside_events').selectAll().where('interview_id', '=', interviewId).execute()
  return { row, log, aside }
}

async function begun() {
  const id = crypto.randomUUID()
  const { token } = await send(id, [anEvent({ type: 'begun' })])
  return { id, token: token! }
}

describe('events', () => {
  test('make an interview, and its token belongs to whoever began it', async () => {
    const id = crypto.randomUUID()
    const answer = await send(id, [anEvent({ type: 'begun' }), adult()])
    expect(answer.events.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted'])
    expect(answer).toMatchObject({ status: 'in-progress', token: at.deps.tokens.tokenFor(studyId, id) })
    expect((await stored(id)).row).toMatchObject({ answers: { adult: true }, mode_start: 'web', seq: 2 })
  })

  test('that forget to begin are helped out', async () => {
    const id = crypto.randomUUID()
    await send(id, [adult()])
    expect((await stored(id)).log.map(({ type }) => type)).toEqual(['begun', 'answered'])
  })

  test('that come again change nothing, in any order and any company', async () => {
    const { id, token } = await begun()
    const events = [adult(), anEvent({ type: 'asked', question: 'adult' })]
    await send(id, events, { token })
    const before = await stored(id)
    const again = await send(id, [...events].reverse(), { token })
    expect(again.events.map(({ verdict }) => verdict)).toEqual(['repeated', 'repeated'])
    expect(await stored(id)).toEqual(before)
  })

  test('with a known id and other content are set aside, and the log keeps the first', async () => {
    const { id, token } = await begun()
    const event = adult(true)
    await send(id, [event], { token })
    const answer = await send(id, [{ ...event, value: false }], { token })
    expect(answer.events[0]).toMatchObject({ verdict: 'conflict' })
    const { row, aside } = await stored(id)
    expect(row!.answers).toEqual({ adult: true })
    expect(aside).toMatchObject([{ event_id: event.id, verdict: 'conflict' }])
  })

  test('with an impossible value are kept but never become an answer, and the good ones beside them count', async () => {
    const { id, token } = await begun()
    const answer = await send(
      id,
      [anEvent({ question: 'adult', value: 99 }), adult(), anEvent({ question: 'nonsense', value: 1 })],
      { token },
    )
    expect(answer.events.map(({ verdict }) => verdict)).toEqual(['rejected', 'accepted', 'rejected'])
    const { row, aside } = await stored(id)
    expect(row!.answers).toEqual({ adult: true })
    expect(aside).toHaveLength(2)
  })

  test('cannot complete an interview that is not complete', async () => {
    const { id, token } = await begun()
    const answer = await send(id, [anEvent({ type: 'completed' })], { token })
    expect(answer).toMatchObject({
      status: 'in-progress',
      events: [{ verdict: 'rejected', reason: 'answer-required' }],
    })
  })

  test('of somebody without the token are refused and learn nothing', async () => {
    const { id } = await begun()
    for (const token of [undefined, 'x', at.deps.tokens.tokenFor(studyId, crypto.randomUUID())]) {
      const answer = await send(id, [adult()], token ? { token } : {})
      expect(answer).toEqual({
        events: [expect.objectContaining({ verdict: 'rejected', reason: 'token' })],
        status: null,
        next: null,
        token: null,
      })
    }
    expect((await stored(id)).row!.seq).toBe(1)
  })

  test('of another version are refused', async () => {
    const answer = await send(crypto.randomUUID(), [adult()], { version: 7 })
    expect(answer.events).toMatchObject([{ verdict: 'rejected', reason: 'version' }])
  })

  test('from many requests at once all arrive, each once, without a gap', async () => {
    const { id, token } = await begun()
    const events = Array.from({ length: 12 }, (_, n) => adult(n % 2 === 0))
    const answers = await Promise.all([...events, ...events].map((event) => send(id, [event], { token })))
    const verdicts = answers.map(({ events: [event] }) => event!.verdict)
    expect(verdicts.filter((verdict) => verdict === 'accepted')).toHaveLength(12)
    expect(verdicts.filter((verdict) => verdict === 'repeated')).toHaveLength(12)
    const { row, log } = await stored(id)
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
    expect(new Set(log.map((event) => event.id)).size).toBe(13)
    const events2 = log.map(({ id: event, mode, language, actor, happening, device_at }) => ({
      id: event,
      mode,
      language,
      actor,
      at: device_at.toISOString(),
      ...happening,
    }))
    expect(row!.fold).toEqual(fold(events2 as Parameters<typeof fold>[0]))
  })

  test('are refused while the wave is paused', async () => {
    const { id, token } = await begun()
    await changeWave(at.deps, studyId, undefined, 'paused')
    const answer = await send(id, [adult()], { token })
    const fresh = await send(crypto.randomUUID(), [adult()])
    await changeWave(at.deps, studyId, undefined, 'open')
    expect(answer.events).toMatchObject([{ verdict: 'rejected', reason: 'study-closed' }])
    expect(fresh.events).toMatchObject([{ verdict: 'rejected', reason: 'study-closed' }])
  })

  test('for a study that does not exist are a problem with a name', async () => {
    const envelope = {
      studyId: 'no-such',
      interviewId: crypto.randomUUID(),
      token: undefined,
      language: 'en',
      events: [adult()],
      mode: 'web' as const,
      actor: 'respondent',
    }
    await expect(appendEvents(at.deps, envelope)).rejects.toMatchObject({ code: 'no-such-study', status: 404 })
  })
})
