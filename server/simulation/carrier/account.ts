import type { Mishap, CallbackMishap, Shares } from './mishaps.ts'

/** The account that texts are handed in for, and how the carrier behaves towards it. */
export type Account = {
  readonly accountSid: string
  readonly authToken: string
  /** Numbers that may send; the first one where a messaging service chooses. */
  readonly senders?: readonly string[]
  readonly messagingServices?: readonly string[]
  /** Where texts to our numbers are posted, and where else if that fails. */
  readonly inbound?: { readonly url: string; readonly fallbackUrl?: string }
  /** Where an address is really found on this machine, if not there; what is signed stays the address itself. */
  readonly reach?: (url: string) => string
  readonly now?: () => Date
  readonly seed?: string
  /** Whether callbacks tell OptOutType, and further words that mean STOP. */
  readonly advancedOptOut?: { readonly stopWords: readonly string[] }
  /** Error codes of texts to these numbers. */
  readonly errors?: Readonly<Record<string, number>>
  /** Texts taken within a second, by the carrier's clock; from there on 20429. */
  readonly perSecond?: number
  readonly mishaps?: Shares<Mishap>
  readonly callbackMishaps?: Shares<CallbackMishap>
  /** Between one status and the next. */
  readonly stepMs?: number
  /** How late what is late comes. */
  readonly lateMs?: number
  /** A text is found by its number or date only after this time: Twilio's lists lag behind. */
  readonly listedAfterMs?: number
}
