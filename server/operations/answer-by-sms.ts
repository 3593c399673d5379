import { optOut } from '#instruments/engine/replies/commands.ts'
import type { Deps } from '#server/deps.ts'
import { isUniqueViolation } from '#server/store/database.ts'
import { keepMedia } from '#server/store/message-media.ts'
import { answerTo } from './texting/answer.ts'
import type { IncomingText } from './texting/scene.ts'

export type { IncomingText } from './texting/scene.ts'

const attempts = 20

/**
 * One incoming text, start to finish: record it, take the answer, move the projection, and keep the reply beside it.
 * All of it is one write, so a repeat of the same text finds its reply and changes nothing. The texts of one number are
 * answered in the order they came; where another process was faster, the text is read again.
 *
 * @returns the reply; empty when nothing is to be said
 */
export async function answerBySms(deps: Deps, text: IncomingText): Promise<string> {
  const cameAt = performance.now()
  const reply = await deps.inTurn(text.from, () => answerInTurn(deps, text, cameAt))
  await keepWhatCame(deps, text)
  return reply
}

/** After the text is answered: few have any, a repeat brings them again, and no answer is held up for them. */
async function keepWhatCame({ db, sealer, log }: Deps, { sid, media = [] }: IncomingText): Promise<void> {
  const sealed = media.map(({ kind, address }) => ({ kind, address: sealer.seal(address) }))
  await keepMedia(db, sid, sealed).catch((error: unknown) => log.error({ err: error }, 'media of a text not kept'))
}

async function answerInTurn(deps: Deps, text: IncomingText, cameAt: number): Promise<string> {
  const phoneHash = deps.sealer.hashPhone(text.from)
  for (let attempt = 0; attempt < attempts; attempt++) {
    const conversation = await deps.conversations.read({ phoneHash, sid: text.sid, to: text.to, cameAt })
    const { storedReply, refusal } = conversation
    if (storedReply !== undefined) {
      // A repeat may come late: after an opt-out nothing is said but what confirms it.
      const isSaid = storedReply !== null && (!refusal || optOut(text.body) === 'plain')
      return isSaid ? deps.sealer.unseal(storedReply) : ''
    }

    const { reply, ...turn } = await answerTo(deps, conversation, text, phoneHash)
    const message = {
      sid: text.sid,
      phoneHash,
      body: deps.sealer.seal(text.body),
      reply: reply === '' ? null : deps.sealer.seal(reply),
      at: deps.now(),
      hash: deps.sealer.hashText(text.body),
      refusal: refusal?.id,
    }
    try {
      if (await deps.conversations.record({ text: message, ...turn })) return reply
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new Error('A conversation kept changing while a text was being answered')
}
