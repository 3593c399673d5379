import { stoppedText } from '#instruments/engine/notices.ts'
import type { Deps } from '#server/deps.ts'
import type { Carrier } from '#server/simulation/carrier/carrier.ts'
import { timeOfDayIn } from './clock.ts'
import type { Lived } from './resident.ts'

export type Sent = {
  readonly figures: {
    readonly invitations: number
    readonly reminders: number
    /** Invitations to those whose hours ended on the first evening: before that, and after the night. */
    readonly beforeTheNight: number
    readonly afterTheNight: number
    /** Texts of our own that an opt-out canceled before they left. */
    readonly canceled: number
    /** Confirmations of an opt-out that went out once more, since the carrier brought the very text of it again. */
    readonly confirmedAgain: number
  }
  readonly wrong: {
    /** Texts that the carrier was given for somebody after their opt-out was acknowledged: replies, and our own. */
    readonly textsAfterOptOut: number
    /** Texts of our own outside 9:00 to 20:30 where the recipient lives. */
    readonly textsInQuietHours: number
    /** Texts of our own that somebody got a second time in the same words. */
    readonly sentTwice: number
    /** Residents in the sample who neither refused before nor got an invitation, nor have one that still waits, or is under way. */
    readonly invitationsLost: number
  }
}

/** So long it may take until it is found out what became of a text. */
const hour = 3_600_000

/** Holds every text that left against the opt-out and the clock of whom it went to. */
export async function lookAtSent(
  { db, sealer, now }: Deps,
  { texts }: Pick<Carrier, 'texts'>,
  lives: readonly Lived[],
): Promise<Sent> {
  const livesOf = new Map(lives.map((lived) => [lived.phone.number, lived]))
  const outbound = texts.flatMap((text, n) => {
    const lived = livesOf.get(text.to)
    return lived && text.direction.startsWith('outbound') ? [{ text, n, lived }] : []
  })
  const own = outbound.filter(({ text }) => text.direction === 'outbound-api')
  const planned = await db.selectFrom('pii.outbound_texts').select(['state', 'phone_hash', 'claimed_at']).execute()
  const ofNumber = Map.groupBy(own, ({ text }) => text.to)
  const invitations = [...ofNumber.values()].flatMap(([first]) => first ?? [])
  const differing = new Set(own.map(({ text }) => `${text.to} ${text.body}`)).size
  const atNight = invitations.filter(({ lived }) => lived.resident.zone === 'America/New_York')
  const firstDay = Math.min(...own.map(({ text }) => text.at.getTime())) + 6 * hour
  const afterOptOut = outbound.filter(({ n, lived }) => n >= (lived.stoppedAt ?? Infinity))
  const confirmedAgain = afterOptOut.filter(
    ({ text, lived }) => text.direction === 'outbound-reply' && text.body === stoppedText(lived.resident.language),
  ).length
  const hashOf = (number: string) => sealer.hashPhone(number).toString('hex')
  const isUnderWay = ({ state, claimed_at }: (typeof planned)[number]) =>
    state === 'planned' || (state === 'sending' && claimed_at !== null && claimed_at.getTime() > now().getTime() - hour)
  const waiting = new Set(planned.filter(isUnderWay).map(({ phone_hash }) => phone_hash.toString('hex')))
  const stopped = new Set(
    lives.filter(({ stoppedAt }) => stoppedAt !== undefined).map(({ phone }) => hashOf(phone.number)),
  )
  return {
    figures: {
      confirmedAgain,
      invitations: invitations.length,
      reminders: differing - invitations.length,
      beforeTheNight: atNight.filter(({ text }) => text.at.getTime() < firstDay).length,
      afterTheNight: atNight.filter(({ text }) => text.at.getTime() >= firstDay).length,
      canceled: planned.filter(
        ({ state, phone_hash }) => state === 'canceled' && stopped.has(phone_hash.toString('hex')),
      ).length,
    },
    wrong: {
      textsAfterOptOut: afterOptOut.length - confirmedAgain,
      textsInQuietHours: own.filter(({ text, lived }) => isQuiet(timeOfDayIn(lived.resident.zone, text.at))).length,
      sentTwice: own.length - differing,
      invitationsLost: lives.filter(
        ({ resident: { part, number } }) =>
          part !== 'texts-first' &&
          part !== 'refuses-elsewhere' &&
          !ofNumber.has(number) &&
          !waiting.has(hashOf(number)),
      ).length,
    },
  }
}

function isQuiet(timeOfDay: string): boolean {
  return timeOfDay < '09:00' || timeOfDay >= '20:30'
}
