import type { Account } from './account.ts'
import { type CarriedText, newSid } from './carried-text.ts'
import { sendersOf } from './hand-in.ts'
import { confirmations, keywordIn, type OptOutType } from './keywords.ts'
import { unescaped } from '../loopback.ts'
import type { Post } from './webhook.ts'

/** A text as a resident writes it. Further parameters of the webhook may be given, such as media. */
export type Written = {
  readonly from: string
  readonly body: string
  readonly to?: string
  readonly sid?: string
  readonly parameters?: Readonly<Record<string, string>>
}

/** What became of a resident's text: the webhook's status, 0 where none answered, and the replies it gave. */
export type Received = { readonly sid: string; readonly status: number; readonly replies: readonly string[] }

type Kept = {
  readonly post: Post
  readonly keep: (text: CarriedText) => CarriedText
  readonly blocked: Set<string>
}

/** Brings residents' texts to the account's webhook, and its replies back. */
export function receiver(
  account: Account,
  { post, keep, blocked }: Kept,
): {
  receive: (written: Written) => Promise<Received>
  redeliver: (sid: string) => Promise<Received>
} {
  const { accountSid, inbound, messagingServices: [service] = [], now = () => new Date() } = account
  const brought = new Map<string, Readonly<Record<string, string>>>()

  const record = (text: Pick<CarriedText, 'direction' | 'from' | 'to' | 'body'> & Partial<CarriedText>) => {
    const at = now()
    return keep({
      sid: newSid(),
      messagingServiceSid: null,
      statusCallback: null,
      at,
      status: 'delivered',
      errorCode: null,
      sentAt: at,
      updatedAt: at,
      ...text,
    })
  }

  const bring = async (sid: string, fields: Readonly<Record<string, string>>): Promise<Received> => {
    if (!inbound) throw new Error('The account has no webhook for texts to it')
    const first = await post(inbound.url, fields)
    const answer = !isTaken(first) && inbound.fallbackUrl ? await post(inbound.fallbackUrl, fields) : first
    const replies = isTaken(answer) ? repliesIn(answer.body) : []
    const { From: phone = '', To: us = '' } = fields
    for (const body of replies) {
      const wasBlocked = blocked.has(phone) && { status: 'failed' as const, errorCode: 21610, sentAt: null }
      record({ direction: 'outbound-reply', from: us, to: phone, body, ...wasBlocked })
    }
    return { sid, status: answer?.status ?? 0, replies }
  }

  return {
    async receive({ from, body, to = sendersOf(account)[0], sid, parameters = {} }) {
      const keyword = keywordOf(account, body)
      const wasBlocked = blocked.has(from)
      if (keyword === 'STOP') blocked.add(from)
      if (keyword === 'START') blocked.delete(from)
      const isHeard = keyword === 'HELP' ? !wasBlocked : wasBlocked === (keyword === 'START')
      const text = record({ ...(sid ? { sid } : {}), direction: 'inbound', from, to, body, status: 'received' })
      if (keyword && isHeard) record({ direction: 'carrier', from: to, to: from, body: confirmations[keyword] })
      const fields = {
        AccountSid: accountSid,
        ApiVersion: '2010-04-01',
        MessageSid: text.sid,
        SmsMessageSid: text.sid,
        SmsSid: text.sid,
        SmsStatus: 'received',
        From: from,
        To: to,
        Body: body,
        NumMedia: '0',
        NumSegments: '1',
        ...(service ? { MessagingServiceSid: service } : {}),
        ...(account.advancedOptOut && keyword && isHeard ? { OptOutType: keyword } : {}),
        ...parameters,
      }
      brought.set(text.sid, fields)
      return bring(text.sid, fields)
    },
    async redeliver(sid) {
      const fields = brought.get(sid)
      if (!fields) throw new Error(`The carrier has brought no text ${sid}`)
      return bring(sid, fields)
    },
  }
}

function keywordOf({ advancedOptOut }: Account, body: string): OptOutType | undefined {
  const isOwn = advancedOptOut?.stopWords.some((word) => word.toLowerCase() === body.trim().toLowerCase())
  return isOwn ? 'STOP' : keywordIn(body)
}

function isTaken(answer: { status: number } | undefined): answer is { status: number; body: string } {
  return answer !== undefined && answer.status < 400
}

function repliesIn(markup: string): string[] {
  return [...markup.matchAll(/<Message>([\s\S]*?)<\/Message>/g)].map(([, body = '']) => unescaped(body))
}
