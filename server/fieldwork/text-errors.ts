/**
 * What a carrier's error code means for what is done next. Kept as data, since codes change.
 *
 * Source: Twilio's public error dictionary (twilio.com/docs/api/errors), read in November 2026.
 */
export type TextError = {
  /** In words for a manager. */
  readonly means: string
  readonly next: Consequence
  /** What is held against the number from now on. */
  readonly trouble?: 'dead' | 'landline' | 'blocked' | 'unreachable'
}

/**
 * `refusal`: the resident wants no texts; it goes into the ledger. `other-number`: this number is never texted again,
 * the person's next one is tried, else the case is for the phone. `again`: later, a few times. `stop`: the campaign
 * stops and somebody must look. `slow`: the campaign pauses, the text waits. `hold`: the text waits for a person.
 */
export type Consequence = 'refusal' | 'other-number' | 'again' | 'stop' | 'slow' | 'hold'

/** Our own: Twilio's codes have five digits. */
export const notFromARehearsal = 1

const textErrors: Readonly<Record<number, TextError>> = {
  21610: { means: 'has opted out with the carrier', next: 'refusal' },
  30004: { means: 'blocked our texts', next: 'refusal', trouble: 'blocked' },

  21211: { means: 'is no phone number', next: 'other-number', trouble: 'dead' },
  21214: { means: 'cannot be reached', next: 'other-number', trouble: 'dead' },
  21612: { means: 'cannot be reached from our number', next: 'other-number', trouble: 'unreachable' },
  21614: { means: 'is no mobile number', next: 'other-number', trouble: 'landline' },
  30005: { means: 'does not exist any more', next: 'other-number', trouble: 'dead' },
  30006: { means: 'is a landline', next: 'other-number', trouble: 'landline' },

  30003: { means: 'switched off or out of reach', next: 'again' },
  30008: { means: 'lost on its way, for no reason given', next: 'again' },
  30017: { means: 'the network was congested', next: 'again' },
  30036: { means: 'not delivered within its hours', next: 'again' },

  // No code of Twilio's, but the status of an answer: somebody on the way, or Twilio, does not let us in.
  401: { means: 'we are not let in (HTTP 401): look at the credentials', next: 'stop' },
  403: { means: 'we are not let in (HTTP 403): look at the account, the network and its proxy', next: 'stop' },
  407: { means: 'the proxy wants credentials (HTTP 407)', next: 'stop' },

  20003: { means: 'account and token do not go together', next: 'stop' },
  20404: { means: 'there is no such account or sender', next: 'stop' },
  21408: { means: 'texts to this region are not permitted for our account', next: 'stop' },
  21603: { means: 'no sender was named', next: 'stop' },
  21606: { means: 'the sender is not ours', next: 'stop' },
  21609: { means: 'PUBLIC_URL is not an address that Twilio can reach', next: 'stop' },
  21701: { means: 'there is no such messaging service', next: 'stop' },
  21703: { means: 'the messaging service has no numbers', next: 'stop' },
  30002: { means: 'the account is suspended', next: 'stop' },
  30007: { means: 'filtered as spam', next: 'stop' },
  30024: { means: 'the sender is not set up for this network', next: 'stop' },
  30032: { means: 'the toll-free sender is not verified', next: 'stop' },
  30034: { means: 'the sender is not registered (A2P 10DLC)', next: 'stop' },

  [notFromARehearsal]: {
    means: 'a real number, and this is a rehearsal: set the credentials of Twilio to text real people',
    next: 'stop',
  },

  14107: { means: 'too many in one second', next: 'slow' },
  20429: { means: 'too many requests', next: 'slow' },
  21611: { means: 'the queue of the sender is full', next: 'slow' },
  30001: { means: 'the queue is full', next: 'slow' },
  30022: { means: 'over the network’s rate for our sender', next: 'slow' },
  30023: { means: 'over the network’s daily cap for our sender', next: 'slow' },
  30027: { means: 'over the network’s daily cap for our brand', next: 'slow' },
  63018: { means: 'over the channel’s rate', next: 'slow' },

  21602: { means: 'has no body', next: 'hold' },
  21617: { means: 'longer than 1,600 characters', next: 'hold' },
}

const unknown: TextError = { means: 'not known to us', next: 'hold' }

const unknownOfAccount: TextError = { means: 'an error of our account or of our requests', next: 'stop' }

/** A code that is not in the table is for a person to look at; those of 20,000 and more are never about one text. */
export function textError(code: number): TextError {
  const ofAccount = 20_000 <= code && code < 21_000
  return textErrors[code] ?? (ofAccount ? unknownOfAccount : unknown)
}

/** So many texts held one after the other are no fault of theirs: the campaign stops. */
export const mostHeldInARow = 5

/** Minutes after which an undelivered text is tried again: so many times, and no more. */
export const againAfterMinutes: readonly number[] = [60, 6 * 60, 24 * 60]

/** Minutes for which a campaign pauses when we are too fast; the daily caps end with the day in Pacific time. */
export function pauseMinutes(code: number): number {
  return code === 30023 || code === 30027 ? 6 * 60 : 1
}
