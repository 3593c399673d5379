import { line } from '#instruments/engine/languages/index.ts'
import { stoppedText } from '#instruments/engine/notices.ts'
import { optIn, optOut } from '#instruments/engine/replies/commands.ts'
import type { Deps } from '#server/deps.ts'
import type { Conversation } from '#server/store/conversations.ts'
import type { Thread } from '#server/store/threads.ts'
import { askFirst, answerAsked, askWhoOf } from './ask-first.ts'
import { answerThread } from './answer-thread.ts'
import { beginAnew } from './begin-anew.ts'
import { type Answered, goingOf, goOn } from './go-on.ts'
import { type IncomingText, isLive, languageOfThread, type Scene } from './scene.ts'
import { othersWhoMayText, threadMeant, threadsHeardAt, underWayBeside } from './threads.ts'

/** What a new text leads to. The ledger comes first: who has opted out hears nothing until they ask for more. */
export async function answerTo(
  deps: Deps,
  conversation: Conversation,
  text: IncomingText,
  phoneHash: Buffer,
): Promise<Answered> {
  const { sentTo } = conversation
  const threads = threadsHeardAt(conversation.threads, sentTo)
  const scene: Scene = { deps, text, phoneHash, conversation, threads, now: deps.now() }
  const thread = threadMeant(threads, scene.now)
  const studyId = thread?.wave.study_id ?? sentTo

  const isPicking = conversation.asking !== undefined && !conversation.refusal
  if (conversation.refusal || (thread?.stopped && !isPicking)) {
    // A START that was held up on its way to us was said before the stop: the last word is the stop.
    const asksForMore = text.carrierWord === 'START' || optIn(text.body) !== undefined
    if (!asksForMore || conversation.refusal?.cameLater) return stoppedAgain(text, studyId)
    return startedAgain({ ...scene, text: { ...text, body: 'START' } }, thread, studyId)
  }
  const stop = text.carrierWord === 'STOP' ? 'carrier' : optOut(text.body)
  if (stop) {
    const how = stop === 'carrier' ? 'carrier keyword' : 'own words'
    const consent = { kind: 'opt-out', how, studyId } as const
    return { ...(await stopped(scene, thread, stop)), consent, ...(conversation.asking && { asking: null }) }
  }
  // The carrier has given its own help, and has welcomed back whoever texted START to it.
  if (text.carrierWord === 'HELP') return { reply: '', ...(thread && { thread: threadIdOf(thread) }) }
  return answerHeeded(text.carrierWord === 'START' ? { ...scene, text: { ...text, body: 'START' } } : scene, thread)
}

function threadIdOf({ wave, interview }: Thread): NonNullable<Answered['thread']> {
  return { studyId: wave.study_id, interviewId: interview.id, seq: interview.seq }
}

/** On a phone of several people only the number is taken back by whoever says START; then it matters who that is. */
async function startedAgain(scene: Scene, thread: Thread | undefined, studyId: string | null): Promise<Answered> {
  const consent = { kind: 'opt-in', how: 'texted START', studyId } as const
  const people = new Set(scene.threads.flatMap(({ personId }) => personId ?? []))
  const asked = thread && people.size > 1 ? await askWhoOf(scene, thread) : undefined
  if (asked) return { ...asked, personId: null, consent }
  const answered = await answerHeeded(scene, thread)
  return { ...answered, personId: answered.personId ?? thread?.personId ?? null, consent }
}

/** Who says stop once more may have asked for texts on another phone since: that too is over, without a word of ours. */
function stoppedAgain({ carrierWord, body }: IncomingText, studyId: string | null): Answered {
  const stop = carrierWord === 'STOP' || optOut(body) !== undefined
  return { reply: '', ...(stop && { consent: { kind: 'opt-out', how: 'stop once more', studyId } }) }
}

/** Ends the interview with it where one is open and it is certain whose it is; the ledger counts in any case. */
async function stopped(scene: Scene, thread: Thread | undefined, stop: 'carrier' | 'plain'): Promise<Answered> {
  const { deps, text, threads, now } = scene
  if (!thread) return { reply: stop === 'plain' ? stoppedText() : '' }
  const isCertain = othersWhoMayText(thread, threads, now).length === 0
  if (isCertain && isLive(thread))
    return goOn(deps, goingOf(thread), stop === 'carrier' ? { ...text, body: 'STOP' } : text)
  return {
    reply: stop === 'plain' ? stoppedText(await languageOfThread(scene, thread)) : '',
    personId: isCertain ? thread.personId : null,
  }
}

/** A text of somebody who may be answered. */
async function answerHeeded(scene: Scene, thread: Thread | undefined): Promise<Answered> {
  const { conversation, text } = scene
  if (conversation.asking) return answerAsked(scene, conversation.asking)
  if (!thread) return beginAnew(scene)
  if (text.hasMedia && text.body.trim() === '' && isLive(thread)) return picture(scene, thread)
  return (await askFirst(scene, thread)) ?? answerThread(scene, underWayBeside(thread, scene.threads) ?? thread)
}

/** Nobody here opens pictures: a person may, and the question stands. */
async function picture(scene: Scene, thread: Thread): Promise<Answered> {
  const { wave, interview } = thread
  return {
    reply: line(await languageOfThread(scene, thread), 'noPictures'),
    thread: threadIdOf(thread),
    inbox: {
      reason: 'media',
      studyId: wave.study_id,
      interviewId: interview.seq > 0 ? interview.id : null,
      question: interview.fold.awaiting,
    },
  }
}
