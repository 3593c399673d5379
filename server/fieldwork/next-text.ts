import { textError } from './text-errors.ts'

/** A case, as far as it decides what it is texted next. Times are in milliseconds. */
export type CaseSoFar = {
  /** Undefined: not begun. */
  readonly interview: { readonly isOpen: boolean; readonly changedAt: number } | undefined
  /** When the resident last texted, be it for help only. */
  readonly heardAt: number | undefined
  /** In the order in which they are tried. */
  readonly phones: readonly PhoneSoFar[]
  /** What it was sent already, or will be, oldest first. */
  readonly texts: readonly TextSoFar[]
}

export type PhoneSoFar = {
  readonly hash: string
  readonly isLandline: boolean
  readonly hasTrouble: boolean
  readonly optedOut: boolean
  /** Somebody's consent covers it. */
  readonly mayBeTexted: boolean
  /** It wrote what may be an opt-out, and nobody has read that yet. */
  readonly inDoubt: boolean
}

export type TextSoFar = {
  readonly kind: 'invitation' | 'reminder' | 'follow-up'
  readonly phone: string
  readonly fate: 'waiting' | 'arrived' | 'failed' | 'canceled'
  readonly sentAt: number | undefined
  readonly errorCode: number | undefined
  readonly isRetry: boolean
}

/** What is texted next, or why nothing is. */
export type NextText =
  | { readonly send: 'invitation' | 'reminder'; readonly number: number; readonly phone: string }
  | { readonly send: undefined; readonly because: Because }

/** `for-the-phone`: no number of the case can be texted. */
export type Because =
  | 'finished'
  | 'text-under-way'
  | 'no-number'
  | 'for-the-phone'
  | 'opted-out'
  | 'may-have-opted-out'
  | 'no-consent'
  | 'could-not-be-reached'
  | 'silent-too-short'
  | 'reminded-enough'

const day = 86_400_000

/** However often a number turns out to be wrong, more invitations than this are not tried. */
const mostInvitations = 3

/** No two texts of ours within this time, whatever the study says. */
const betweenTexts = 0.5 * day

/**
 * The rule of a campaign: an invitation to the first number that can be texted, the next number where that one turned
 * out to be none, and a reminder after so many days of silence, as often as the study says.
 *
 * @param remindAfterDays  days without a word after which each reminder goes, one number for each
 */
export function nextText(so: CaseSoFar, remindAfterDays: readonly number[], now: number): NextText {
  const nothing = (because: Because): NextText => ({ send: undefined, because })
  if (so.interview && !so.interview.isOpen) return nothing('finished')
  if (so.texts.some(({ fate }) => fate === 'waiting')) return nothing('text-under-way')
  if (so.phones.length === 0) return nothing('no-number')
  const textable = so.phones.filter(({ isLandline, hasTrouble }) => !isLandline && !hasTrouble)
  if (so.phones.some(({ optedOut }) => optedOut) && !textable.some(({ mayBeTexted }) => mayBeTexted))
    return nothing('opted-out')
  if (textable.length === 0) return nothing('for-the-phone')
  const allowed = textable.filter(({ mayBeTexted }) => mayBeTexted)
  const [first] = allowed
  if (!first) return nothing('no-consent')
  if (so.phones.some(({ inDoubt }) => inDoubt)) return nothing('may-have-opted-out')

  const arrived = so.texts.filter(({ fate }) => fate === 'arrived')
  const last = arrived.at(-1)
  if (!last && !so.interview) {
    const invitations = planned(so, 'invitation')
    const untried = allowed.find(({ hash }) => !so.texts.some((text) => text.phone === hash && isUseless(text)))
    return untried && heeded(invitations).length < mostInvitations
      ? { send: 'invitation', number: invitations.length + 1, phone: untried.hash }
      : nothing('could-not-be-reached')
  }

  const reminders = planned(so, 'reminder')
  const silence = remindAfterDays[heeded(reminders).length]
  if (silence === undefined) return nothing('reminded-enough')
  const invitedAt = arrived.find(({ sentAt }) => sentAt !== undefined)?.sentAt ?? 0
  const silentSince = Math.max(invitedAt, so.interview?.changedAt ?? 0, so.heardAt ?? 0)
  const due = Math.max(silentSince + silence * day, (last?.sentAt ?? 0) + betweenTexts)
  if (now < due) return nothing('silent-too-short')
  const phone = allowed.find(({ hash }) => hash === last?.phone) ?? first
  return { send: 'reminder', number: reminders.length + 1, phone: phone.hash }
}

/** Each occasion has its own number, those that came to nothing too. */
function planned({ texts }: CaseSoFar, kind: TextSoFar['kind']): readonly TextSoFar[] {
  return texts.filter((text) => text.kind === kind && !text.isRetry)
}

/** What was canceled before it left was never said. */
function heeded(texts: readonly TextSoFar[]): readonly TextSoFar[] {
  return texts.filter(({ fate }) => fate !== 'canceled')
}

/** A failure that another text to the same number would meet as well; not one that was ours, such as a sender filtered. */
function isUseless({ fate, errorCode }: TextSoFar): boolean {
  if (fate !== 'failed') return false
  const { next } = textError(errorCode ?? 0)
  return next !== 'stop' && next !== 'slow'
}
