import type { FastifyRequest } from 'fastify'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'
import { badSignature } from '#server/problems.ts'

/** Twilio signs the address it was told, so ours comes from the configuration: a proxy rewrites the request's own. */
export function requireTwilioSignature(
  { headers, body, url }: FastifyRequest,
  publicUrl: string,
  authToken: string,
): void {
  const signature = headers['x-twilio-signature']
  const parameters = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const given = typeof signature === 'string' ? signature : ''
  if (!given || !validateRequest(authToken, given, `${publicUrl}${url}`, parameters)) throw badSignature({})
}
