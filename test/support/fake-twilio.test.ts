import twilio from 'twilio'
import { afterEach, expect, test } from 'vitest'
import type { Account } from '#server/simulation/carrier/account.ts'
import {
  accountSid,
  authToken,
  type FakeTwilio,
  messagingServiceSid,
  ourNumber,
  startFakeTwilio,
} from './fake-twilio.ts'
import { type Posted, startWebhook } from './webhook.ts'

const resident = '+12125550123'
const text = { to: resident, from: ourNumber, body: 'Hello' }
const open: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function fake(options: Partial<Account> = {}): Promise<FakeTwilio> {
  const started = await startFakeTwilio(options)
  open.push(started.close)
  return started
}

async function webhook(reply?: (posted: Posted) => { status: number; body?: string }) {
  const started = await startWebhook(authToken, reply)
  open.push(started.close)
  return { ...started, statuses: () => started.posted.map(({ fields }) => fields.MessageStatus) }
}

test('takes a text from the real client and shows it again', async () => {
  const { client, texts } = await fake()
  const sent = await client.messages.create(text)
  expect(sent).toMatchObject({ status: 'queued', to: resident, from: ourNumber, numSegments: '1', price: null })
  expect(sent.sid).toMatch(/^SM[0-9a-f]{32}$/)
  expect(sent.dateCreated).toBeInstanceOf(Date)
  expect(texts).toMatchObject([{ sid: sent.sid, body: 'Hello', direction: 'outbound-api' }])
  expect((await client.messages(sent.sid).fetch()).body).toBe('Hello')
})

test('a messaging service accepts first and chooses its number afterwards', async () => {
  const { client, settled } = await fake()
  const sent = await client.messages.create({ to: resident, body: 'Hello', messagingServiceSid })
  expect(sent).toMatchObject({ status: 'accepted', from: null, numSegments: '0', messagingServiceSid })
  await settled()
  expect(await client.messages(sent.sid).fetch()).toMatchObject({ status: 'delivered', from: ourNumber })
})

test('takes the words out of a text that is told to forget them', async () => {
  const { client } = await fake()
  const { sid } = await client.messages.create(text)
  await client.messages(sid).update({ body: '' })
  expect((await client.messages(sid).fetch()).body).toBe('')
})

test.each([
  ['no recipient that is a number', { to: 'my aunt' }, 400, 21211],
  ['nobody to send it', { from: '' }, 400, 21603],
  ['a number that is not ours', { from: '+12125550199' }, 400, 21606],
  ['a text to ourselves', { to: ourNumber }, 400, 21266],
  ['no words', { body: '' }, 400, 21602],
  ['too many words', { body: 'a'.repeat(1601) }, 400, 21617],
  ['a callback to nowhere', { statusCallback: 'nowhere' }, 400, 21609],
  ['another messaging service', { messagingServiceSid: `MG${'0'.repeat(32)}` }, 400, 21701],
  ['one of the numbers that fail', { to: '+15005550009' }, 400, 21614],
  ['a number that was given an error', { to: '+12125550111' }, 400, 21408],
])('refuses %s', async (_what, change, status, code) => {
  const { client, texts } = await fake({ errors: { '+12125550111': 21408 } })
  const error = await client.messages.create({ ...text, ...change }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ status, code, moreInfo: `https://www.twilio.com/docs/errors/${code}` })
  expect(texts).toEqual([])
})

