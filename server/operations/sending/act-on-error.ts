import type { Deps } from '#server/deps.ts'
import {
  againAfterMinutes,
  mostHeldInARow,
  pauseMinutes,
  type TextError,
  textError,
} from '#server/fieldwork/text-errors.ts'
import type { Db } from '#server/store/database.ts'
import { pauseCampaign, stopCampaign } from '#server/store/text-campaigns.ts'
import { areLatestHeld, hasOptedInSince, markNumber, retryText, type TextToldOf } from '#server/store/text-outcomes.ts'
import { laneOf, numbersByStudy, pauseLane } from '#server/store/text-senders.ts'
import { recordOptOut } from '../record-opt-out.ts'

const minute = 60_000

/** Whom and what an error is about. */
export type Failed = Pick<TextToldOf, 'id' | 'study_id' | 'wave_id' | 'person_id' | 'phone_hash' | 'attempts'>

/**
 * Does what an error code asks for beside the text itself, which has been put into its state: takes a refusal into the
 * ledger, marks the number, stops or slows the campaign (server/fieldwork/text-errors.ts).
 *
 * @param db  the transaction that records the error
 */
export async function actOnError(deps: Deps, db: Db, text: Failed, errorCode: number): Promise<TextError> {
  const error = textError(errorCode)
  const now = deps.now()
  if (error.next === 'refusal' && (await hasOptedInSince(db, text.id))) return error
  if (error.trouble) await markNumber(db, text.phone_hash, error.trouble, now)
  switch (error.next) {
    case 'refusal':
      await recordOptOut(
        { db, sealer: deps.sealer },
        {
          phoneHash: text.phone_hash,
          ...(text.person_id ? { personId: text.person_id } : {}),
          mode: 'sms',
          how: `${error.means} (${errorCode})`,
          recordedBy: 'carrier',
          studyId: text.study_id,
        },
      )
      break
    case 'stop':
      deps.log.error({ errorCode, waveId: text.wave_id, means: error.means }, 'texts stopped')
      if (text.wave_id) await stopCampaign(db, text.wave_id, `${errorCode}: ${error.means}`, now)
      break
    case 'slow':
      deps.log.warn({ errorCode, waveId: text.wave_id, means: error.means }, 'texts slowed down')
      if (text.wave_id) await pauseCampaign(db, text.wave_id, pausedUntil(errorCode, now))
      if (text.study_id)
        await pauseLane(db, laneOf(text.study_id, await numbersByStudy(db)), pausedUntil(errorCode, now))
      break
    case 'hold':
      deps.log.error({ errorCode, textId: text.id, means: error.means }, 'a text needs a person')
      if (text.wave_id && (await areLatestHeld(db, text.wave_id, mostHeldInARow)))
        await stopCampaign(
          db,
          text.wave_id,
          `${mostHeldInARow} texts in a row are held, the last one by ${errorCode}: ${error.means}`,
          now,
        )
      break
    case 'again':
    case 'other-number':
      break
  }
  return error
}

export function pausedUntil(errorCode: number, now: Date): Date {
  return new Date(now.getTime() + pauseMinutes(errorCode) * minute)
}

/** Sends what did not arrive once more, later, where its error says that this may help. */
export async function tryAgain(deps: Deps, db: Db, text: Failed, errorCode: number): Promise<void> {
  const { next } = textError(errorCode)
  const wait = next === 'slow' ? pauseMinutes(errorCode) : againAfterMinutes[text.attempts - 1]
  if ((next !== 'again' && next !== 'slow') || wait === undefined || text.attempts > againAfterMinutes.length) return
  const now = deps.now()
  await retryText(db, text.id, new Date(now.getTime() + wait * minute), now)
}
