import type { Deps } from '#server/deps.ts'
import { textsWith } from '#server/store/conversations.ts'

/** A text with a number, in clear: for the desk's eyes, never for a log. */
export type ReadText = { readonly direction: 'in' | 'out'; readonly text: string; readonly at: Date }

/** What was texted between a number and us, oldest first. */
export async function readTexts({ db, sealer }: Pick<Deps, 'db' | 'sealer'>, phoneHash: Buffer): Promise<ReadText[]> {
  const texts = await textsWith(db, phoneHash)
  return texts.map(({ direction, body, at }) => ({ direction, text: sealer.unseal(body), at }))
}
