import { prompt } from '#instruments/engine/prompts/index.ts'
import type { Deps } from '#server/deps.ts'
import { noSuchItem } from '#server/problems.ts'
import { findItem, type InboxRow, openItems } from '#server/store/inbox.ts'
import { mediaOf } from '#server/store/message-media.ts'
import { readInterview } from './read-interview.ts'
import { type ReadText, readTexts } from './read-texts.ts'

/** One text that waits for a person, in clear: for the desk's eyes, never for a log. */
export type InboxItem = Pick<InboxRow, 'id' | 'reason' | 'question'> & {
  readonly cameAt: Date
  readonly text: string
  /** What came with it: 'image/jpeg'. */
  readonly media: readonly string[]
}

/** What still waits for a person, the oldest first. */
export async function listInbox({ db, sealer }: Pick<Deps, 'db' | 'sealer'>, studyId: string): Promise<InboxItem[]> {
  const items = await openItems(db, studyId)
  const media = await mediaOf(
    db,
    items.map(({ sid }) => sid),
  )
  return items.map(({ id, sid, reason, question, came_at, body }) => ({
    id,
    reason,
    question,
    cameAt: came_at,
    text: sealer.unseal(body),
    media: (media.get(sid) ?? []).map(({ kind }) => kind),
  }))
}

/** An item with the whole conversation, both sides, and the question that it answered. */
export type InboxConversation = {
  readonly item: Pick<InboxRow, 'id' | 'reason' | 'question'>
  readonly texts: readonly ReadText[]
  /** As it was texted; undefined where the text answered none. */
  readonly asked: string | undefined
  /** What came with the text, and where the carrier keeps it: nothing of it is fetched. */
  readonly media: readonly { readonly kind: string; readonly address: string }[]
}

/** @throws Problem no-such-item */
export async function showInboxItem(deps: Deps, id: string): Promise<InboxConversation> {
  const item = /^\d{1,18}$/.test(id) ? await findItem(deps.db, id) : undefined
  if (!item) throw noSuchItem({ id })
  return {
    item: { id: item.id, reason: item.reason, question: item.question },
    texts: await readTexts(deps, item.phone_hash),
    asked: await askedText(deps, item),
    media: ((await mediaOf(deps.db, [item.sid])).get(item.sid) ?? []).map(({ kind, address }) => ({
      kind,
      address: deps.sealer.unseal(address),
    })),
  }
}

async function askedText(deps: Deps, { study_id, interview_id, question }: InboxRow): Promise<string | undefined> {
  if (study_id === null || interview_id === null || question === null) return undefined
  const found = await readInterview(deps, study_id, interview_id)
  const asked = found?.compiled.question(question)
  if (!found || !asked) return undefined
  const { compiled, interview } = found
  const link = `${deps.config.publicUrl}/i/${deps.tokens.linkFor(study_id, interview_id)}`
  return prompt(compiled, interview, asked, interview.language ?? 'en', { link })
}
