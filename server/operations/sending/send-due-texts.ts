import type { Carrier } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import { textError } from '#server/fieldwork/text-errors.ts'
import { claimAnswers, type ClaimedText, claimOfCampaign } from '#server/store/claim-texts.ts'
import { runningCampaigns } from '#server/store/text-campaigns.ts'
import { cancelIfRefused, holdText, refuseText, releaseText } from '#server/store/text-outcomes.ts'
import { actOnError, pausedUntil } from './act-on-error.ts'
import { recordTextStatus } from './record-text-status.ts'

/** Requests to the carrier at one time: what is claimed is handed in at once, so that an opt-out is never overtaken. */
const mostAtOnce = 20

/** After a request that certainly did not arrive. */
const againAfterMs = 30_000

/**
 * Sends the texts whose time has come, a handful at most.
 *
 * Exactly once, in effect: a text is `sending` from the commit of the statement that claims it, and only then handed to
 * the carrier, who knows no key by which to recognise a repeat. Whatever breaks after that, the text is not claimed
 * again. Its status callback carries our id and tells that it was taken; where none comes, the carrier's own list is
 * asked (settle-uncertain-texts.ts), and only if that does not have it either is the text planned again. A claim is
 * handed in within its lease or not at all, so that a process which slept meanwhile cannot send what was planned anew.
 *
 * @returns how many were claimed
 */
export async function sendDueTexts(deps: Deps, carrier: Carrier): Promise<number> {
  const claimedAt = performance.now()
  const claimed = await claimDue(deps)
  await Promise.all(
    claimed.map((text) =>
      handIn(deps, carrier, text, claimedAt).catch((error: unknown) =>
        deps.log.error({ err: error, textId: text.id }, 'what became of a text could not be written down'),
      ),
    ),
  )
  return claimed.length
}

async function claimDue(deps: Deps): Promise<ClaimedText[]> {
  const { db } = deps
  const claimed = await claimAnswers(db, deps.now(), mostAtOnce)
  for (const wave of await runningCampaigns(db)) {
    if (claimed.length >= mostAtOnce) break
    const { texts } = (await deps.compiledFor(wave)).study
    const now = deps.now()
    const today = now.toLocaleDateString('en-CA', { timeZone: texts.timeZone })
    const pace = { waveId: wave.id, perSecond: texts.perSecond, perDay: texts.perDay, today }
    claimed.push(...(await claimOfCampaign(db, pace, now, mostAtOnce - claimed.length)))
  }
  return claimed
}

async function handIn(deps: Deps, carrier: Carrier, text: ClaimedText, claimedAt: number): Promise<void> {
  const { db, sealer, log } = deps
  if (performance.now() - claimedAt > carrier.patience.leaseMs) return
  await carrier.ready()
  // Between the claim and this moment somebody may have said stop.
  if (await cancelIfRefused(db, text.id)) return
  const until = text.not_after ?? undefined
  const [to, body] = [sealer.unseal(text.phone), sealer.unseal(text.body)]
  const handedIn = await carrier.send({ id: text.id, to, body, until }, deps.now())
  switch (handedIn.outcome) {
    case 'taken':
      await recordTextStatus(deps, text.id, handedIn)
      return
    case 'refused':
      await refused(deps, text, handedIn.errorCode)
      return
    case 'unsent':
      log.warn({ textId: text.id, why: handedIn.why }, 'the carrier cannot be reached')
      await releaseText(db, text.id, new Date(deps.now().getTime() + againAfterMs))
      return
    case 'unknown':
      log.warn({ textId: text.id, why: handedIn.why }, 'not known whether the carrier took a text')
  }
}

/** Nothing left: what is ours to mend waits, what is theirs has failed. */
async function refused(deps: Deps, text: ClaimedText, errorCode: number): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    const now = deps.now()
    const { next, means } = textError(errorCode)
    if (next === 'slow' || next === 'again') await releaseText(trx, text.id, pausedUntil(errorCode, now))
    else if (next === 'stop') await releaseText(trx, text.id, now)
    else if (next === 'hold') await holdText(trx, text.id, errorCode, `${errorCode}: ${means}`)
    else await refuseText(trx, text.id, errorCode)
    await actOnError(deps, trx, text, errorCode)
  })
}
