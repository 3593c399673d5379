import { createHash, randomUUID } from 'node:crypto'
import { segmentsOf } from '#instruments/engine/segments.ts'
import type { Study } from '#instruments/engine/study.ts'
import type { Deps } from '#server/deps.ts'
import { zonesOfAreaCode } from '#server/fieldwork/area-codes.ts'
import { contactHours, leavingAt } from '#server/fieldwork/contact-hours.ts'
import type { Db } from '#server/store/database.ts'
import { insertTexts, type NewText } from '#server/store/outbound-texts.ts'
import type { TextKind } from '#server/store/schema-of-sending.ts'

/** A text that somebody is to get on our own account, or in answer to theirs when that could not be given at once. */
export type TextToSend = {
  /** What it is for: the same occasion is texted once. 'inbox-reply:<item>' */
  readonly key: string
  readonly kind: TextKind
  /** E.164. */
  readonly phone: string
  readonly personId: string | null
  /** Whose hours and prices hold. */
  readonly study: Pick<Study, 'id' | 'texts'>
  readonly waveId: string | null
  readonly caseId: string | null
  readonly interviewId: string | null
  readonly language: string
  readonly body: string
  /** Which rule has it sent, in a word or a few: 'staff-reply'. It stands beside the text for ever. */
  readonly rule: string
  /** The zones of whom it goes to, where they are known better than by the area code. */
  readonly timeZone?: string | null | undefined
  /** Minutes for which it may leave at any hour, since the resident waits for it now. */
  readonly awaitedMinutes?: number | undefined
}

const minute = 60_000

/**
 * Has a text sent, in the caller's transaction: it leaves after the commit, when its hours allow it. The consent that
 * covers the number and the person is found and named; where there is none, nothing is written.
 *
 * @returns whether it will be sent: not, without consent, or where this occasion has its text already
 */
export async function enqueueText(deps: Pick<Deps, 'sealer' | 'now'>, db: Db, text: TextToSend): Promise<boolean> {
  const openingAfter = contactHours(text.study.texts)
  return (await insertTexts(db, [rowOf(deps, text, openingAfter)])).size > 0
}

/** A text as it is stored, with the time at which it may leave. */
export function rowOf(
  { sealer, now }: Pick<Deps, 'sealer' | 'now'>,
  text: TextToSend,
  openingAfter: ReturnType<typeof contactHours>,
): NewText {
  const { phone, study, body, timeZone, awaitedMinutes, ...named } = text
  const { encoding, segments } = segmentsOf(body)
  const { amount, currency } = study.texts.segmentPrice
  const createdAt = now()
  const { notBefore, notAfter } = awaitedMinutes
    ? { notBefore: createdAt, notAfter: new Date(createdAt.getTime() + awaitedMinutes * minute) }
    : leavingAt(openingAfter, createdAt, zonesOf(phone, [timeZone], study.texts), jitterOf(text.key))
  return {
    ...named,
    id: randomUUID(),
    studyId: study.id,
    phoneHash: sealer.hashPhone(phone),
    body: sealer.seal(body),
    encoding,
    segments,
    price: { amount: amount * segments, currency },
    notBefore,
    notAfter,
    createdAt,
  }
}

/** The zones in which the hours of a text must hold: one that is known, else all that its area code may mean. */
export function zonesOf(
  phone: string,
  known: readonly (string | null | undefined)[],
  texts: Pick<Study['texts'], 'timeZone'>,
): readonly string[] {
  const zone = known.find((one) => one !== null && one !== undefined)
  if (zone !== undefined) return [zone]
  const told = zonesOfAreaCode(phone)
  return told.length > 0 ? told : [texts.timeZone]
}

/** A number in [0, 1) of the text's own: the same each time it is asked. */
export function jitterOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32
}
