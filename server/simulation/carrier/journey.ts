import { setTimeout as pause } from 'node:timers/promises'
import type { Account } from './account.ts'
import { endingOf } from './errors.ts'
import type { CarriedText, Status } from './carried-text.ts'
import { mishapsFrom } from './mishaps.ts'
import type { Post } from './webhook.ts'

/** Takes texts on their way to the phone, and tells the account of every step. */
export type Journeys = {
  /** Starts a text on its way; one with an error code ends there. */
  readonly start: (text: CarriedText, errorCode: number | undefined) => void
  /** Puts a text into a state now and tells so, whatever came before. */
  readonly report: (text: CarriedText, status: Status, errorCode?: number) => Promise<void>
  /** When every text has arrived or failed, and every callback has been answered. */
  readonly settled: () => Promise<void>
}

export function journeysOf(account: Account, { post, signal }: { post: Post; signal: AbortSignal }): Journeys {
  const { stepMs = 10, lateMs = 200, now = () => new Date() } = account
  const nextMishap = mishapsFrom(`${account.seed ?? ''} callbacks`, account.callbackMishaps ?? {})
  const underWay = new Set<Promise<unknown>>()
  const follow = (work: Promise<unknown>) => {
    const ended = work
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
      .finally(() => underWay.delete(ended))
    underWay.add(ended)
  }

  const tell = async (text: CarriedText, fields: Readonly<Record<string, string>>) => {
    if (text.statusCallback) await post(text.statusCallback, fields)
  }

  const report: Journeys['report'] = async (text, status, errorCode) => {
    step(text, status, errorCode, now())
    await tell(text, fieldsOf(text, account.accountSid))
  }

  const travel = async (text: CarriedText, errorCode: number | undefined) => {
    let swapped: Readonly<Record<string, string>> | undefined
    for (const status of statusesOf(text, errorCode)) {
      await pause(stepMs, undefined, { signal })
      step(text, status, status === 'failed' || status === 'undelivered' ? errorCode : undefined, now())
      const fields = fieldsOf(text, account.accountSid)
      const mishap = nextMishap()
      if (mishap === 'swapped' && !swapped) {
        swapped = fields
        continue
      }
      if (mishap === 'late') follow(pause(lateMs, undefined, { signal }).then(() => tell(text, fields)))
      else if (mishap !== 'lost') await tell(text, fields)
      if (mishap === 'duplicated') await tell(text, fields)
      if (swapped) await tell(text, swapped)
      swapped = undefined
    }
    if (swapped) await tell(text, swapped)
  }

  return {
    start: (text, errorCode) => follow(travel(text, errorCode)),
    report,
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** The states after the first one, of which no callback tells. */
function statusesOf({ status }: CarriedText, errorCode: number | undefined): Status[] {
  const before: Status[] = status === 'accepted' ? ['queued', 'sending'] : ['sending']
  if (errorCode === undefined) return [...before, 'sent', 'delivered']
  const ending = endingOf(errorCode)
  return ending === 'failed' ? [...before, ending] : [...before, 'sent', ending]
}

function step(text: CarriedText, status: Status, errorCode: number | undefined, now: Date): void {
  text.status = status
  text.errorCode = errorCode ?? null
  text.updatedAt = now
  if (status === 'sent') text.sentAt ??= now
}

function fieldsOf(text: CarriedText, accountSid: string): Readonly<Record<string, string>> {
  return {
    AccountSid: accountSid,
    ApiVersion: '2010-04-01',
    MessageSid: text.sid,
    MessageStatus: text.status,
    SmsSid: text.sid,
    SmsStatus: text.status,
    To: text.to,
    From: text.from,
    ...(text.messagingServiceSid ? { MessagingServiceSid: text.messagingServiceSid } : {}),
    ...(text.errorCode ? { ErrorCode: String(text.errorCode) } : {}),
  }
}
