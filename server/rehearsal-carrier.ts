import type { Carrier } from './carrier.ts'
import { notFromARehearsal } from './fieldwork/text-errors.ts'

/** 555-0100 to 555-0199 of every area code: numbers that are kept free for invented people. */
export const inventedNumber = /^\+1\d{3}55501\d{2}$/

/**
 * Stands in for the carrier while no credentials are set: a text to an invented number is delivered, and the phone
 * simulator shows it. No other number is ever told that it was texted: the campaign stops and says why.
 */
export const rehearsalCarrier: Carrier = {
  patience: { leaseMs: 30_000, certainAfterMs: 120_000 },
  ready: async () => {},
  async send({ id, to }) {
    if (!inventedNumber.test(to)) return { outcome: 'refused', errorCode: notFromARehearsal }
    return { outcome: 'taken', sid: `SM${id.replaceAll('-', '')}`, state: 'delivered', errorCode: null }
  },
  // Nothing leaves but by what is stored, so there is no list that could know more.
  listTo: async () => [],
}