test('refuses another token, and knows no text of that id', async () => {
  const { client, url } = await fake()
  const stranger = twilio(accountSid, 'another-token-altogether')
  stranger.api.baseUrl = url
  await expect(stranger.messages.create(text)).rejects.toMatchObject({ status: 401, code: 20003 })
  await expect(client.messages(`SM${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404, code: 20404 })
})

test('lists texts newest first, over as many pages as there are, and only those asked for', async () => {
  const clock = { now: new Date('2026-11-23T12:00:00.400Z') }
  const { client, settled } = await fake({ now: () => clock.now })
  for (let n = 0; n < 5; n++) {
    await client.messages.create({ ...text, to: n % 2 ? resident : '+12125550124', body: `text ${n}` })
    await settled()
    clock.now = new Date(clock.now.getTime() + 60_000)
  }
  const bodies = async (asked: object) =>
    (await client.messages.list({ ...asked, pageSize: 2 })).map(({ body }) => body)
  expect(await bodies({})).toEqual(['text 4', 'text 3', 'text 2', 'text 1', 'text 0'])
  expect(await bodies({ to: resident })).toEqual(['text 3', 'text 1'])
  expect(await bodies({ dateSentAfter: new Date('2026-11-23T12:03:00Z') })).toEqual(['text 4', 'text 3'])
  expect(await bodies({ dateSentBefore: new Date('2026-11-23T12:01:00Z'), to: resident })).toEqual(['text 1'])
  expect(await bodies({ dateSent: new Date('2026-11-24T00:00:00Z') })).toEqual([])
})

test('lists a text by its date only when it has been sent, and no text before the list has caught up', async () => {
  const slow = await fake({ stepMs: 60_000 })
  await slow.client.messages.create(text)
  expect(await slow.client.messages.list({ dateSentAfter: new Date(0) })).toEqual([])
  expect(await slow.client.messages.list({ to: resident })).toHaveLength(1)
  const clock = { now: new Date() }
  const lagging = await fake({ listedAfterMs: 5000, now: () => clock.now })
  await lagging.client.messages.create(text)
  expect(await lagging.client.messages.list({ to: resident })).toEqual([])
  clock.now = new Date(clock.now.getTime() + 5000)
  expect(await lagging.client.messages.list({ to: resident })).toHaveLength(1)
})

test('tells every step of a text in signed callbacks', async () => {
  const { url, posted, statuses } = await webhook()
  const { client, settled } = await fake()
  const { sid } = await client.messages.create({ ...text, statusCallback: `${url}/status?text=1` })
  await settled()
  expect(statuses()).toEqual(['sending', 'sent', 'delivered'])
  expect(posted.every(({ isSigned }) => isSigned)).toBe(true)
  expect(posted[2]?.fields).toMatchObject({ MessageSid: sid, To: resident, From: ourNumber, AccountSid: accountSid })
})

test.each([
  [30003, ['sending', 'sent', 'undelivered']],
  [30007, ['sending', 'sent', 'undelivered']],
  [30034, ['sending', 'failed']],
])('a text with error %i ends with it', async (code, expected) => {
  const { url, posted, statuses } = await webhook()
  const { client, settled } = await fake({ errors: { [resident]: code } })
  const { sid } = await client.messages.create({ ...text, statusCallback: url })
  await settled()
  expect(statuses()).toEqual(expected)
  expect(posted.at(-1)?.fields.ErrorCode).toBe(String(code))
  expect((await client.messages(sid).fetch()).errorCode).toBe(code)
})

test.each([
  ['duplicated', ['sending', 'sending', 'sent', 'sent', 'delivered', 'delivered']],
  ['swapped', ['sent', 'sending', 'delivered']],
  ['lost', []],
] as const)('callbacks can be %s', async (mishap, expected) => {
  const { url, statuses } = await webhook()
  const { client, settled } = await fake({ callbackMishaps: { [mishap]: 1 } })
  await client.messages.create({ ...text, statusCallback: url })
  await settled()
  expect(statuses()).toEqual(expected)
})

test('a callback that is late comes after those that followed it', async () => {
  const { url, statuses } = await webhook()
  const { client, settled } = await fake({ seed: 'later', callbackMishaps: { late: 0.5 }, lateMs: 100 })
  await client.messages.create({ ...text, statusCallback: url })
  await settled()
  expect(statuses()).toEqual(['sent', 'delivered', 'sending'])
})

test('a test can put a text into any state', async () => {
  const { url, posted } = await webhook()
  const { client, report } = await fake({ stepMs: 60_000 })
  const { sid } = await client.messages.create({ ...text, statusCallback: url })
  await report(sid, 'delivered')
  await report(sid, 'sent')
  await report(sid, 'failed', 30005)
  expect(posted.map(({ fields: { MessageStatus, ErrorCode } }) => [MessageStatus, ErrorCode])).toEqual([
    ['delivered', undefined],
    ['sent', undefined],
    ['failed', '30005'],
  ])
})

test.each([
  ['unavailable', 0],
  ['answer-failed', 1],
  ['answer-lost', 1],
  ['answer-never', 1],
  ['silent', 0],
] as const)('a request that is %s fails, and leaves %i texts', async (mishap, left) => {
  const { client, mishaps, texts } = await fake()
  mishaps.push(mishap)
  await expect(client.messages.create(text)).rejects.toThrow()
  expect(texts).toHaveLength(left)
  await client.messages.create(text)
  expect(texts).toHaveLength(left + 1)
})

test('the same seed meets the same mishaps', async () => {
  const outcomes = async () => {
    const { client } = await fake({ seed: 'seven', mishaps: { unavailable: 0.3 } })
    const sent: boolean[] = []
    for (let n = 0; n < 12; n++)
      sent.push(
        await client.messages.create(text).then(
          () => true,
          () => false,
        ),
      )
    return sent
  }
  const first = await outcomes()
  expect(new Set(first).size).toBe(2)
  expect(await outcomes()).toEqual(first)
})

test('refuses more texts in a second than it takes', async () => {
  const clock = { now: new Date() }
  const { client } = await fake({ perSecond: 2, now: () => clock.now })
  await client.messages.create(text)
  await client.messages.create(text)
  await expect(client.messages.create(text)).rejects.toMatchObject({ status: 429, code: 20429 })
  clock.now = new Date(clock.now.getTime() + 1000)
  await client.messages.create(text)
})

const twiml = '<?xml version="1.0"?><Response><Message>You &amp; we</Message></Response>'

test('brings a resident’s text to the webhook, signed, and gives its reply', async () => {
  const { url, posted } = await webhook(() => ({ status: 200, body: twiml }))
  const { receive, redeliver, texts } = await fake({ inbound: { url: `${url}/twilio/sms` } })
  const { sid, ...received } = await receive({ from: resident, body: 'hello', parameters: { NumMedia: '1' } })
  expect(received).toEqual({ status: 200, replies: ['You & we'] })
  expect(posted).toMatchObject([
    { isSigned: true, fields: { MessageSid: sid, From: resident, To: ourNumber, Body: 'hello', NumMedia: '1' } },
  ])
  await redeliver(sid)
  expect(posted[1]?.fields).toEqual(posted[0]?.fields)
  expect(texts.map(({ direction }) => direction)).toEqual(['inbound', 'outbound-reply', 'outbound-reply'])
})

test('goes to the fallback when the webhook fails or nobody listens', async () => {
  const { url, posted } = await webhook(({ path }) =>
    path === '/bad' ? { status: 500 } : { status: 200, body: twiml },
  )
  const failing = await fake({ inbound: { url: `${url}/bad`, fallbackUrl: `${url}/good` } })
  expect(await failing.receive({ from: resident, body: 'hello' })).toMatchObject({ status: 200, replies: ['You & we'] })
  expect(posted.map(({ path }) => path)).toEqual(['/bad', '/good'])
  const gone = await fake({ inbound: { url: 'http://127.0.0.1:9/' } })
  expect(await gone.receive({ from: resident, body: 'hello' })).toMatchObject({ status: 0, replies: [] })
})

test('after STOP nothing is sent until START, and the carrier says so itself', async () => {
  const { url, posted } = await webhook(() => ({ status: 200, body: twiml }))
  const { client, receive, texts, settled } = await fake({ inbound: { url } })
  await receive({ from: resident, body: ' Stop ' })
  await expect(client.messages.create(text)).rejects.toMatchObject({ code: 21610 })
  const reply = texts.find(({ direction }) => direction === 'outbound-reply')
  expect(reply).toMatchObject({ status: 'failed', errorCode: 21610 })
  await receive({ from: resident, body: 'START' })
  await client.messages.create(text)
  await settled()
  expect(texts.filter(({ direction }) => direction === 'carrier')).toHaveLength(2)
  expect(posted.map(({ fields }) => fields.OptOutType)).toEqual([undefined, undefined])
})

test('with advanced opt-out it knows more words and tells what they do', async () => {
  const { url, posted } = await webhook(() => ({ status: 200, body: twiml }))
  const { receive, blocked } = await fake({ inbound: { url }, advancedOptOut: { stopWords: ['ALTO'] } })
  await receive({ from: resident, body: 'alto' })
  expect([...blocked]).toEqual([resident])
  await receive({ from: resident, body: 'START' })
  expect([...blocked]).toEqual([])
  await receive({ from: resident, body: 'yes' })
  expect(posted.map(({ fields }) => fields.OptOutType)).toEqual(['STOP', 'START', undefined])
})
