import { asideIn } from '#instruments/engine/aside.ts'
import { languages, line } from '#instruments/engine/languages/index.ts'
import { languageOfText, stoppedText } from '#instruments/engine/notices.ts'
import { optIn } from '#instruments/engine/replies/commands.ts'
import type { Thread } from '#server/store/threads.ts'
import type { Asking, InboxItem } from '#server/store/turns.ts'
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
  const others = othersWhoMayText(thread, scene.threads, scene.now)
  return others.length === 0 ? undefined : askAmong(scene, thread, [thread, ...others])
}

/** The same where anybody may be texting who ever did, and not only who is expected now. */
export async function askWhoOf(scene: Scene, thread: Thread): Promise<Answered | undefined> {
  const people = [...Map.groupBy(scene.threads, ({ personId }) => personId)]
    .filter(([personId]) => personId !== null)
    .flatMap(([, [latest]]) => latest ?? [])
  return askAmong(scene, thread, people)
}

async function askAmong(scene: Scene, thread: Thread, people: readonly Thread[]): Promise<Answered | undefined> {
  const { deps, text } = scene
  const asked = askWho(deps, people, await languageOfThread(scene, thread))
  if (!asked) return undefined
  return {
    reply: asked.reply,
    asking: { kind: 'person', options: asked.options, held: deps.sealer.seal(text.body), misses: 0 },
  }
}

/**
 * The answer to "which survey?" or "who is texting?". The text that had to wait for it is then answered. What has nothing
 * to do with the list leaves it waiting.
 */
export async function answerAsked(scene: Scene, asking: Asking): Promise<Answered> {
  const heeded = heedAside(scene, asking)
  if (heeded) return heeded
  const answered = asking.kind === 'study' ? await studyPicked(scene, asking) : await personPicked(scene, asking)
  return { asking: null, ...answered }
}

function heedAside({ deps, text, threads }: Scene, asking: Asking): Answered | undefined {
  const language = threads[0]?.interview.fold.language ?? languageOfText(deps.sealer.unseal(asking.held))
  const [latest] = threads
  const toAPerson = (reason: InboxItem['reason']): Answered => ({
    reply: line(language, 'someoneReads'),
    inbox: { reason, studyId: latest?.wave.study_id ?? null, interviewId: null, question: null },
  })
  const aside = asideIn(text.body, [language, ...Object.keys(languages).filter((code) => code !== language)])
  switch (aside) {
    case 'reaction':
      return { reply: '' }
    case 'opt-out':
      return {
        reply: stoppedText(language),
        asking: null,
        consent: { kind: 'opt-out', how: 'own words', studyId: latest?.wave.study_id ?? null },
      }
    case 'opt-out-in-doubt':
    case 'question':
      return toAPerson(aside)
    case 'help': // the list again is help
    case undefined:
      return undefined
  }
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
  if (asking.misses >= timesAskedAgain)
    return {
      reply: line(language, 'someoneReads'),
      asking,
      inbox: { reason: 'not-understood', studyId: first.wave.study_id, interviewId: null, question: null },
    }
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
  const asksForMore = optIn(held.text.body) !== undefined
  if (person?.stopped)
    return asksForMore
      ? {
          ...(await answerThread(again(scene), person)),
          personId: person.personId,
          consent: { kind: 'opt-in', how: 'texted START', studyId: person.wave.study_id },
        }
      : { reply: '' }
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
