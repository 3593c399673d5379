import { readyToText } from '#instruments/engine/prompts/ready-to-text.ts'
import type { Deps } from '#server/deps.ts'
import { languageOfThread } from '#server/operations/texting/scene.ts'
import { findPhone } from '#server/store/phone-numbers.ts'
import { zoneOfCase } from '#server/store/sample-cases.ts'
import type { TextToSend } from './enqueue-text.ts'

/** A text to somebody who has texted us, and the interview of theirs that it belongs to. */
export type TextBack = {
  readonly kind: 'inbox-reply' | 'late-reply'
  /** The same occasion is texted once. */
  readonly key: string
  readonly rule: string
  readonly phoneHash: Buffer
  /** Undefined: the one in which the number spoke last. */
  readonly interviewId?: string | undefined
  readonly body: string
}

/**
 * A text to a number that has texted us, in the name of the study it spoke with: for enqueueText, which asks for consent.
 *
 * @returns undefined for a number that never spoke with a study
 */
export async function textBack(deps: Deps, text: TextBack): Promise<TextToSend | undefined> {
  const { kind, key, rule, phoneHash, interviewId, body } = text
  const { threads } = await deps.conversations.read({ phoneHash, sid: '', to: '', cameAt: performance.now() })
  const thread = interviewId === undefined ? threads[0] : threads.find(({ interview }) => interview.id === interviewId)
  const found = await findPhone(deps.db, phoneHash)
  if (!thread || !found) return undefined
  const { study } = await deps.compiledFor(thread.wave)
  const language = await languageOfThread({ deps }, thread)
  return {
    key,
    kind,
    rule,
    phone: deps.sealer.unseal(found.sealed),
    timeZone: found.time_zone ?? (await zoneOfCase(deps.db, thread.interview.case_id)),
    personId: thread.personId,
    study,
    waveId: thread.wave.id,
    caseId: thread.interview.case_id,
    interviewId: thread.interview.id,
    language,
    body: readyToText(body, language),
  }
}
