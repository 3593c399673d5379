import { randomBytes } from 'node:crypto'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import twilio from 'twilio'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { smsRoutes } from '#server/channels/sms/routes.ts'
import type { Carrier } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import { sendDueTexts } from '#server/operations/sending/send-due-texts.ts'
import { hasOptedOut } from '#server/store/consents.ts'
import { clockAt, noon, openCampaignStudy, sendingDeps } from '#test/support/campaign.ts'
import { testDatabase } from '#test/support/databases.ts'
import { type FakeTwilio, startFakeTwilio } from '#test/support/fake-twilio.ts'
import { aPhone, phoneOf } from '#test/support/resident.ts'

const at = testDatabase()
const clock = clockAt(noon)
let authToken: string
let fake: FakeTwilio
let deps: Deps & { carrier: Carrier }
let app: FastifyInstance

beforeAll(async () => {
  fake = await startFakeTwilio({ now: () => clock.at })
  deps = sendingDeps(at.db, fake, clock)
  authToken = deps.config.twilio?.authToken ?? ''
  await openCampaignStudy(deps)
  app = fastify()
  await app.register(formbody)
  await smsRoutes(app, deps, authToken, 100)
})
afterAll(async () => {
  await app.close()
  await fake.close()
})

/** Posts a text as the carrier does, while nobody can write to the table that keeps texts. */
async function textWhileBusy(from: string, body: string) {
  const fields = { MessageSid: `SM${randomBytes(16).toString('hex')}`, From: from, To: '+15550100', Body: body }
  const { publicUrl } = deps.config
  const signature = twilio.getExpectedTwilioSignature(authToken, `${publicUrl}/twilio/sms`, fields)
  return at.db.transaction().execute(async (trx) => {
    await sql`lock table pii.messages in access exclusive mode`.execute(trx)
    return app.inject({
      method: 'POST',
      url: '/twilio/sms',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
      payload: new URLSearchParams(fields).toString(),
    })
  })
}

const waiting = (number: string) =>
  at.db
    .selectFrom('pii.outbound_texts')
    .select(['kind', 'rule', 'not_after'])
    .where('phone_hash', '=', deps.sealer.hashPhone(number))
    .execute()

test('a text that is answered too late for its webhook gets its reply as a text of its own, at any hour, once', async () => {
  clock.at = new Date('2026-03-03T08:00:00Z') // three at night in New York
  const phone = phoneOf(deps)
  await phone.text('hello')
  const { statusCode, body } = await textWhileBusy(phone.number, 'yes')
  expect({ statusCode, says: body.includes('<Message>') }).toEqual({ statusCode: 200, says: false })
  await vi.waitUntil(async () => (await waiting(phone.number)).length > 0, 10_000)
  const tenMinutesLater = new Date('2026-03-03T08:10:00Z')
  expect(await waiting(phone.number)).toEqual([{ kind: 'late-reply', rule: 'late-reply', not_after: tenMinutesLater }])
  await sendDueTexts(deps, deps.carrier)
  const got = fake.texts.filter(({ to }) => to === phone.number)
  expect(got.map(({ body: said }) => said)).toEqual([expect.stringContaining('How safe do you feel?')])
})

test('whoever opted out gets nothing late', async () => {
  const number = aPhone()
  await phoneOf(deps, number).text('hello')
  expect((await textWhileBusy(number, 'leave me alone please')).body).not.toContain('<Message>')
  await vi.waitUntil(async () => {
    return hasOptedOut(at.db, deps.sealer.hashPhone(number), null)
  }, 10_000)
  await deps.inTurn(number, async () => {})
  expect(await waiting(number)).toEqual([])
})
