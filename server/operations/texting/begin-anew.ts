import { randomUUID } from 'node:crypto'
import { closedText, languageOfText } from '#instruments/engine/notices.ts'
import { type Thread, unbegun } from '#server/store/threads.ts'
import { askWho } from './ask-who.ts'
import { askWhichStudy, named, studiesFor } from './choose-study.ts'
import { type Answered, goingOf, goOn } from './go-on.ts'
import { languageOfThread, type Scene } from './scene.ts'

/** A text of a number that is in no interview: to the study it names, to the only one there is, or to one it chooses. */
export async function beginAnew(scene: Scene): Promise<Answered> {
  const { deps, conversation, text } = scene
  const { open, paused } = await studiesFor(deps, conversation.sentTo)
  const wanted = named(open, text.body)
  if (wanted) return beginIn(scene, wanted.fielded, wanted.rest)
  const [only, ...more] = open
  if (!only) return { reply: closedText(text.body, undefined, paused.length > 0 ? 'paused' : 'closed') }
  if (more.length === 0) return beginIn(scene, only, text.body)
  const spoken = [...new Set(open.flatMap(({ compiled }) => compiled.study.languages))]
  const { reply, options } = askWhichStudy(open, languageOfText(text.body, spoken))
  return { reply, asking: { kind: 'study', options, held: deps.sealer.seal(text.body), misses: 0 } }
}

/** In a study: goes on where the number was, else begins the interview of the case that it belongs to, or a stranger's. */
export async function beginIn(scene: Scene, { wave }: Pick<Thread, 'wave'>, body: string): Promise<Answered> {
  const { deps, phoneHash, text, threads } = scene
  const before = threads.find((thread) => thread.wave.id === wave.id)
  if (before) return goOn(deps, goingOf(before), { from: text.from, body: 'START' })
  const cases = (await deps.conversations.casesOf(phoneHash)).filter(
    (known) => known.wave.id === wave.id && !known.stopped,
  )
  const [only, ...more] = cases
  const asked = only && more.length > 0 ? askWho(deps, cases, await languageOfThread(scene, only)) : undefined
  if (asked) {
    const { reply, options } = asked
    return { reply, asking: { kind: 'person', options, held: deps.sealer.seal(body), misses: 0 } }
  }
  return only
    ? goOn(deps, { ...only, isKnown: false }, { from: text.from, body })
    : beginAsStranger(scene, { wave }, body)
}

/** Begins an interview that belongs to a number alone. */
export async function beginAsStranger(scene: Scene, { wave }: Pick<Thread, 'wave'>, body: string): Promise<Answered> {
  const { deps, text } = scene
  const stranger = {
    wave,
    interview: unbegun(wave, randomUUID(), null),
    personId: null,
    language: null,
    isKnown: false,
  }
  return goOn(deps, stranger, { from: text.from, body })
}
