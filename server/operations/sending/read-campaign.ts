import type { Deps } from '#server/deps.ts'
import { textError } from '#server/fieldwork/text-errors.ts'
import { campaignOf, type TextCampaign } from '#server/store/text-campaigns.ts'
import {
  figuresByState,
  longestWaitSeconds,
  mishapsOf,
  nextDue,
  type Response,
  responseTo,
  type StateFigure,
} from '#server/store/text-figures.ts'
import type { Wave } from '#server/store/waves.ts'

/** How a wave's texts stand. */
export type CampaignReport = {
  readonly campaign: Pick<TextCampaign, 'state' | 'reason' | 'changed_at' | 'resume_at' | 'sent_today'> | undefined
  readonly figures: readonly StateFigure[]
  readonly mishaps: readonly { readonly what: string; readonly texts: number }[]
  /** In `currency`, of texts that left. */
  readonly cost: { readonly expected: number; readonly billed: number; readonly currency: string }
  readonly response: Response
  readonly next: Date | null
  /** What somebody should look at, in sentences. */
  readonly alarms: readonly string[]
}

/** A text that may leave and has waited longer says that nobody sends. */
const longWaitSeconds = 300

const left = new Set(['accepted', 'queued', 'sent', 'delivered', 'undelivered'])

export async function readCampaign(deps: Deps, wave: Wave): Promise<CampaignReport> {
  const { db } = deps
  const { study } = await deps.compiledFor(wave)
  const campaign = await campaignOf(db, wave.id)
  const figures = await figuresByState(db, wave.id)
  const mishaps = (await mishapsOf(db, wave.id)).map(({ state, errorCode, reason, texts }) => ({
    what: `${state}, ${errorCode === null ? (reason ?? 'no reason given') : `${errorCode}: ${textError(errorCode).means}`}`,
    texts,
  }))
  const gone = figures.filter(({ state }) => left.has(state))
  const sum = (of: 'expected' | 'billed') => gone.reduce((total, figure) => total + figure[of], 0)
  const held = figures.filter(({ state }) => state === 'held').reduce((total, { texts }) => total + texts, 0)
  const waited = await longestWaitSeconds(db, deps.now())
  return {
    campaign: campaign && {
      state: campaign.state,
      reason: campaign.reason,
      changed_at: campaign.changed_at,
      resume_at: campaign.resume_at,
      sent_today: campaign.sent_today,
    },
    figures,
    mishaps,
    cost: { expected: sum('expected'), billed: sum('billed'), currency: study.texts.segmentPrice.currency },
    response: await responseTo(db, wave.id),
    next: campaign?.state === 'running' ? await nextDue(db, wave.id) : null,
    alarms: [
      ...(campaign?.state === 'stopped' ? [`Stopped: ${campaign.reason}`] : []),
      ...(held > 0
        ? [
            `${held} texts are held: their error needs a person. Mended, they go on with: npx canvass texts release ${wave.study_id}`,
          ]
        : []),
      ...(waited > longWaitSeconds
        ? [`Texts have waited ${Math.round(waited / 60)} minutes though they may leave. Is a worker running?`]
        : []),
    ],
  }
}
