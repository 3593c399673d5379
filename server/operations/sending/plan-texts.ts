import type { Compiled } from '#instruments/engine/compile.ts'
import type { Deps } from '#server/deps.ts'
import { contactHours } from '#server/fieldwork/contact-hours.ts'
import { type Because, type CaseSoFar, nextText, type TextSoFar } from '#server/fieldwork/next-text.ts'
import { type CaseToText, casesToText } from '#server/store/cases-to-text.ts'
import { insertTexts, type NewText } from '#server/store/outbound-texts.ts'
import type { TextState } from '#server/store/schema-of-sending.ts'
import type { FieldedWave } from '#server/store/waves.ts'
import { invitationText, reminderText } from './compose-text.ts'
import { rowOf, type TextToSend } from './enqueue-text.ts'

/** What a round over all cases of a wave planned, and why other cases get no text now. */
export type Planned = {
  readonly texts: readonly PlannedText[]
  readonly others: Readonly<Partial<Record<Because, number>>>
}

export type PlannedText = Pick<
  NewText,
  'kind' | 'language' | 'encoding' | 'segments' | 'price' | 'notBefore' | 'notAfter'
>

/** Read and written together: in well under 50 ms, so that texts are answered in between. */
const casesAtOnce = 200

const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Goes over the cases of a wave and plans the text that is next for each: invitations, and reminders that are due.
 * It may be run as often as one likes, by several processes at once: what is planned already is left alone.
 *
 * @param dryRun  write nothing, only say what would be planned
 */
export async function planTexts(
  deps: Deps,
  wave: FieldedWave,
  { dryRun = false, signal }: { dryRun?: boolean; signal?: AbortSignal } = {},
): Promise<Planned> {
  const compiled = await deps.compiledFor(wave)
  const openingAfter = contactHours(compiled.study.texts)
  const texts: PlannedText[] = []
  const others: Partial<Record<Because, number>> = {}
  let after: string | undefined = beforeAll
  while (after !== undefined) {
    signal?.throwIfAborted()
    const page = await casesToText(deps.db, wave.id, after, casesAtOnce)
    const rows = page.flatMap((one) => {
      const next = nextText(soFar(one), compiled.study.texts.remindAfterDays, deps.now().getTime())
      if (next.send) return rowOf(deps, textOf(deps, wave, compiled, one, next), openingAfter)
      others[next.because] = (others[next.because] ?? 0) + 1
      return []
    })
    const written = dryRun ? undefined : await insertTexts(deps.db, rows)
    for (const row of rows) if (!written || written.has(row.id)) texts.push(summaryOf(row))
    after = page.length < casesAtOnce ? undefined : page.at(-1)?.id
  }
  return { texts, others }
}

/** Not the bodies: of a hundred thousand texts they would be too much to keep. */
function summaryOf({ kind, language, encoding, segments, price, notBefore, notAfter }: NewText): PlannedText {
  return { kind, language, encoding, segments, price, notBefore, notAfter }
}

function textOf(
  { sealer, tokens, config }: Deps,
  wave: FieldedWave,
  compiled: Compiled,
  one: CaseToText,
  next: { readonly send: 'invitation' | 'reminder'; readonly number: number; readonly phone: string },
): TextToSend {
  const { study } = compiled
  const phone = one.phones.find(({ hash }) => hash === next.phone)
  if (!phone) throw new Error('The number that is next is none of the case')
  const wanted = one.interview_language ?? one.language
  const language = wanted !== null && study.languages.includes(wanted) ? wanted : (study.languages[0] ?? 'en')
  const link = `${config.publicUrl}/i/${tokens.linkFor(wave.study_id, one.interview_id)}`
  return {
    key: `${next.send}:${one.id}:${next.number}`,
    kind: next.send,
    phone: sealer.unseal(Buffer.from(phone.sealed, 'hex')),
    personId: one.person_id,
    study,
    waveId: wave.id,
    caseId: one.id,
    interviewId: one.interview_id,
    language,
    body:
      next.send === 'invitation'
        ? invitationText(compiled, language, link)
        : reminderText(compiled, one.fold, language, link),
    rule: next.send === 'invitation' ? 'drawn-case' : 'silence',
    timeZone: phone.timeZone ?? one.time_zone,
  }
}

function soFar({ status, changed_at, heard_at, phones, texts }: CaseToText): CaseSoFar {
  return {
    interview: status && changed_at ? { isOpen: status === 'in-progress', changedAt: changed_at.getTime() } : undefined,
    heardAt: latest([heard_at?.getTime(), ...texts.map(({ overtakenAt }) => overtakenAt && Date.parse(overtakenAt))]),
    phones: phones.map(({ hash, kind, trouble, optedOut, mayBeTexted, inDoubt }) => ({
      hash,
      isLandline: kind === 'landline',
      hasTrouble: trouble !== null,
      optedOut,
      mayBeTexted,
      inDoubt,
    })),
    texts: texts.map(({ kind, phone, state, sentAt, errorCode, isRetry }) => ({
      kind: kind as TextSoFar['kind'], // the campaign's are read alone
      phone,
      fate: fateOf(state),
      sentAt: sentAt === null ? undefined : Date.parse(sentAt),
      errorCode: errorCode ?? undefined,
      isRetry,
    })),
  }
}

function latest(times: readonly (number | string | null | undefined)[]): number | undefined {
  const known = times.filter((time) => typeof time === 'number')
  return known.length > 0 ? Math.max(...known) : undefined
}

function fateOf(state: TextState): TextSoFar['fate'] {
  switch (state) {
    case 'planned':
    case 'sending':
    case 'held':
      return 'waiting'
    case 'accepted':
    case 'queued':
    case 'sent':
    case 'delivered':
      return 'arrived'
    case 'undelivered':
    case 'failed':
      return 'failed'
    case 'canceled':
      return 'canceled'
  }
}
