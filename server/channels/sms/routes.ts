import type { FastifyInstance, FastifyRequest } from 'fastify'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { z } from 'zod'
import type { Deps } from '#server/deps.ts'
import { answerBySms } from '#server/operations/answer-by-sms.ts'
import { badSignature } from '#server/problems.ts'
import { twiml } from './twiml.ts'

/** Twilio's words; it adds new parameters unannounced, so unknown ones pass. */
const IncomingMessage = z.object({
  MessageSid: z.string().min(1).max(64),
  From: z.string().max(200).default(''),
  To: z.string().max(200).default(''),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().catch(0),
  /** Of a Messaging Service with Advanced Opt-Out, which has then answered by itself. */
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
})

/** Nothing we ask needs more, and a carrier sends 1,600 characters at most. */
const longestBody = 4000

/** Twilio's words in, ours in the middle, Twilio's words out. */
export async function smsRoutes(app: FastifyInstance, deps: Deps, authToken: string): Promise<void> {
  app.post('/twilio/sms', async (request, reply) => {
    requireTwilioSignature(request, deps.config.publicUrl, authToken)
    reply.type('text/xml; charset=utf-8')
    const { success, data } = IncomingMessage.safeParse(request.body)
    // Short codes, names and chat addresses are not residents; an answer to a machine may start a loop.
    if (!success || !/^\+[1-9]\d{6,14}$/.test(data.From)) return twiml('')
    const { MessageSid: sid, From: from, To: to, Body, NumMedia, OptOutType: carrierWord } = data
    const body = cleaned(Body).slice(0, longestBody)
    return twiml(await answerBySms(deps, { sid, from, to, body, hasMedia: NumMedia > 0, carrierWord }))
  })
}

/** Twilio signs the address it was told, so ours comes from the configuration: a proxy rewrites the request's own. */
function requireTwilioSignature({ headers, body, url }: FastifyRequest, publicUrl: string, authToken: string): void {
  const signature = headers['x-twilio-signature']
  const parameters = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const given = typeof signature === 'string' ? signature : ''
  if (!given || !validateRequest(authToken, given, `${publicUrl}${url}`, parameters)) throw badSignature({})
}

/** Without the characters that no text has and no database keeps: NUL, halves of a surrogate pair. */
function cleaned(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
