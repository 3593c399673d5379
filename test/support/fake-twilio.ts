import twilio from 'twilio'
import type { Account } from '#server/simulation/carrier/account.ts'
import { type ListeningCarrier, listenAsCarrier } from '#server/simulation/carrier/listen.ts'

/** Credentials that are worth nothing anywhere, and a number that nobody has. */
export const accountSid = `AC${'5'.repeat(32)}`
export const authToken = 'a-token-for-tests-only'
export const messagingServiceSid = `MG${'5'.repeat(32)}`
export const ourNumber = '+15555550100'

export type FakeTwilio = ListeningCarrier & {
  /** Twilio's own client, pointed at the fake. */
  readonly client: ReturnType<typeof twilio>
  /** The environment of a server that sends through it. */
  readonly env: Readonly<Record<string, string>>
}

/** Starts the invented carrier with a test's account, and Twilio's own client for it. */
export async function startFakeTwilio(options: Partial<Account> = {}): Promise<FakeTwilio> {
  const account = { accountSid, authToken, messagingServices: [messagingServiceSid], stepMs: 1, lateMs: 20, ...options }
  const carrier = await listenAsCarrier(account)
  const client = twilio(account.accountSid, account.authToken, { timeout: 500 })
  client.api.baseUrl = carrier.url
  const env = {
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid,
    TWILIO_API_URL: carrier.url,
  }
  return { ...carrier, client, env }
}
