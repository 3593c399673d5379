import type { Mode } from '#instruments/engine/events.ts'
import type { Deps } from '#server/deps.ts'
import { addConsent } from '#server/store/consents.ts'

/** Who said it, where, how, and who took it down. A number, a person, or both must be named. */
export type Word = {
  /** E.164. */
  readonly phone?: string | undefined
  /** The hash of a number, where the number itself is not at hand. */
  readonly phoneHash?: Buffer | undefined
  readonly personId?: string | undefined
  readonly mode: Mode
  /** In a few words: "carrier keyword", "said so at the door". */
  readonly how: string
  /** 'resident', 'carrier', or 'staff:<name>'. */
  readonly recordedBy: string
  /** The study that it was said to, for the record: it counts in all. */
  readonly studyId: string | null
}

/**
 * Records that somebody wants no more texts, calls or visits: at once, for all studies and in all modes, and for ever
 * until they take it back. A number that several people share is blocked for all of them; a person is blocked on all
 * numbers. Every sender asks pii.has_opted_out in the statement with which it claims a text, so nothing need be undone.
 *
 * @throws Error when neither a number nor a person is named
 */
export async function recordOptOut(deps: Pick<Deps, 'db' | 'sealer'>, word: Word): Promise<void> {
  await record(deps, 'opt-out', word)
}

/** Records that somebody who had opted out may be contacted again; other numbers of theirs that said stop stay stopped. */
export async function recordOptIn(deps: Pick<Deps, 'db' | 'sealer'>, word: Word): Promise<void> {
  await record(deps, 'opt-in', word)
}

async function record({ db, sealer }: Pick<Deps, 'db' | 'sealer'>, kind: 'opt-out' | 'opt-in', word: Word) {
  const { phone, phoneHash = phone === undefined ? undefined : sealer.hashPhone(phone), personId, ...said } = word
  if (phoneHash === undefined && personId === undefined) throw new Error('A word on contact needs a number or a person')
  const { mode, how, recordedBy, studyId } = said
  await addConsent(db, {
    kind,
    phoneHash: phoneHash ?? null,
    personId: personId ?? null,
    mode,
    how,
    recordedBy,
    studyId,
  })
}
