import type { Carrier } from '#server/carrier.ts'
import type { Deps } from '#server/deps.ts'
import { claimAnswers, type ClaimedText, claimOfCampaign } from '#server/store/claim-texts.ts'
import { sendingCampaigns } from '#server/store/text-campaigns.ts'
import { cancelIfRefused, releaseText } from '#server/store/text-outcomes.ts'
import { laneOf, numbersByStudy, openLanes } from '#server/store/text-senders.ts'
import { recordRefusal } from './record-refusal.ts'
import { recordTextStatus } from './record-text-status.ts'

/** Requests to the carrier at one time: what is claimed is handed in at once, so that an opt-out is never overtaken. */
const mostAtOnce = 20

/** How often a campaign is looked at again whose first texts must all wait: so they do not hold up those behind them. */
const mostRounds = 10

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
  const numbers = await numbersByStudy(deps.db)
  const claimedAt = performance.now()
  const claimed = await claimDue(deps, numbers)
  await Promise.all(
    claimed.map((text) =>
      handIn(deps, carrier, { text, claimedAt, from: numberFor(text, numbers) }).catch((error: unknown) =>
        deps.log.error({ err: error, textId: text.id }, 'what became of a text could not be written down'),
      ),
    ),
  )
  return claimed.length
}

type Numbers = ReadonlyMap<string, readonly string[]>

async function claimDue(deps: Deps, numbers: Numbers): Promise<ClaimedText[]> {
  const { db } = deps
  const claimed = [...(await claimAnswers(db, deps.now(), mostAtOnce)).texts]
  for (const [sender, campaigns] of await campaignsBySender(deps, numbers)) {
    // Whoever fields the fastest of them answers for what the sender can carry.
    const lane = {
      sender,
      perSecond: Math.max(...campaigns.map(({ texts }) => texts.perSecond)),
      perDay: Math.max(...campaigns.map(({ texts }) => texts.perDay)),
    }
    for (const { wave, texts } of campaigns) {
      if (claimed.length >= mostAtOnce) return claimed
      const now = deps.now()
      const today = now.toLocaleDateString('en-CA', { timeZone: texts.timeZone })
      const pace = { waveId: wave.id, perSecond: texts.perSecond, perDay: texts.perDay, today, lane }
      for (let round = 0; round < mostRounds; round++) {
        const { texts: taken, others } = await claimOfCampaign(db, pace, now, mostAtOnce - claimed.length)
        claimed.push(...taken)
        if (taken.length > 0 || others === 0) break
      }
    }
  }
  return claimed
}

async function campaignsBySender(deps: Deps, numbers: Numbers) {
  const campaigns = await Promise.all(
    (await sendingCampaigns(deps.db)).map(async (wave) => ({
      wave,
      texts: (await deps.compiledFor(wave)).study.texts,
    })),
  )
  const bySender = Map.groupBy(campaigns, ({ wave }) => laneOf(wave.study_id, numbers))
  await openLanes(deps.db, [...bySender.keys()])
  return bySender
}

/** Of the numbers that its study has, one and the same for each resident; undefined: whatever is configured. */
function numberFor({ study_id, phone_hash }: ClaimedText, numbers: Numbers): string | undefined {
  const own = study_id === null ? [] : (numbers.get(study_id) ?? [])
  return own[phone_hash.readUInt32BE(0) % Math.max(1, own.length)]
}

type Claim = { readonly text: ClaimedText; readonly claimedAt: number; readonly from: string | undefined }

async function handIn(deps: Deps, carrier: Carrier, { text, claimedAt, from }: Claim): Promise<void> {
  const { db, sealer, log } = deps
  if (performance.now() - claimedAt > carrier.patience.leaseMs) return
  await carrier.ready()
  // Between the claim and this moment somebody may have said stop.
  if (await cancelIfRefused(db, text.id)) return
  const until = text.not_after ?? undefined
  const [to, body] = [sealer.unseal(text.phone), sealer.unseal(text.body)]
  const handedIn = await carrier.send({ id: text.id, to, from, body, until }, deps.now())
  switch (handedIn.outcome) {
    case 'taken':
      await recordTextStatus(deps, text.id, handedIn)
      return
    case 'refused':
      await recordRefusal(deps, text, handedIn.errorCode)
      return
    case 'unsent':
      log.warn({ textId: text.id, why: handedIn.why }, 'the carrier cannot be reached')
      await releaseText(db, text.id, new Date(deps.now().getTime() + againAfterMs))
      return
    case 'unknown':
      log.warn({ textId: text.id, why: handedIn.why }, 'not known whether the carrier took a text')
  }
}
