import { type ListeningCarrier, listenAsCarrier } from '#server/simulation/carrier/listen.ts'
import { accountSid, authToken, messagingServiceSid, ourNumber } from '#test/support/fake-twilio.ts'
import type { Clock } from './clock.ts'

const publicUrl = 'http://127.0.0.1:3000'

/**
 * The invented carrier of a run, by the run's clock. It loses some answers and callbacks.
 *
 * @param reach  the ports of the servers, which take turns as behind a balancer that does not know which are alive
 */
export async function startCarrier(
  clock: Clock,
  reach: { readonly ports: readonly number[] },
  { seed }: { readonly seed: string },
): Promise<ListeningCarrier> {
  let next = 0
  return listenAsCarrier({
    accountSid,
    authToken,
    senders: [ourNumber],
    messagingServices: [messagingServiceSid],
    inbound: { url: `${publicUrl}/twilio/sms` },
    reach: (url) => url.replace(publicUrl, `http://127.0.0.1:${reach.ports[next++ % reach.ports.length]}`),
    now: clock.now,
    seed,
    mishaps: { 'answer-lost': 0.01, 'answer-failed': 0.01, unavailable: 0.01 },
    callbackMishaps: { duplicated: 0.05, swapped: 0.05, lost: 0.1 },
  })
}

/** The environment of servers and workers that text by it. */
export function twilioEnv({ url }: ListeningCarrier): Readonly<Record<string, string>> {
  return {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid,
    TWILIO_API_URL: url,
    // The clock is set on by less than that while workers live, so that no text under way looks forgotten.
    TWILIO_CERTAIN_AFTER_SECONDS: '3600',
    PUBLIC_URL: publicUrl,
    LOG_LEVEL: 'error',
  }
}
