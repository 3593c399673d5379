import { randomBytes } from 'node:crypto'
import formbody from '@fastify/formbody'
import fastify from 'fastify'
import twilio from 'twilio'
import { beforeAll, expect, test } from 'vitest'
import { smsRoutes } from '#server/channels/sms/routes.ts'
import { testDatabase } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'

const authToken = 'a-token-for-tests-only'
const at = testDatabase()

beforeAll(() => openBundledStudy(at.deps))

test.each([
  { body: 'hello', apology: 'Sorry, something went wrong on our side.' },
  { body: 'здравствуйте', apology: 'Извините, у нас произошла ошибка.' },
])(
  'a text that we fail to answer ("$body") gets an apology, and nothing of it is stored',
  async ({ body, apology }) => {
    const app = fastify()
    await app.register(formbody)
    const now = () => {
      throw new Error('The clock has stopped')
    }
    await smsRoutes(app, { ...at.deps, now }, authToken)
    const sid = `SM${randomBytes(16).toString('hex')}`
    const fields = { MessageSid: sid, From: '+12125550123', To: '+15550100', Body: body }
    const signature = twilio.getExpectedTwilioSignature(authToken, `${at.deps.config.publicUrl}/twilio/sms`, fields)
    const response = await app.inject({
      method: 'POST',
      url: '/twilio/sms',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
      payload: new URLSearchParams(fields).toString(),
    })
    expect(response.statusCode).toBe(200)
    expect(response.body).toContain(apology)
    expect(await at.db.selectFrom('pii.conversations').select('phone_hash').execute()).toEqual([])
    await app.close()
  },
)
