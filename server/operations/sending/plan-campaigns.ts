import type { Deps } from '#server/deps.ts'
import { runningCampaigns } from '#server/store/text-campaigns.ts'
import { planTexts } from './plan-texts.ts'

/**
 * Plans what is next in every running campaign: reminders that have become due, and cases that came later. One that
 * cannot be planned does not keep the others waiting.
 *
 * @returns how many texts were planned
 */
export async function planCampaigns(deps: Deps, signal: AbortSignal): Promise<number> {
  let planned = 0
  for (const wave of await runningCampaigns(deps.db)) {
    try {
      planned += (await planTexts(deps, wave, { signal })).texts.length
    } catch (error) {
      if (signal.aborted) throw error
      deps.log.error({ err: error, waveId: wave.id, studyId: wave.study_id }, 'the texts of a wave cannot be planned')
    }
  }
  return planned
}
