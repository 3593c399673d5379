import { line } from '#instruments/engine/languages/index.ts'
import { languageOfText } from '#instruments/engine/notices.ts'
import type { Thread } from '#server/store/threads.ts'
import type { Asking } from '#server/store/turns.ts'
import { answerThread } from './answer-thread.ts'
import { askWho, readWho, somebodyElse } from './ask-who.ts'
import { beginAnew, beginAsStranger, beginIn } from './begin-anew.ts'
import { askWhichStudy, readStudy, studiesFor } from './choose-study.ts'
import { type Answered, goOn } from './go-on.ts'
import { languageOfThread, type Scene } from './scene.ts'
import { othersWhoMayText } from './threads.ts'

/** How often a list is sent again to somebody who picks nothing from it; then a person reads the text. */
const timesAskedAgain = 2

/** Asks who is texting, where a phone has several people and it matters. */
export async function askFirst(scene: Scene, thread: Thread): Promise<Answered | undefined> {
  const { deps, text, threads, now } = scene
  const others = othersWhoMayText(thread, threads, now)
  if (others.length === 0) return undefined
  const asked = askWho(deps, [thread, ...others], await languageOfThread(scene, thread))
  if (!asked) return undefined
  return {
    reply: asked.reply,
    asking: { kind: 'person', options: asked.options, held: deps.sealer.seal(text.body), misses: 0 },
  }
}

/** The answer to "which survey?" or "who is texting?". The text that had to wait for it is then answered. */
export async function answerAsked(scene: Scene, asking: Asking): Promise<Answered> {
  const answered = asking.kind === 'study' ? await studyPicked(scene, asking) : await personPicked(scene, asking)
  return { asking: null, ...answered }
}

async function studyPicked(scene: Scene, asking: Asking): Promise<Answered> {
  const { deps, text, conversation } = scene
  const { open } = await studiesFor(deps, conversation.sentTo)
  const offered = asking.options.flatMap((id) => open.find(({ wave }) => wave.study_id === id) ?? [])
  const [first] = offered
  const held = deps.sealer.unseal(asking.held)
  if (!first) return beginAnew(scene)
  const language = languageOfText(held, first.compiled.study.languages)
  const code = readStudy(offered, text.body, language)
  const chosen = offered.find(({ wave }) => wave.study_id === code)
  if (chosen) return beginIn(scene, chosen, held)
  if (asking.misses >= timesAskedAgain) return beginIn(scene, first, held)
  return { reply: askWhichStudy(offered, language).reply, asking: { ...asking, misses: asking.misses + 1 } }
}

async function personPicked(scene: Scene, asking: Asking): Promise<Answered> {
  const { deps, text, threads, phoneHash } = scene
  const cases = async () => deps.conversations.casesOf(phoneHash)
  const asked = (known: readonly Thread[]) =>
    asking.options.flatMap((id) => known.find(({ interview }) => interview.id === id) ?? [])
  const inThreads = asked(threads)
  const people = inThreads.length > 0 ? inThreads : asked(await cases())
  const [latest] = people
  if (!latest) return beginAnew(scene)
  const language = await languageOfThread(scene, latest)
  const code = readWho(deps, people, text.body, language)
  const held = { ...scene, text: { ...text, body: deps.sealer.unseal(asking.held) } }

  if (code === somebodyElse) {
    const stranger = threads.find(({ personId, wave }) => personId === null && wave.id === latest.wave.id)
    return stranger ? answerThread(again(scene), stranger) : beginAsStranger(held, latest, held.text.body)
  }
  const person = people.find(({ interview }) => interview.id === code)
  if (person?.lastAt === null) return goOn(deps, { ...person, isKnown: false }, held.text)
  // What waited was meant for the one who was written to last; another is asked their own question again.
  if (person) return answerThread(person === latest || person.interview.seq === 0 ? held : again(scene), person)
  if (asking.misses < timesAskedAgain)
    return {
      reply: askWho(deps, people, language)?.reply ?? '',
      asking: { ...asking, misses: asking.misses + 1 },
    }
  return {
    reply: line(language, 'someoneReads'),
    asking,
    inbox: { reason: 'not-understood', studyId: latest.wave.study_id, interviewId: null, question: null },
  }
}

/** Asks the open question again, whatever the text was. */
function again(scene: Scene): Scene {
  return { ...scene, text: { ...scene.text, body: 'START' } }
}
