import type { Deps } from '#server/deps.ts'
import { againAfterMinutes, textError } from '#server/fieldwork/text-errors.ts'
import type { ClaimedText } from '#server/store/claim-texts.ts'
import type { Db } from '#server/store/database.ts'
import { holdText, putTextBack, refuseText, releaseText } from '#server/store/text-outcomes.ts'
import { actOnError, pausedUntil } from './act-on-error.ts'

/** What the carrier did not take has not left: what is ours to mend waits, what is theirs has failed. */
export async function recordRefusal(deps: Deps, text: ClaimedText, errorCode: number): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    if (text.wave_id !== null && isOfCampaign(text)) await putAside(deps, trx, text, errorCode)
    else await putAnswerAside(deps, trx, text, errorCode)
    await actOnError(deps, trx, text, errorCode)
  })
}

/** What stops or pauses the campaign costs its text nothing: it waits with all the others. */
async function putAside(deps: Deps, db: Db, { id, attempts }: ClaimedText, errorCode: number): Promise<void> {
  const now = deps.now()
  const { next, means } = textError(errorCode)
  if (next === 'slow') await releaseText(db, id, pausedUntil(errorCode, now))
  else if (next === 'stop') await releaseText(db, id, now)
  else if (next === 'again' && attempts <= againAfterMinutes.length)
    await putTextBack(db, id, pausedUntil(errorCode, now))
  else if (next === 'hold') await holdText(db, id, errorCode, `${errorCode}: ${means}`)
  else await refuseText(db, id, errorCode)
}

/** No campaign stops or pauses for an answer: it is tried a few times, and otherwise a person has to look. */
async function putAnswerAside(
  deps: Deps,
  db: Db,
  { id, kind, attempts }: ClaimedText,
  errorCode: number,
): Promise<void> {
  const { next, means } = textError(errorCode)
  const mayHelp = next === 'slow' || next === 'again'
  if (mayHelp && attempts <= againAfterMinutes.length) await putTextBack(db, id, pausedUntil(errorCode, deps.now()))
  // Nobody could look at a late reply in time.
  else if ((next === 'stop' || next === 'hold') && kind !== 'late-reply')
    await holdText(db, id, errorCode, `${errorCode}: ${means}`)
  else await refuseText(db, id, errorCode, `${errorCode}: ${means}`)
}

function isOfCampaign({ kind }: ClaimedText): boolean {
  return kind === 'invitation' || kind === 'reminder' || kind === 'follow-up'
}
