import type { Deps } from '#server/deps.ts'
import { enqueueText } from './enqueue-text.ts'
import { textBack } from './text-back.ts'

/** After so many minutes a reply is no answer any more: whoever still wants one writes again. */
const awaitedMinutes = 10

/**
 * Sends the reply to a resident's text as a text of its own, where it came too late for the answer to the webhook: once
 * for that text, at any hour, since they have just written; not where it cannot leave within minutes, or they have
 * written again meanwhile. After an opt-out nothing is sent.
 */
export async function replyLate(
  deps: Deps,
  { sid, from, reply }: { readonly sid: string; readonly from: string; readonly reply: string },
): Promise<void> {
  if (reply === '') return
  const phoneHash = deps.sealer.hashPhone(from)
  const named = { kind: 'late-reply', key: `late-reply:${sid}`, rule: 'late-reply', phoneHash, body: reply } as const
  const text = await textBack(deps, named)
  if (text) await enqueueText(deps, deps.db, { ...text, awaitedMinutes })
}
