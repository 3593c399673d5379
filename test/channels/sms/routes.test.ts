import twilio from 'twilio'
import { describe, expect, test } from 'vitest'
import { fold } from '#instruments/engine/interview.ts'
import { changeWave } from '#server/operations/field-waves.ts'
import { aSid, aStranger, at, authToken, interviewOf, post, text } from './signed-webhook.ts'

describe('a text', () => {
  test.each([
    ['with another signature', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    ['without a signature', null],
  ])('%s is refused', async (_, signature) => {
    const response = await post({ MessageSid: aSid(), From: aStranger(), Body: 'hi' }, { signature })
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ code: 'bad-signature' })
  })

  test('whose body was changed on the way is refused', async () => {
    const fields = { MessageSid: aSid(), From: aStranger(), Body: 'yes' }
    const signature = twilio.getExpectedTwilioSignature(authToken, `${at.deps.config.publicUrl}/twilio/sms`, fields)
    expect((await post({ ...fields, Body: 'no' }, { signature })).statusCode).toBe(403)
  })

  test.each(['hello', '???', '1', '🙂', 'What is this', 'I got your letter'])(
    'of any wording (%s) from a stranger begins an interview with who asks, why and how to stop',
    async (body) => {
      const from = aStranger()
      const reply = await text(from, body)
      expect(reply).toContain('STOP')
      expect(reply).toMatch(/1\)|1 /)
      expect((await interviewOf(from)).row).toMatchObject({ status: 'in-progress', mode_start: 'sms', language: 'en' })
    },
  )

  test('that names a language begins in it', async () => {
    const from = aStranger()
    expect(await text(from, 'Español')).toMatch(/usted|encuesta/i)
    expect((await interviewOf(from)).row.language).toBe('es')
  })

  test.each([
    ['no body', { Body: '' }],
    ['no body field', {}],
    ['a NUL and control characters', { Body: 'a\u0000b\u0001\u001b[31m' }],
    ['half a surrogate pair', { Body: 'x\ud83d' }],
    ['markup', { Body: '</Message><Redirect>http://127.0.0.1/</Redirect>' }],
    ['ten thousand characters', { Body: 'long '.repeat(2000) }],
    ['SQL', { Body: "'; drop table interviews; --" }],
    ['unknown parameters', { Body: 'hi', NewThing: 'x', MediaUrl0: 'http://127.0.0.1/x', NumMedia: '1' }],
  ])('with %s never fails', async (_, fields) => {
    const from = aStranger()
    for (let i = 0; i < 4; i++) {
      const response = await post({ MessageSid: aSid(), From: from, ...(fields as Record<string, string>) })
      expect(response.statusCode).toBe(200)
      expect(response.body).not.toContain('<Redirect>')
    }
    const { row, events } = await interviewOf(from)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1))
    expect(row.seq).toBe(events.length)
  })

  test.each(['', '12345', 'AMAZON', '+', 'whatsapp:+15550100', '+1'.padEnd(30, '5')])(
    'from an odd sender (%s) is taken with an empty answer',
    async (from) => {
      const response = await post({ MessageSid: aSid(), From: from, Body: 'hi' })
      expect(response.statusCode).toBe(200)
      expect(response.body).not.toContain('<Message>')
    },
  )

  test('without an id is taken with an empty answer', async () => {
    expect((await post({ From: aStranger(), Body: 'hi' })).statusCode).toBe(200)
  })
})

describe('a repeated text', () => {
  test('gets the same answer and changes nothing', async () => {
    const [from, sid] = [aStranger(), aSid()]
    const first = await text(from, 'hello', sid)
    const before = await interviewOf(from)
    expect(await text(from, 'hello', sid)).toBe(first)
    expect(await interviewOf(from)).toEqual(before)
  })

  test('is taken once also when all come at the same moment', async () => {
    const [from, sid] = [aStranger(), aSid()]
    const replies = await Promise.all(Array.from({ length: 8 }, () => text(from, 'hello', sid)))
    expect(new Set(replies).size).toBe(1)
    const { events } = await interviewOf(from)
    expect(events.map(({ type }) => type)).toEqual(['begun', 'asked'])
  })
})

describe('a conversation', () => {
  test('takes two fast replies in the order they came', async () => {
    const from = aStranger()
    await text(from, 'hello')
    await Promise.all(['1', 'yes', '1'].map((body) => text(from, body)))
    const { events, row } = await interviewOf(from)
    const answered = events.filter(({ type }) => type === 'answered')
    expect(answered).toHaveLength(3)
    expect(new Set(answered.map(({ happening }) => 'question' in happening && happening.question)).size).toBe(3)
    expect(row.fold).toEqual(fold(events.map(eventOf)))
  })

  test('asks again at most twice, then goes on with a friendly line', async () => {
    const from = aStranger()
    await text(from, 'hello')
    for (let i = 0; i < 3; i++) await text(from, '1') // eligible, and agreed
    const { row } = await interviewOf(from)
    const asked = row.fold.awaiting
    for (const body of ['purple monkey dishwasher', 'orange', 'green']) await text(from, body)
    const after = await interviewOf(from)
    expect(after.row.fold.given[asked!]).toMatchObject({ kind: 'skipped' })
    expect(after.row.fold.awaiting).not.toBe(asked)
  })

  test('is kept whole when a reply meets a study that is paused, and says so', async () => {
    const from = aStranger()
    await text(from, 'hello')
    await changeWave(at.deps, 'community-trust', undefined, 'paused')
    const reply = await text(from, '1')
    await changeWave(at.deps, 'community-trust', undefined, 'open')
    expect(reply).toMatch(/short break/)
    expect((await interviewOf(from)).events).toHaveLength(2)
    expect(await text(from, '1')).not.toMatch(/short break/)
  })
})

test('a picture is shown to a person, and the question stands', async () => {
  const from = aStranger()
  await text(from, 'hello')
  const { row: before } = await interviewOf(from)
  const response = await post({ MessageSid: aSid(), From: from, To: '', Body: '', NumMedia: '1' })
  expect(response.body).toMatch(/cannot open pictures/)
  expect((await interviewOf(from)).row.fold).toEqual(before.fold)
  const items = await at.db.selectFrom('pii.inbox').select(['reason', 'question']).execute()
  expect(items).toContainEqual({ reason: 'media', question: 'adult' })
})

test('HELP says who asks and how to stop, and keeps the question', async () => {
  const from = aStranger()
  await text(from, 'hello')
  const { row: before } = await interviewOf(from)
  expect(await text(from, 'HELP')).toMatch(/STOP/)
  expect((await interviewOf(from)).row.fold).toEqual(before.fold)
})

test('bodies, replies and numbers are stored sealed', async () => {
  const from = aStranger()
  await text(from, 'a very secret remark')
  const rows = await at.db
    .selectFrom('pii.messages')
    .selectAll()
    .where('phone_hash', '=', at.deps.sealer.hashPhone(from))
    .execute()
  expect(rows).toHaveLength(1)
  expect(rows[0]!.body.includes('secret')).toBe(false)
  expect(at.deps.sealer.unseal(rows[0]!.body)).toBe('a very secret remark')
})

function eventOf(row: {
  id: string
  mode: string
  language: string
  actor: string
  device_at: Date
  happening: object
}) {
  const { id, mode, language, actor, device_at, happening } = row
  return { id, mode, language, actor, at: device_at.toISOString(), ...happening } as Parameters<
    typeof fold
  >[0] extends Iterable<infer E>
    ? E
    : never
}
