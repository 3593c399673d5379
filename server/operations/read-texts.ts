import type { Deps } from '#server/deps.ts'
import { messagesOf } from '#server/store/conversations.ts'

/** One text of a conversation, in the order they were read. */
export type ShownText = { readonly direction: 'in' | 'out'; readonly text: string; readonly at: Date }

/** What was texted between a number and us. */
export async function readTexts({ db, sealer }: Pick<Deps, 'db' | 'sealer'>, phone: string): Promise<ShownText[]> {
  const messages = await messagesOf(db, sealer.hashPhone(phone))
  return messages.flatMap(({ direction, body, reply, recorded_at: at }) => [
    { direction, text: sealer.unseal(body), at },
    ...(reply ? [{ direction: 'out' as const, text: sealer.unseal(reply), at }] : []),
  ])
}
