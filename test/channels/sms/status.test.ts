import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { buildApp } from '#server/app.ts'
import { addCase } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { phone, sendingStage } from '#test/support/sending-stage.ts'

const at = testDatabase()
const on = sendingStage(at)
let app: FastifyInstance
beforeEach(async () => {
  await on.campaign()
  app = await buildApp(on.deps)
  await addCase(on.deps, on.wave, [{ phone: phone(1) }])
  await on.start()
  await on.sendAll()
})
afterEach(() => app.close())

async function post(path: string, fields: Record<string, string>, signature?: string) {
  const { twilio, publicUrl } = on.deps.config
  const right = getExpectedTwilioSignature(twilio?.authToken ?? '', `${publicUrl}${path}`, fields)
  const response = await app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature ?? right },
    payload: new URLSearchParams(fields).toString(),
  })
  return response.statusCode
}
const text = async () => (await on.texts())[0]!
const metric = async () =>
  /unknown_total (\d+)/.exec((await app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })).body)?.[1]

test('a status is taken in by our id and by the carrier’s, once and for all', async () => {
  const { id, sid } = await text()
  const told = { MessageSid: sid!, MessageStatus: 'sent' }
  expect(await post(`/twilio/status?text=${id}`, told)).toBe(204)
  expect((await text()).state).toBe('sent')
  expect(await post('/twilio/status', { ...told, MessageStatus: 'undelivered', ErrorCode: '30005' })).toBe(204)
  expect(await post('/twilio/status', { ...told, MessageStatus: 'delivered' })).toBe(204)
  expect(await text()).toMatchObject({ state: 'undelivered', error_code: 30_005 })
  expect(await metric()).toBe('0')
})

test('a status of a text that is not ours is counted, and nothing else', async () => {
  const before = await text()
  expect(await post('/twilio/status', { MessageSid: 'SM1', MessageStatus: 'sent' })).toBe(204)
  expect(await post(`/twilio/status?text=not-an-id`, { MessageSid: 'SM1', MessageStatus: 'sent' })).toBe(204)
  expect(await post('/twilio/status', { MessageSid: 'SM1' })).toBe(204)
  expect(await metric()).toBe('3')
  expect(await text()).toEqual(before)
})

test('a status that Twilio did not sign is refused', async () => {
  const { id, sid } = await text()
  expect(await post(`/twilio/status?text=${id}`, { MessageSid: sid!, MessageStatus: 'delivered' }, 'wrong')).toBe(403)
  expect((await text()).state).not.toBe('delivered')
})
