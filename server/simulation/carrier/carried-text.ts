import { randomBytes } from 'node:crypto'

/** Where a text stands at the carrier, in Twilio's words. */
export type Status =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'received'

/** A text as the invented carrier keeps it, in the order they came. */
export type CarriedText = {
  readonly sid: string
  /** `carrier`: what it says by itself to those who text STOP, START or HELP. Twilio lists no such texts. */
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply' | 'carrier'
  readonly from: string
  readonly to: string
  body: string
  readonly messagingServiceSid: string | null
  readonly statusCallback: string | null
  /** When the carrier took it, by the carrier's clock. */
  readonly at: Date
  status: Status
  errorCode: number | null
  sentAt: Date | null
  updatedAt: Date
}

/** An id as Twilio gives texts. */
export function newSid(): string {
  return `SM${randomBytes(16).toString('hex')}`
}

/** A text as Twilio's REST API shows it: snake_case, numbers as texts, dates as in e-mail. */
export function shown(text: CarriedText, accountSid: string): Record<string, unknown> {
  const { sid, body, errorCode, messagingServiceSid, sentAt } = text
  return {
    sid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    body,
    // A messaging service has not chosen its number yet when it answers, nor counted the parts.
    from: messagingServiceSid && text.status === 'accepted' ? null : text.from,
    to: text.to,
    direction: text.direction,
    status: text.status,
    error_code: errorCode,
    error_message: null,
    messaging_service_sid: messagingServiceSid,
    num_segments: messagingServiceSid ? '0' : '1',
    num_media: '0',
    price: null,
    price_unit: 'USD',
    date_created: rfc2822(text.at),
    date_sent: sentAt && rfc2822(sentAt),
    date_updated: rfc2822(text.updatedAt),
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
    subresource_uris: { media: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media.json` },
  }
}

function rfc2822(date: Date): string {
  return date.toUTCString().replace('GMT', '+0000')
}
