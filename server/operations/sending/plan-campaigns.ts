import type { Deps } from '#server/deps.ts'
import { runningCampaigns } from '#server/store/text-campaigns.ts'
import { planTexts } from './plan-texts.ts'

/** Plans what is next in every running campaign: reminders that have become due, and cases that came later. */
export async function planCampaigns(deps: Deps, signal: AbortSignal): Promise<number> {
  let planned = 0
  for (const wave of await runningCampaigns(deps.db)) planned += (await planTexts(deps, wave, { signal })).texts.length
  return planned
}
