import type { Carrier, Listed } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import { releaseText } from '#server/store/text-outcomes.ts'
import { knownSids, type UncertainText, uncertainTexts } from '#server/store/waiting-texts.ts'
import { recordTextStatus } from './record-text-status.ts'

const mostAtOnce = 20

/** Twilio tells times to the second, by its own clock. */
const clockSkewMs = 60_000

/**
 * Finds out what became of texts that were taken for sending and of which nothing has been heard since: the process
 * died, or the answer was lost. What the carrier's list has was sent; what it still does not have after a good while was
 * not, and is planned again. One after the other, so that no message of the list counts for two texts; one that cannot
 * be settled now stays for the next time.
 *
 * @returns how many were settled
 */
export async function settleUncertainTexts(deps: Deps, carrier: Carrier): Promise<number> {
  const before = new Date(deps.now().getTime() - carrier.patience.certainAfterMs)
  const texts = await uncertainTexts(deps.db, before, mostAtOnce)
  let settled = 0
  for (const text of texts) {
    try {
      await settle(deps, carrier, text)
      settled++
    } catch (error) {
      deps.log.error({ err: error, textId: text.id }, 'an uncertain text could not be settled')
    }
  }
  return settled
}

async function settle(deps: Deps, carrier: Carrier, text: UncertainText): Promise<void> {
  const { db, sealer, log } = deps
  const [phone, body] = [sealer.unseal(text.phone), sealer.unseal(text.body)]
  const listed = await carrier.listTo(phone)
  const known = await knownSids(
    db,
    listed.map(({ sid }) => sid),
  )
  const found = listed.filter(({ sid }) => !known.has(sid)).findLast((one) => isIt(one, body, text.claimed_at))
  if (found) await recordTextStatus(deps, text.id, found)
  else await releaseText(db, text.id, deps.now(), text.claimed_at)
  log.info({ textId: text.id, found: found !== undefined }, 'uncertain text settled')
}

/** Letters and digits alone are compared: carriers swap quotes and dashes for plain ones. */
function isIt({ body, at }: Listed, ours: string, claimedAt: Date): boolean {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  return at.getTime() >= claimedAt.getTime() - clockSkewMs && plain(body) === plain(ours)
}
