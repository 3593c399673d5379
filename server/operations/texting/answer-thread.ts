import type { Turn as Said } from '#instruments/engine/converse.ts'
import { isOpen } from '#instruments/engine/interview.ts'
import { line } from '#instruments/engine/languages/index.ts'
import { requestIn } from '#instruments/engine/replies/commands.ts'
import { hear } from '#instruments/engine/replies/heard.ts'
import type { Thread } from '#server/store/threads.ts'
import { beginAnew, beginIn } from './begin-anew.ts'
import { named, studiesFor } from './choose-study.ts'
import { type Answered, goingOf, goOn, heedAside } from './go-on.ts'
import { languageOfThread, minutesSilent, type Scene } from './scene.ts'

/** The same words again so soon are a slip of the thumb, or the phone's own repeat. */
const slipSeconds = 2

/** Who texts a study that closed longer ago than that has something new in mind. */
const closedMinutes = 24 * 60

/** A text to an interview of its number, as the interview and its wave stand. */
export async function answerThread(scene: Scene, thread: Thread): Promise<Answered> {
  const { deps, text, now } = scene
  const { status, interview, wave } = thread
  const { study } = await deps.compiledFor(wave)
  const isUnfinished = isOpen(interview.fold)
  const isOver = isUnfinished && interview.seq > 0 && minutesSilent(thread, now) > study.texts.expireAfterDays * 24 * 60
  if (status === 'closed' || (isUnfinished && (status === 'paused' || isOver))) {
    const language = await languageOfThread(scene, thread)
    const aside = await heedAside(deps, goingOf(thread), text, language)
    if (aside) return status === 'closed' ? { ...aside, step: undefined } : aside
    if (status === 'closed') return afterTheWave(scene, thread)
    if (status === 'paused') return { reply: line(language, 'paused') }
    const wanted = await wantedInstead(scene, thread)
    if (wanted) return wanted
    return { reply: line(language, 'expired') }
  }

  const { said, ...answered } = await goOn(deps, goingOf(thread), text)
  if (isSlip(scene, thread, said)) return { reply: '' }
  return (await otherStudyNamed(scene, thread, said)) ?? answered
}

/**
 * Answers count each time ("5", "5"): the second is meant for the next question. What begins an interview, asks for help
 * or was not understood is heard once.
 */
function isSlip({ deps, text, now }: Scene, thread: Thread, said: Said): boolean {
  if (!thread.lastText || minutesSilent(thread, now) * 60 > slipSeconds) return false
  if (!thread.lastText.equals(deps.sealer.hashText(text.body))) return false
  const isFirst = Object.keys(thread.interview.fold.given).length === 0
  return isFirst || !said.happenings.some(({ type }) => answering.has(type))
}

const answering = new Set(['answered', 'skipped', 'refused', 'dont-know', 'went-back', 'language-switched'])

/** Whose interview has expired may name a study, this one or another, ask for the link, or say START: then it goes on. */
async function wantedInstead(scene: Scene, thread: Thread): Promise<Answered | undefined> {
  const { deps, conversation, text } = scene
  const { open } = await studiesFor(deps, conversation.sentTo)
  const other = named(open, text.body)
  if (other) return beginIn(scene, other.fielded, other.rest)
  const { study } = await deps.compiledFor(thread.wave)
  const command = requestIn(hear(text.body), study.languages)?.command
  return command === 'opt-in' || command === 'link' ? goOn(deps, goingOf(thread), text) : undefined
}

/** The keyword of another study, where it is no answer to the question that was asked. */
async function otherStudyNamed(scene: Scene, { wave }: Thread, said: Said): Promise<Answered | undefined> {
  const { deps, conversation, text } = scene
  const [first] = said.happenings
  const isAnswer =
    first && first.type !== 'not-understood' && !(first.type === 'answered' && first.value === text.body.trim())
  if (isAnswer || !/^\W*[\p{L}\p{N}-]+\W*$/u.test(text.body)) return undefined
  const { open } = await studiesFor(deps, conversation.sentTo)
  const other = named(open, text.body)
  return other && other.fielded.wave.id !== wave.id ? beginIn(scene, other.fielded, other.rest) : undefined
}

/** The study's next wave, if one is open; or, after a while, whatever may be meant; or else that it is closed. */
async function afterTheWave(scene: Scene, thread: Thread): Promise<Answered> {
  const { deps, conversation, now, text } = scene
  const { open } = await studiesFor(deps, conversation.sentTo)
  const next = open.find(({ wave }) => wave.study_id === thread.wave.study_id)
  if (next) return beginIn(scene, next, text.body)
  if (named(open, text.body) || minutesSilent(thread, now) > closedMinutes) return beginAnew(scene)
  return { reply: line(await languageOfThread(scene, thread), 'closed') }
}
