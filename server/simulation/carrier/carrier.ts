import type { Account } from './account.ts'
import { type CarriedText, newSid, type Status, shown } from './carried-text.ts'
import { refusal } from './errors.ts'
import { readHandedIn } from './hand-in.ts'
import { journeysOf } from './journey.ts'
import { listing } from './listing.ts'
import { type Mishap, mishapsFrom } from './mishaps.ts'
import { type Received, receiver, type Written } from './receive.ts'
import { poster } from './webhook.ts'

/** A request to the REST API: its path with the query, and the form it brings. */
export type ApiRequest = {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly form: URLSearchParams
}

export type ApiAnswer = { readonly status: number; readonly body: object | null; readonly mishap: Mishap | undefined }

/**
 * An invented carrier that behaves like Twilio towards one account: it takes texts by the REST API and tells how they
 * fare, brings what residents write, and blocks who texts STOP. No text leaves this process but to the account's webhooks.
 */
export type Carrier = {
  /** Every text it has taken from either side, in that order. */
  readonly texts: readonly CarriedText[]
  /** Mishaps of the next requests to send, before any that are drawn. Push to it. */
  readonly mishaps: Mishap[]
  /** Numbers that have texted STOP. */
  readonly blocked: ReadonlySet<string>
  readonly answer: (request: ApiRequest) => ApiAnswer
  /** A resident's text, brought to the account's webhook; gives what came back. */
  readonly receive: (written: Written) => Promise<Received>
  /** Brings a text once more that was brought before, as after an answer that was lost. */
  readonly redeliver: (sid: string) => Promise<Received>
  /** Puts a text into a state now and tells so, whatever came before. */
  readonly report: (sid: string, status: Status, errorCode?: number) => Promise<void>
  /** When nothing is under way any more. */
  readonly settled: () => Promise<void>
  readonly close: () => void
}

export function inventCarrier(account: Account): Carrier {
  const { accountSid, authToken, now = () => new Date(), listedAfterMs = 0 } = account
  const texts: CarriedText[] = []
  const bySid = new Map<string, CarriedText>()
  const blocked = new Set<string>()
  const mishaps: Mishap[] = []
  const drawMishap = mishapsFrom(`${account.seed ?? ''} requests`, account.mishaps ?? {})
  const closing = new AbortController()
  const { post, close } = poster(authToken, account.reach ?? ((url) => url))
  const journeys = journeysOf(account, { post, signal: closing.signal })

  const keep = (text: CarriedText) => {
    texts.push(text)
    bySid.set(text.sid, text)
    return text
  }

  const send = (form: URLSearchParams): ApiAnswer => {
    const mishap = mishaps.shift() ?? drawMishap()
    if (mishap === 'unavailable' || mishap === 'silent')
      return { status: 503, body: { code: 20503, message: 'Try again later.', status: 503 }, mishap }
    const at = now()
    const handedIn = isOverLimit(texts, account.perSecond, at)
      ? 20429
      : readHandedIn(account, form, (to) => blocked.has(to))
    if (typeof handedIn === 'number') return { ...refusal(handedIn), mishap: undefined }
    const { errorCode, ...rest } = handedIn
    const text = keep({
      ...rest,
      sid: newSid(),
      direction: 'outbound-api',
      at,
      status: rest.messagingServiceSid ? 'accepted' : 'queued',
      errorCode: null,
      sentAt: null,
      updatedAt: at,
    })
    const body = shown(text, accountSid)
    journeys.start(text, errorCode)
    if (mishap === 'answer-failed')
      return { status: 500, body: { code: 20500, message: 'Something broke.', status: 500 }, mishap }
    return { status: 201, body, mishap }
  }

  const answer = ({ method, path, authorization, form }: ApiRequest): ApiAnswer => {
    const given = (status: number, body: object | null) => ({ status, body, mishap: undefined })
    const refused = (code: number) => ({ ...refusal(code), mishap: undefined })
    const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
    if (authorization !== expected) return refused(20003)
    const { pathname, searchParams } = new URL(path, 'http://carrier')
    const resource = `/2010-04-01/Accounts/${accountSid}/Messages`
    if (pathname === `${resource}.json`) {
      if (method === 'POST') return send(form)
      const listed = texts.filter(({ at }) => now().getTime() - at.getTime() >= listedAfterMs)
      return given(200, listing(listed, accountSid, searchParams))
    }
    const text = pathname.startsWith(`${resource}/`) && bySid.get(pathname.slice(resource.length + 1, -'.json'.length))
    if (!text) return refused(20404)
    // The only change that is allowed to a sent text: its words are taken out.
    if (method === 'POST' && form.get('Body') === '') text.body = ''
    return given(200, shown(text, accountSid))
  }

  const { receive, redeliver } = receiver(account, { post, keep, blocked })
  return {
    texts,
    mishaps,
    blocked,
    answer,
    receive,
    redeliver,
    async report(sid, status, errorCode) {
      const text = bySid.get(sid)
      if (!text) throw new Error(`The carrier has no text ${sid}`)
      await journeys.report(text, status, errorCode)
    },
    settled: journeys.settled,
    close() {
      closing.abort()
      close()
    },
  }
}

function isOverLimit(texts: readonly CarriedText[], perSecond: number | undefined, at: Date): boolean {
  if (perSecond === undefined) return false
  const second = texts.findLastIndex((text) => at.getTime() - text.at.getTime() >= 1000)
  return texts.slice(second + 1).filter(({ direction }) => direction === 'outbound-api').length >= perSecond
}
