import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'

export type WebhookAnswer = { readonly status: number; readonly body: string }

export type Post = (url: string, fields: Readonly<Record<string, string>>) => Promise<WebhookAnswer | undefined>

/** How long Twilio waits for a webhook. */
const patienceMs = 15_000

/**
 * Posts webhooks as Twilio does: as forms, signed for the address that the account gave, once more where nobody could
 * be reached, both with the same idempotency token.
 *
 * @param reach  where an address is really found on this machine, if not there
 * @returns a function that gives the answer, or nothing where none came
 */
export function poster(authToken: string, reach: (url: string) => string): { post: Post; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const once = (url: string, body: string, headers: Record<string, string | number>) =>
    new Promise<WebhookAnswer>((resolve, reject) => {
      const asking = request(reach(url), { method: 'POST', agent, headers, timeout: patienceMs }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }))
      })
      asking.on('timeout', () => asking.destroy(new Error('The webhook took too long')))
      asking.on('error', reject)
      asking.end(body)
    })
  const post: Post = async (url, fields) => {
    const body = new URLSearchParams(fields).toString()
    const headers = {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'TwilioProxy/1.1',
      'i-twilio-idempotency-token': randomUUID(),
      'x-twilio-signature': getExpectedTwilioSignature(authToken, url, { ...fields }),
    }
    return once(url, body, headers).catch((error: NodeJS.ErrnoException) =>
      // A connection that broke may have been heard: only one that was never made is tried again.
      error.code === 'ECONNREFUSED' ? once(url, body, headers).catch(() => undefined) : undefined,
    )
  }
  return { post, close: () => agent.destroy() }
}
