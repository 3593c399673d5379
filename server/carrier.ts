import type { Twilio } from 'twilio'
import type { Config } from './config.ts'
import type { Told } from './store/text-outcomes.ts'

/** A text as it is handed to the carrier. */
export type Handed = {
  /** Ours: status callbacks bring it back. */
  readonly id: string
  readonly to: string
  /** The number of ours that it comes from, in E.164; undefined: the one, or the service, that is configured. */
  readonly from?: string | undefined
  readonly body: string
  /** Until when the carrier may deliver it; undefined: its own limit. */
  readonly until: Date | undefined
}

/**
 * What became of handing a text in. `unsent`: it certainly did not get there. `unknown`: it may have or not, since the
 * answer was lost; it is not handed in again before the carrier's list says that it did not.
 */
export type HandedIn =
  | ({ readonly outcome: 'taken' } & Told)
  | { readonly outcome: 'refused'; readonly errorCode: number }
  | { readonly outcome: 'unsent' | 'unknown'; readonly why: string }

/** A text that the carrier's list has. */
export type Listed = Told & { readonly body: string; readonly at: Date }

/** The company that carries texts, as far as we need it. */
export type Carrier = {
  /** Makes that a text which is handed in leaves at once: the first one would wait for the client. */
  readonly ready: () => Promise<unknown>
  readonly send: (text: Handed, now: Date) => Promise<HandedIn>
  /** The latest texts that we handed in for a number, newest first. */
  readonly listTo: (phone: string) => Promise<Listed[]>
  /** How long a request may be under way after its text was claimed, and when the list is believed. */
  readonly patience: Patience
}

export type Patience = {
  /** A text that was claimed longer ago than that is not handed in any more. */
  readonly leaseMs: number
  /** From then on the carrier's list is believed when it does not have a text. */
  readonly certainAfterMs: number
}

/** Twilio's list shows the newest first; more than these are not written to one number in so short a time. */
const mostListed = 50

/**
 * Twilio's REST API through its own client, loaded when the first text leaves. Requests are never repeated by the
 * client: it takes no key by which it would know a text again.
 *
 * @returns undefined without credentials and a sender: then no texts leave
 */
export function carrierFor({ twilio, publicUrl }: Config): Carrier | undefined {
  if (!twilio?.accountSid || !(twilio.messagingServiceSid ?? twilio.from)) return undefined
  const { accountSid, authToken, messagingServiceSid, from, apiUrl, certainAfterSeconds } = twilio
  // Claimed, handed in and given up within half of the time after which the list is believed.
  const quarter = (certainAfterSeconds * 1000) / 4
  const patience = { leaseMs: quarter, certainAfterMs: 4 * quarter }
  let loading: Promise<Twilio> | undefined
  const client = () => (loading ??= load())
  const load = async () => {
    const { default: twilioClient } = await import('twilio')
    const made = twilioClient(accountSid, authToken, { timeout: Math.min(15_000, quarter), autoRetry: false })
    if (apiUrl) made.api.baseUrl = apiUrl
    return made
  }
  return {
    patience,
    ready: client,
    async send({ id, to, from: own, body, until }, now) {
      const validityPeriod = until && secondsUntil(until, now)
      try {
        const text = await (await client()).messages.create({
          to,
          body,
          ...(own ? { from: own } : messagingServiceSid ? { messagingServiceSid } : { from: from ?? '' }),
          statusCallback: `${publicUrl}/twilio/status?text=${id}`,
          ...(validityPeriod && { validityPeriod }),
        })
        return { outcome: 'taken', ...toldBy(text) }
      } catch (error) {
        return whatFailed(error)
      }
    },
    async listTo(phone) {
      const texts = await (await client()).messages.list({ to: phone, limit: mostListed })
      return texts
        .filter(({ direction }) => direction === 'outbound-api')
        .map((text) => ({ ...toldBy(text), body: text.body, at: text.dateCreated }))
    },
  }
}

/** What Twilio may hold a text for: 36,000 seconds at most; it advises against less than a few. */
function secondsUntil(until: Date, now: Date): number {
  return Math.min(36_000, Math.max(10, Math.floor((until.getTime() - now.getTime()) / 1000)))
}

/** Twilio's states in our words; undefined for those of incoming texts. */
export function stateOf(status: string): Told['state'] | undefined {
  switch (status) {
    case 'accepted':
    case 'scheduled':
      return 'accepted'
    case 'queued':
    case 'sending':
      return 'queued'
    case 'sent':
      return 'sent'
    case 'delivered':
    case 'read':
      return 'delivered'
    case 'undelivered':
      return 'undelivered'
    case 'failed':
    case 'canceled':
      return 'failed'
    default:
      return undefined
  }
}

function toldBy(text: { sid: string; status: string; errorCode: number | null; price: string | null }): Told {
  const { sid, status, errorCode, price } = text
  return {
    sid,
    state: stateOf(status) ?? 'accepted',
    errorCode: errorCode || null,
    ...(price === null ? {} : { price: Math.abs(Number(price)) }), // Twilio bills negative amounts
  }
}

/** What an answer means that is none of Twilio's own, such as a proxy's; of any other it is not known what it means. */
const codeOfStatus: Readonly<Record<number, number>> = { 401: 401, 403: 403, 407: 407, 429: 20429 }

/** No connection was made, so nothing can have been taken. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

function whatFailed(error: unknown): HandedIn {
  const { status, code } = error as { status?: unknown; code?: unknown } // axios' errors and Twilio's alike
  if (typeof status === 'number' && status >= 400 && status < 500) {
    const errorCode = typeof code === 'number' ? code : codeOfStatus[status]
    if (errorCode !== undefined) return { outcome: 'refused', errorCode }
  }
  if (typeof status === 'number') return { outcome: 'unknown', why: `HTTP ${status}` }
  const why = typeof code === 'string' ? code : 'no answer'
  return { outcome: neverConnected.has(why) ? 'unsent' : 'unknown', why }
}
