import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { stateOf } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import { recordTextStatus } from '#server/operations/sending/record-text-status.ts'
import { requireTwilioSignature } from './signature.ts'

/** How a text of ours fares, in Twilio's words. */
const StatusCallback = z.object({
  MessageSid: z.string().min(1).max(64),
  MessageStatus: z.string(),
  ErrorCode: z.coerce.number().int().positive().optional().catch(undefined),
})

/** Our id of the text, as we gave it with the address. */
const Query = z.object({ text: z.uuid().optional().catch(undefined) })

/** Always answered without a body: Twilio wants none, and has nothing to repeat where we do not know the text. */
export async function statusRoutes(
  app: FastifyInstance,
  deps: Deps,
  authToken: string,
  onUnknown: () => void,
): Promise<void> {
  app.post('/twilio/status', async (request, reply) => {
    requireTwilioSignature(request, deps.config.publicUrl, authToken)
    const { data } = StatusCallback.safeParse(request.body)
    const { text } = Query.parse(request.query)
    const state = data && stateOf(data.MessageStatus)
    const known =
      data && state
        ? await recordTextStatus(deps, text, { sid: data.MessageSid, state, errorCode: data.ErrorCode ?? null })
        : false
    if (!known) onUnknown()
    return reply.code(204).send()
  })
}
