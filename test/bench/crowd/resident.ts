import { setTimeout as sleep } from 'node:timers/promises'
import type { Value } from '#instruments/engine/events.ts'
import { languageOf } from '#instruments/engine/languages/index.ts'
import type { Question } from '#instruments/engine/question.ts'
import type { Carrier } from '#server/simulation/carrier/carrier.ts'
import { drawOne, type Random } from '#server/simulation/random.ts'
import type { Phone } from './phone.ts'
import type { PhoneView } from './phone-view.ts'
import type { Resident } from './residents.ts'

/** Of all answers: those that are under way together with another text of the same phone. */
const shareOutOfOrder = 0.01
/** Of all residents. */
const shareOptingOut = 0.05
const shareBabbling = 0.05

/** Words of the carrier's, and words of one's own. */
const stopWords: Readonly<Record<string, readonly string[]>> = {
  en: ['STOP', 'please stop texting me', 'leave me alone'],
  es: ['stop', 'no más', 'déjenme en paz'],
  'zh-hans': ['STOP', '退订'],
  'zh-hant': ['STOP', '我要退訂'],
  ru: ['Stop', 'хватит', 'оставьте меня в покое'],
  bn: ['STOP', 'আমাকে একা থাকতে দিন'],
  ht: ['STOP', 'kite m trankil'],
  ko: ['STOP', '중단해 주세요'],
  ar: ['STOP', 'توقفوا', 'اتركوني'],
  ur: ['STOP', 'مجھے اکیلا چھوڑ دیں'],
  fr: ['unsubscribe', 'laissez-moi tranquille'],
  pl: ['STOP', 'zostawcie mnie w spokoju'],
}

/** What became of one resident, as the phone shows it. */
export type Lived = {
  readonly phone: Phone
  readonly resident: Resident
  /** The answers that were taken: what was asked afterwards shows it. */
  readonly given: ReadonlyMap<string, Value>
  readonly outOfOrder: number
  /** Questions that were asked again although the answer to them was understood. */
  readonly askedAgain: readonly string[]
  /** How many texts the carrier had taken from either side when the opt-out was acknowledged; none where there was none. */
  readonly stoppedAt: number | undefined
  /** Whether an interview has begun, if only to be stopped, and whether it came to its last words. */
  readonly begun: boolean
  readonly finished: boolean
}

/** What residents live among. */
export type World = {
  readonly carrier: Carrier
  /** When nothing is waited for any more, and no more questions are answered. */
  readonly over: AbortSignal
  readonly viewIn: (language: string) => PhoneView
  /** Has the office take down that somebody wants no more texts, as at the door. */
  readonly refuseElsewhere: (number: string) => Promise<void>
}

/**
 * One resident from the first text to the end of the interview or to an opt-out, reading nothing but the phone. Who gets
 * no reply asks for the question again later, and answers what is asked then. Who opted out texts on, and should hear
 * nothing.
 */
export async function live(world: World, resident: Resident, phone: Phone, random: Random): Promise<Lived> {
  const { carrier, over } = world
  const { language, part } = resident
  const nothing = { given: new Map(), outOfOrder: 0, askedAgain: [], begun: false, finished: false }
  const lived = (what: Partial<Lived> = {}): Lived => ({ phone, resident, stoppedAt: undefined, ...nothing, ...what })
  const words = drawOne(random, stopWords[language] ?? ['STOP'])

  if (part === 'refuses-elsewhere') {
    await sleep(random() * 20_000)
    await world.refuseElsewhere(phone.number)
    return lived({ stoppedAt: await textOn(carrier, phone) })
  }
  if (part !== 'texts-first') {
    const invitation = await phone.next(over)
    const text = part === 'waits-for-reminder' || part === 'stays-silent' ? await phone.next(over) : invitation
    if (text === undefined || part === 'stays-silent') {
      await phone.next(over)
      return lived()
    }
    if (part === 'refuses') return lived({ stoppedAt: await stop(carrier, phone, words), begun: true })
  }
  return lived({ ...(await beInterviewed(world, resident, phone, random, words)), begun: true })
}

async function beInterviewed(
  { carrier, over, viewIn }: World,
  { language }: Resident,
  phone: Phone,
  random: Random,
  words: string,
): Promise<Pick<Lived, 'given' | 'outOfOrder' | 'askedAgain' | 'stoppedAt' | 'finished'>> {
  const view = viewIn(language)
  const given = new Map<string, Value>()
  const askedAgain: string[] = []
  let outOfOrder = 0
  const ended = (stoppedAt?: number) => ({
    given,
    outOfOrder,
    askedAgain,
    stoppedAt,
    finished: stoppedAt === undefined,
  })
  const stopsAt = random() < shareOptingOut ? 1 + Math.floor(random() * 20) : Infinity
  const babblesAt = random() < shareBabbling ? 3 + Math.floor(random() * 15) : Infinity

  const hello = languageOf(language).name
  let reply = (await phone.send(hello)) || (await phone.insist(hello))
  for (let n = 1; ; n++) {
    const question = view.asked(reply)
    if (!question) return ended()
    if (over.aborted) return { ...ended(), finished: false }
    if (n === stopsAt) return ended(await stop(carrier, phone, words))
    if (n === babblesAt && 'choices' in question) {
      reply = (await phone.send('purple monkey')) || (await phone.insist('START'))
      continue
    }
    const { body, value } = answerTo(question, view, reply, random)
    const isRaced = random() < shareOutOfOrder
    if (isRaced) outOfOrder++
    const [answer] = await Promise.all([phone.send(body), isRaced ? phone.send('START') : undefined])
    reply = answer || (await phone.insist('START'))
    const asked = view.asked(reply)?.name
    if (value === undefined) continue
    if (asked !== question.name) given.set(question.name, value)
    if (answer && asked !== undefined && (given.has(asked) || asked === question.name)) askedAgain.push(asked)
  }
}

/** Says stop until it is heard, then goes on as people do who changed their mind about nothing. */
async function stop(carrier: Carrier, phone: Phone, words: string): Promise<number> {
  if ((await phone.send(words)) === undefined) await phone.insist(words, 'silence')
  await phone.settle() // a repeat of these words is confirmed as they were
  return textOn(carrier, phone)
}

/** @returns how many texts the carrier had taken before */
async function textOn(carrier: Carrier, phone: Phone): Promise<number> {
  const stoppedAt = carrier.texts.length
  if ((await phone.send('1')) === undefined) await phone.insist('1', 'silence')
  await phone.send('hello?')
  await phone.repeatFirst()
  return stoppedAt
}

/** Something to answer, by number where numbers are listed; without a value where it only leads to another list. */
function answerTo(
  question: Question,
  view: PhoneView,
  text: string,
  random: Random,
): { readonly body: string; readonly value: Value | undefined } {
  const lines = view.lines(text, question)
  if (lines.length > 0) {
    // What has to be agreed to is agreed to.
    const yes = question.required && lines.find(({ code }) => code === true)
    const { number, code, words } = yes || drawOne(random, lines)
    // "2" would be two answers where "1) Precinct 2" stands before "2) Precinct 3".
    const isClear = lines.every((line) => !line.words.split(/[^\d]+/).includes(String(number)))
    return {
      body: isClear ? String(number) : words,
      value: question.kind === 'multiple' && typeof code === 'string' ? [code] : code,
    }
  }
  const body = question.kind === 'comment' ? 'More light at the corner' : drawOne(random, ['00001', '00002'])
  return { body, value: body }
}
