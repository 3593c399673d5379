import { isRehearsing, thisMachine } from '#server/config.ts'
import type { Deps } from '#server/deps.ts'
import { refused } from '#server/problems.ts'
import { campaignOf, runCampaign, stopCampaign } from '#server/store/text-campaigns.ts'
import type { Wave } from '#server/store/waves.ts'
import { type Planned, planTexts } from './plan-texts.ts'

/**
 * Starts a wave's texts, or lets them go on, and plans what is next for every case.
 *
 * @throws Problem refused where the wave is not open, no carrier is set, or residents are invented and the carrier is not
 */
export async function startTexts(deps: Deps, wave: Wave): Promise<Planned> {
  if (wave.status !== 'open')
    throw refused({
      reason: `Wave ${wave.number} is ${wave.status}. Open it first: npx canvass wave open ${wave.study_id}`,
    })
  requireCarrier(deps, wave)
  // Some may leave while the others are still being planned.
  await runCampaign(deps.db, wave.id, deps.now())
  return planTexts(deps, wave)
}

/** @throws Problem refused where no carrier is set, or residents are invented and the carrier is not */
export function requireCarrier({ config, carrier }: Deps, wave: Pick<Wave, 'invented'>): void {
  if (!carrier)
    throw refused({
      reason:
        'No texts can be sent: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM.',
    })
  const { apiUrl } = config.twilio ?? {}
  if (wave.invented && !isRehearsing(config) && !(apiUrl && thisMachine.includes(new URL(apiUrl).hostname)))
    throw refused({ reason: 'The residents of this wave are invented: a real carrier must not text their numbers.' })
}

/** Keeps a wave's texts back, from the next one on. */
export async function stopTexts(deps: Deps, wave: Wave, reason: string): Promise<void> {
  if (await stopCampaign(deps.db, wave.id, reason, deps.now())) return
  const campaign = await campaignOf(deps.db, wave.id)
  throw refused({
    reason: campaign
      ? `The texts of wave ${wave.number} are stopped already: ${campaign.reason}`
      : `The texts of wave ${wave.number} were never started.`,
  })
}
