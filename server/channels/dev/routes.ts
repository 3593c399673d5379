import { randomBytes, randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import Handlebars from 'handlebars'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { z } from 'zod'
import type { Config } from '#server/config.ts'
import type { Deps } from '#server/deps.ts'
import { readTexts } from '#server/operations/read-texts.ts'
import { inventedNumber } from '#server/rehearsal-carrier.ts'

const sheet = readFileSync(join(import.meta.dirname, '../../../web/style/phone.css'), 'utf8')
const page = Handlebars.compile(readFileSync(join(import.meta.dirname, 'phone.hbs'), 'utf8'), { strict: true })

const Phone = z.string().regex(inventedNumber)
const Shown = z.object({ phone: Phone })
const Sent = z.object({ phone: Phone, text: z.string().max(1600).default('') })

/** The phone simulator: what it sends goes the whole way, as a signed webhook over HTTP. Rehearsal only. */
export async function devRoutes(app: FastifyInstance, { config, ...deps }: Deps): Promise<void> {
  app.get('/dev/phone.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(sheet))

  app.get('/dev/phone', async (request, reply) => {
    const { success, data } = Shown.safeParse(request.query)
    if (!success) return reply.redirect(`/dev/phone?phone=${encodeURIComponent(aPhone())}`, 302)
    const texts = await readTexts(deps, deps.sealer.hashPhone(data.phone))
    const shown = texts.map(({ direction, text }) => ({ text, mine: direction === 'in' }))
    const [area, last] = [data.phone.slice(2, 5), data.phone.slice(8)]
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    return page({ phone: data.phone, phoneShown: `(${area}) 555-${last}`, texts: shown, isNew: shown.length === 0 })
  })

  app.post('/dev/phone', async (request, reply) => {
    const { success, data } = Sent.safeParse(request.body)
    if (!success) return reply.redirect('/dev/phone', 303)
    await sendSigned(config, data.phone, data.text)
    return reply.redirect(`/dev/phone?phone=${encodeURIComponent(data.phone)}`, 303)
  })
}

function aPhone(): string {
  return `+1${randomInt(201, 990)}55501${String(randomInt(100)).padStart(2, '0')}`
}

/** Posts a text as Twilio would: to our port, signed for our public address. */
async function sendSigned(config: Config, from: string, body: string): Promise<void> {
  const { host, port, publicUrl, twilio } = config
  if (!twilio) throw new Error('There is no token to sign with')
  const fields = {
    MessageSid: `SM${randomBytes(16).toString('hex')}`,
    From: from,
    To: '+15555550100',
    Body: body,
    NumMedia: '0',
  }
  const signature = getExpectedTwilioSignature(twilio.authToken, `${publicUrl}/twilio/sms`, fields)
  const response = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/twilio/sms`, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(fields),
  })
  if (!response.ok) throw new Error(`The webhook answered ${response.status}`)
}
