import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findLanguage } from '#instruments/engine/find-language.ts'
import { languages, line } from '#instruments/engine/languages/index.ts'
import { bodyText } from '#instruments/engine/replies/body.ts'
import type { Deps } from '#server/deps.ts'
import { answerBySms } from '#server/operations/answer-by-sms.ts'
import { replyLate } from '#server/operations/sending/reply-late.ts'
import { requireTwilioSignature } from './signature.ts'
import { twiml } from './twiml.ts'

/** Twilio's words; it adds new parameters unannounced, so unknown ones pass. */
const IncomingMessage = z.looseObject({
  MessageSid: z.string().min(1).max(64),
  From: z.string().max(200).default(''),
  To: z.string().max(200).default(''),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().catch(0),
  /** Of a Messaging Service with Advanced Opt-Out, which has then answered by itself. */
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
})

/** Twilio gives up on an answer after 15 seconds. */
const patienceMs = 10_000

/**
 * Twilio's words in, ours in the middle, Twilio's words out.
 *
 * @param withinMs  how long the answer may take; a reply that comes later is sent as a text of its own, where texts leave
 */
export async function smsRoutes(
  app: FastifyInstance,
  deps: Deps,
  authToken: string,
  withinMs = patienceMs,
): Promise<void> {
  app.post('/twilio/sms', async (request, reply) => {
    requireTwilioSignature(request, deps.config.publicUrl, authToken)
    reply.type('text/xml; charset=utf-8')
    const { success, data } = IncomingMessage.safeParse(request.body)
    // Short codes, names and chat addresses are not residents; an answer to a machine may start a loop.
    if (!success || !/^\+[1-9]\d{6,14}$/.test(data.From)) return twiml('')
    const { MessageSid: sid, From: from, To: to, Body, NumMedia, OptOutType: carrierWord } = data
    const body = bodyText(Body)
    const answering = answerBySms(deps, {
      sid,
      from,
      to,
      body,
      hasMedia: NumMedia > 0,
      media: mediaOf(data, NumMedia),
      carrierWord,
    })
    try {
      const inTime = await firstOf(answering, deps.carrier ? withinMs : Infinity)
      if (inTime !== undefined) return twiml(inTime)
      request.log.warn('text is answered late')
      void answering
        .catch((error: unknown) => {
          request.log.error({ err: error }, 'text not answered')
          return apology(body)
        })
        .then((reply) => replyLate(deps, { sid, from, reply }))
        .catch((error: unknown) => request.log.error({ err: error }, 'late reply not sent'))
      return twiml('')
    } catch (error) {
      // Nothing of this text was stored. To a person, silence would look like an interview that is over.
      request.log.error({ err: error }, 'text not answered')
      return twiml(apology(body))
    }
  })
}

/** Twilio brings ten at most. */
const mostMedia = 10

/** The pictures and the like of a text, as Twilio numbers them: MediaUrl0, MediaContentType0. */
function mediaOf(fields: Readonly<Record<string, unknown>>, count: number): { kind: string; address: string }[] {
  return Array.from({ length: Math.min(count, mostMedia) }, (_, n) => ({
    kind: z.string().min(1).max(100).catch('unknown').parse(fields[`MediaContentType${n}`]),
    address: z.url().max(2000).catch('').parse(fields[`MediaUrl${n}`]),
  })).filter(({ address }) => address !== '')
}

/** What comes within some time; undefined where nothing has by then. */
async function firstOf<T>(coming: Promise<T>, withinMs: number): Promise<T | undefined> {
  if (withinMs === Infinity) return coming
  const over = new AbortController()
  const late = pause(withinMs, undefined, { signal: over.signal }).catch(() => undefined)
  return Promise.race([coming, late]).finally(() => over.abort())
}

/** In the language that the text itself tells: whose it is stands in the database, which may be what failed. */
function apology(text: string): string {
  const found = findLanguage(text, Object.keys(languages))
  return line(found && 'language' in found ? found.language : 'en', 'error')
}
