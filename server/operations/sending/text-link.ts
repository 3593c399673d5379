import { line } from '#instruments/engine/languages/index.ts'
import { isOpen } from '#instruments/engine/interview.ts'
import { readyToText } from '#instruments/engine/prompts/ready-to-text.ts'
import { inLanguage } from '#instruments/engine/question.ts'
import type { Mode } from '#instruments/engine/events.ts'
import type { Deps } from '#server/deps.ts'
import { refused } from '#server/problems.ts'
import { addConsent } from '#server/store/consents.ts'
import { caseToLink, type CaseToLink, linksSent } from '#server/store/cases-to-link.ts'
import type { Wave } from '#server/store/waves.ts'
import { invitationText } from './compose-text.ts'
import { enqueueText } from './enqueue-text.ts'
import { requireCarrier } from './run-campaign.ts'

/** Whoever asks for the link waits for it; later it leaves within the hours, as if nobody had asked. */
const awaitedMinutes = 60

/** Asked for twice within this time, it is sent once. */
const onceWithinMinutes = 5

/** Where somebody asked for their link, and who heard it: this is their consent to the text. */
export type AskedFor = { readonly mode: Mode; readonly by: string }

/**
 * Texts somebody the personal link to the interview of their case: at once where they have just asked for it at the door
 * or on the phone, else within their hours and under a consent that is there already.
 *
 * @throws Problem refused where nothing can be sent, with the reason
 */
export async function textLink(deps: Deps, wave: Wave, caseId: string, asked?: AskedFor): Promise<void> {
  const { db, sealer } = deps
  if (wave.status !== 'open') throw refused({ reason: `Wave ${wave.number} is ${wave.status}: nobody can answer.` })
  requireCarrier(deps, wave)
  const one = await caseToLink(db, wave.id, caseId)
  if (!one) throw refused({ reason: `Wave ${wave.number} of ${wave.study_id} has no case "${caseId}".` })
  if (one.fold && !isOpen(one.fold)) throw refused({ reason: `The interview of case "${caseId}" is over.` })
  const phone = numberFor(one, caseId, asked !== undefined)
  const compiled = await deps.compiledFor(wave)
  const { study } = compiled
  const wanted = one.fold?.language ?? one.language
  const language = wanted !== null && study.languages.includes(wanted) ? wanted : (study.languages[0] ?? 'en')
  const link = `${deps.config.publicUrl}/i/${deps.tokens.linkFor(wave.study_id, one.interview_id)}`
  const rest = `${inLanguage(study.sponsor, language)}: ${line(language, 'webLink', { link })}`
  const body = one.fold
    ? readyToText(rest, language)
    : invitationText({ ...compiled, study: { ...study, texts: { ...study.texts, offerLink: true } } }, language, link)

  await db.transaction().execute(async (trx) => {
    const { times, latest } = await linksSent(trx, one.id)
    if (latest && deps.now().getTime() - latest.getTime() < onceWithinMinutes * 60_000)
      throw refused({ reason: `Case "${caseId}" was sent its link less than ${onceWithinMinutes} minutes ago.` })
    const phoneHash = Buffer.from(phone.hash, 'hex')
    if (asked)
      await addConsent(trx, {
        kind: 'consent',
        phoneHash,
        personId: one.person_id,
        mode: asked.mode,
        how: 'asked for the link by text',
        recordedBy: `staff:${asked.by}`,
        studyId: wave.study_id,
      })
    const isPlanned = await enqueueText(deps, trx, {
      key: `link:${one.id}:${times + 1}`,
      kind: 'link',
      phone: sealer.unseal(Buffer.from(phone.sealed, 'hex')),
      personId: one.person_id,
      study,
      waveId: wave.id,
      caseId: one.id,
      interviewId: one.interview_id,
      language,
      body,
      rule: asked ? 'link-asked-for' : 'link-by-staff',
      timeZone: phone.timeZone ?? one.time_zone,
      awaitedMinutes: asked && awaitedMinutes,
    })
    if (!isPlanned) throw refused({ reason: `Nothing was sent: nobody consented to texts for case "${caseId}".` })
  })
}

/** The first number that can be texted; whoever asks for the link gives the consent that may be missing. */
function numberFor({ phones }: CaseToLink, caseId: string, isAskedFor: boolean): CaseToLink['phones'][number] {
  const textable = phones.filter(({ kind, trouble }) => kind !== 'landline' && trouble === null)
  const allowed = textable.filter(({ optedOut, mayBeTexted }) => !optedOut && (mayBeTexted || isAskedFor))
  const [first] = allowed.toSorted((a, b) => Number(b.mayBeTexted) - Number(a.mayBeTexted))
  if (first) return first
  const why =
    phones.length === 0
      ? 'has no number'
      : textable.length === 0
        ? 'has no number that can be texted'
        : textable.some(({ optedOut }) => optedOut)
          ? 'has opted out. If they want texts again, record it first: npx canvass texts opt-in'
          : 'has nobody’s consent to texts. If they ask for the link, say where: --asked home'
  throw refused({ reason: `Case "${caseId}" ${why}.` })
}
