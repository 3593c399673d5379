import { createHash, randomUUID } from 'node:crypto'
import { checkValue } from '#instruments/engine/check-value.ts'
import type { Event } from '#instruments/engine/events.ts'
import { apply, isOpen } from '#instruments/engine/interview.ts'
import { readReply } from '#instruments/engine/replies/index.ts'
import { visibleQuestions } from '#instruments/engine/route.ts'
import type { Deps } from '#server/deps.ts'
import { noSuchItem, refused } from '#server/problems.ts'
import { hasOptedOut } from '#server/store/consents.ts'
import { findItem, type InboxRow, settleItem } from '#server/store/inbox.ts'
import { findInterview } from '#server/store/interviews.ts'
import { appendStep } from '#server/store/turns.ts'
import { project } from './project.ts'
import { recordOptOut } from './record-opt-out.ts'
import { enqueueText } from './sending/enqueue-text.ts'
import { textBack } from './sending/text-back.ts'

/** Takes an item off the list with nothing done but having read it. */
export async function closeItem(deps: Deps, id: string, by: string): Promise<void> {
  await openItem(deps, id)
  await settle(deps, id, 'closed', by)
}

/** Takes the text for the opt-out that it may be. */
export async function optOutItem(deps: Deps, id: string, by: string): Promise<void> {
  const { phone_hash: phoneHash, study_id: studyId } = await openItem(deps, id)
  const how = 'read by a person'
  await recordOptOut(deps, { phoneHash, mode: 'sms', how, recordedBy: `staff:${by}`, studyId })
  await settle(deps, id, 'opted-out', by)
}

/** A text has this many characters at most, as Twilio takes it. */
const longestText = 1600

/**
 * Answers the text in a person's own words, by text, once its hours allow. Said again, the same words are sent once; other
 * words are a further reply, to an item that is done as well.
 *
 * @throws Problem no-such-item, or refused where nothing can be sent to its number
 */
export async function replyToItem(deps: Deps, id: string, words: string, by: string): Promise<void> {
  const item = await anItem(deps, id)
  const body = words.trim()
  if (body === '') throw refused({ reason: 'A reply needs words.' })
  if (body.length > longestText)
    throw refused({ reason: `A reply has ${longestText} characters at most; this one has ${body.length}.` })
  if (!deps.carrier)
    throw refused({
      reason:
        'No texts leave: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_MESSAGING_SERVICE_SID or TWILIO_FROM.',
    })
  const text = await textBack(deps, {
    kind: 'inbox-reply',
    key: `inbox-reply:${id}:${createHash('sha256').update(body).digest('hex').slice(0, 16)}`,
    rule: 'staff-reply',
    phoneHash: item.phone_hash,
    interviewId: item.interview_id ?? undefined,
    body,
  })
  if (!text)
    throw refused({ reason: `The number of item ${id} has no conversation with a study: it cannot be texted.` })
  if (await hasOptedOut(deps.db, item.phone_hash, text.personId))
    throw refused({ reason: `The number of item ${id} has opted out: nothing is sent to it.` })
  await deps.db.transaction().execute(async (trx) => {
    if (!(await enqueueText(deps, trx, text)))
      throw refused({ reason: `Nothing was sent: item ${id} has had this reply, or nobody consented to texts.` })
    await settleItem(trx, id, { action: 'replied', by, now: deps.now() })
  })
}

/**
 * Codes the answer that a person read in a text, to the question that the text answered. It is read as a resident's reply
 * would be and checked by the engine; an answer that the resident has given since stands.
 *
 * @param answer  as it could have been texted: a number of the list, or words
 * @throws Problem no-such-item, or refused where it cannot be coded
 */
export async function codeItem(deps: Deps, id: string, answer: string, by: string): Promise<void> {
  const { study_id, interview_id, question: name } = await openItem(deps, id)
  if (study_id === null || interview_id === null || name === null)
    throw refused({ reason: `Item ${id} answers no question: close it, or record an opt-out.` })
  const stored = await findInterview(deps.db, study_id, interview_id)
  if (!stored || !isOpen(stored.fold) || stored.wave.status !== 'open')
    throw refused({ reason: `The interview of item ${id} takes no more answers.` })
  const compiled = await deps.compiledFor(stored.wave)
  const { fold } = stored
  if (fold.given[name]?.kind === 'answered')
    throw refused({ reason: `The resident has answered "${name}" since: that answer stands.` })
  const question = visibleQuestions(compiled, fold).find((visible) => visible.name === name)
  if (!question) throw refused({ reason: `"${name}" is not asked in this interview any more.` })
  const language = fold.language ?? 'en'
  const reading = readReply(compiled, fold, question, answer, language)
  const checked = reading.understood ? checkValue(compiled, fold, question, reading.value) : undefined
  if (!checked?.ok) throw refused({ reason: `"${answer}" is no answer to "${name}".` })

  const now = deps.now()
  const event: Event = {
    id: randomUUID(),
    type: 'answered',
    question: name,
    value: checked.value,
    mode: 'sms',
    language,
    actor: `staff:${by}`,
    at: now.toISOString(),
  }
  const interview = apply(fold, event)
  const written = await appendStep(deps.db, {
    studyId: study_id,
    interviewId: interview_id,
    seq: stored.seq,
    events: [{ event, contentHash: null }],
    interview,
    projection: project(compiled, interview, { interviewId: interview_id, caseArea: stored.case_area }),
    now,
  })
  if (!written) throw refused({ reason: 'The interview went on at this very moment. Look at it again.' })
  await settle(deps, id, 'coded', by)
}

async function anItem({ db }: Deps, id: string): Promise<InboxRow> {
  const item = /^\d{1,18}$/.test(id) ? await findItem(db, id) : undefined
  if (!item) throw noSuchItem({ id })
  return item
}

async function openItem(deps: Deps, id: string): Promise<InboxRow> {
  const item = await anItem(deps, id)
  if (item.done_at) throw refused({ reason: `Item ${id} is done already.` })
  return item
}

async function settle(deps: Deps, id: string, action: 'coded' | 'opted-out' | 'closed', by: string): Promise<void> {
  const now = deps.now()
  await deps.db.transaction().execute((trx) => settleItem(trx, id, { action, by, now }))
}
