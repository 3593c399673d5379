import { isOpen } from '#instruments/engine/interview.ts'
import type { Deps } from '#server/deps.ts'
import type { Conversation } from '#server/store/conversations.ts'
import type { Thread } from '#server/store/threads.ts'

/** A text as it came in. */
export type IncomingText = {
  /** The carrier's id of it: a repeat has the same. */
  readonly sid: string
  /** The sender, in E.164. */
  readonly from: string
  /** Our own number, in E.164 or a short code. */
  readonly to: string
  readonly body: string
  readonly hasMedia: boolean
  /** Pictures and the like: what they are ('image/jpeg'), and where the carrier keeps them. */
  readonly media?: readonly { readonly kind: string; readonly address: string }[]
  /** What the carrier took it for, and has answered itself. */
  readonly carrierWord?: 'STOP' | 'START' | 'HELP' | undefined
}

/** All that one text is answered with. */
export type Scene = {
  readonly deps: Deps
  readonly text: IncomingText
  readonly phoneHash: Buffer
  readonly conversation: Conversation
  /** The interviews that the number is in, as far as the number of ours that it texted to has to do with them. */
  readonly threads: readonly Thread[]
  readonly now: Date
}

/** The language in which an interview of a number is held, or would be. */
export async function languageOfThread({ deps }: Pick<Scene, 'deps'>, thread: Thread): Promise<string> {
  const { study } = await deps.compiledFor(thread.wave)
  const { language } = thread.interview.fold
  const ofCase = thread.language !== null && study.languages.includes(thread.language) ? thread.language : undefined
  return language ?? ofCase ?? study.languages[0] ?? 'en'
}

/** Whether answers may still come: neither the wave nor the interview is over. */
export function isLive({ status, interview }: Thread): boolean {
  return status !== 'closed' && isOpen(interview.fold)
}

export function minutesSilent({ lastAt }: Thread, now: Date): number {
  return lastAt ? (now.getTime() - lastAt.getTime()) / 60_000 : Infinity
}
