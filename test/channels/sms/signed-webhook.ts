import { randomBytes } from 'node:crypto'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance } from 'fastify'
import twilio from 'twilio'
import { afterAll, beforeAll, expect } from 'vitest'
import { smsRoutes } from '#server/channels/sms/routes.ts'
import { answerErrors } from '#server/errors.ts'
import { testDatabase } from '#test/support/databases.ts'
import { openBundledStudy } from '#test/support/fielding.ts'

/** The signed webhook of one test file, with the bundled study open behind it. */

export const authToken = 'a-token-for-tests-only'
export const at = testDatabase()
let app: FastifyInstance
let number = 5_550_100_000

beforeAll(async () => {
  await openBundledStudy(at.deps)
  app = fastify()
  await app.register(formbody)
  answerErrors(app)
  await smsRoutes(app, at.deps, authToken)
})
afterAll(() => app.close())

export const aStranger = () => `+1${number++}`
export const aSid = () => `SM${randomBytes(16).toString('hex')}`

export async function post(fields: Record<string, string>, { signature }: { signature?: string | null } = {}) {
  const url = `${at.deps.config.publicUrl}/twilio/sms`
  const signed = signature === undefined ? twilio.getExpectedTwilioSignature(authToken, url, fields) : signature
  return app.inject({
    method: 'POST',
    url: '/twilio/sms',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signed === null ? {} : { 'x-twilio-signature': signed }),
    },
    payload: new URLSearchParams(fields).toString(),
  })
}

/** The text that a person reads in answer to theirs; empty when none comes. */
export async function text(from: string, body: string, sid = aSid()): Promise<string> {
  const response = await post({ MessageSid: sid, From: from, To: '+15550100', Body: body })
  expect(response.statusCode).toBe(200)
  const message = /<Message>([\s\S]*)<\/Message>/.exec(response.body)?.[1] ?? ''
  return message.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

export async function interviewOf(from: string) {
  const conversation = await at.db
    .selectFrom('pii.conversations')
    .select('interview_id')
    .where('phone_hash', '=', at.deps.sealer.hashPhone(from))
    .executeTakeFirstOrThrow()
  const row = await at.db
    .selectFrom('interviews')
    .selectAll()
    .where('id', '=', conversation.interview_id)
    .executeTakeFirstOrThrow()
  const events = await at.db
    .selectFrom('interview_events')
    .selectAll()
    .where('interview_id', '=', conversation.interview_id)
    .orderBy('seq')
    .execute()
  return { row, events }
}
