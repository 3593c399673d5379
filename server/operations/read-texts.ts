import type { Deps } from '#server/deps.ts'
import { messagesOf } from '#server/store/conversations.ts'

/** What was texted between a number and us, oldest first. */
export async function readTexts(
  { db, sealer }: Pick<Deps, 'db' | 'sealer'>,
  phone: string,
): Promise<{ direction: 'in' | 'out'; text: string }[]> {
  const messages = await messagesOf(db, sealer.hashPhone(phone))
  return messages.flatMap(({ direction, body, reply }) => [
    { direction, text: sealer.unseal(body) },
    ...(reply ? [{ direction: 'out' as const, text: sealer.unseal(reply) }] : []),
  ])
}
