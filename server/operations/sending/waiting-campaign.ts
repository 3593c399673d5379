import type { Deps } from '#server/deps.ts'
import { cancelWaiting, releaseHeld } from '#server/store/held-texts.ts'
import { campaignOf, stopCampaign } from '#server/store/text-campaigns.ts'
import type { Wave } from '#server/store/waves.ts'

/**
 * Lets the texts of a wave go on that were held for a person to look at, once whatever held them is mended.
 *
 * @returns how many, and whether they leave: not while the campaign is stopped
 */
export async function releaseTexts(deps: Deps, wave: Wave): Promise<{ released: number; isRunning: boolean }> {
  const released = await releaseHeld(deps.db, wave.id, deps.now())
  return { released, isRunning: (await campaignOf(deps.db, wave.id))?.state === 'running' }
}

/**
 * Cancels every text of a wave that has not left, and stops the campaign, which would plan them again. Started again, it
 * plans what is then next for each case.
 */
export async function cancelTexts(
  deps: Deps,
  wave: Wave,
  reason: string,
): Promise<{ planned: number; held: number; isStopped: boolean }> {
  return deps.db.transaction().execute(async (trx) => {
    const isStopped = await stopCampaign(trx, wave.id, reason, deps.now())
    return { ...(await cancelWaiting(trx, wave.id, reason)), isStopped }
  })
}
