/**
 * What Twilio refuses when a text is handed in: its error code, the HTTP status, and why in our words. Codes that are
 * not here are told later, by status callback. Source: Twilio's public error dictionary, read in November 2026.
 */
const refusals: Readonly<Record<number, readonly [status: number, message: string]>> = {
  14107: [429, 'Too many texts from this number in one second.'],
  20003: [401, 'The account and its token do not go together.'],
  20404: [404, 'There is no such resource.'],
  20429: [429, 'Too many requests.'],
  21211: [400, 'To is not a phone number.'],
  21266: [400, 'To and From are the same number.'],
  21408: [400, 'Texts to this region are not permitted for this account.'],
  21602: [400, 'A text needs a body.'],
  21603: [400, 'A text needs a From or a messaging service.'],
  21604: [400, 'A text needs a To.'],
  21606: [400, 'From is not a number of this account that can text.'],
  21609: [400, 'StatusCallback is not an address.'],
  21610: [400, 'The recipient has unsubscribed from this sender.'],
  21611: [429, 'The queue of this number is full.'],
  21612: [400, 'This To cannot be reached from this From.'],
  21614: [400, 'To is not a mobile number.'],
  21617: [400, 'The body has more than 1600 characters.'],
  21701: [400, 'There is no such messaging service.'],
}

/** Whether a code is told at once, in the answer to the request, and not by a callback after it. */
export function isToldAtOnce(code: number): boolean {
  return code in refusals
}

/** Errors on which nothing left for the phone; after all others the network had it and gave it up. */
const neverSent = new Set([21610, 30001, 30002, 30022, 30023, 30027, 30032, 30034, 30036])

/** How a text ends with this error code. */
export function endingOf(code: number): 'failed' | 'undelivered' {
  return neverSent.has(code) ? 'failed' : 'undelivered'
}

/** The numbers that Twilio keeps for trying errors out, each with the error of texts to it. */
export const numbersThatFail: Readonly<Record<string, number>> = {
  '+15005550001': 21211,
  '+15005550002': 21612,
  '+15005550003': 21408,
  '+15005550004': 21610,
  '+15005550009': 21614,
}

/** A refusal as the REST API words it. */
export function refusal(code: number): { status: number; body: object } {
  const [status, message] = refusals[code] ?? [400, 'This text was refused.']
  return { status, body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } }
}
