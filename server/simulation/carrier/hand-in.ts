import { isToldAtOnce, numbersThatFail } from './errors.ts'
import type { Account } from './account.ts'

const senderOfAll = '+15555550100'

/** What a request to send says, once it is found to be in order. */
export type HandedIn = {
  readonly to: string
  readonly from: string
  readonly body: string
  readonly messagingServiceSid: string | null
  readonly statusCallback: string | null
  /** The error that the text will meet on its way. */
  readonly errorCode: number | undefined
}

export function sendersOf({ senders = [] }: Account): readonly [string, ...string[]] {
  const [first = senderOfAll, ...others] = senders
  return [first, ...others]
}

/**
 * Checks a request to send as Twilio does, in its order.
 *
 * @param isBlocked  whether a number has texted STOP
 * @returns the text, or the error code that refuses it
 */
export function readHandedIn(
  account: Account,
  form: URLSearchParams,
  isBlocked: (phone: string) => boolean,
): HandedIn | number {
  const field = (name: string) => form.get(name) || null
  const [to, named, service, body] = [field('To'), field('From'), field('MessagingServiceSid'), field('Body')]
  const statusCallback = field('StatusCallback')
  const senders = sendersOf(account)
  const from = named ?? senders[0]
  if (!to) return 21604
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return 21211
  if (!named && !service) return 21603
  if (service && account.messagingServices && !account.messagingServices.includes(service)) return 21701
  if (!senders.includes(from)) return 21606
  if (from === to) return 21266
  if (!body) return 21602
  if (body.length > 1600) return 21617
  if (statusCallback && !URL.canParse(statusCallback)) return 21609
  if (isBlocked(to)) return 21610
  const errorCode = account.errors?.[to] ?? numbersThatFail[to]
  if (errorCode !== undefined && isToldAtOnce(errorCode)) return errorCode
  return { to, from, body, messagingServiceSid: service, statusCallback, errorCode }
}
