import type { Value } from '#instruments/engine/events.ts'
import { languageOf } from '#instruments/engine/languages/index.ts'
import type { Question } from '#instruments/engine/question.ts'
import type { Carrier } from '#server/simulation/carrier/carrier.ts'
import { drawOne, type Random, randomFrom } from '#server/simulation/random.ts'
import { type Phone, phoneOf } from './phone.ts'
import type { PhoneView } from './phone-view.ts'

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
  /** The answers that were taken: what was asked afterwards shows it. */
  readonly given: ReadonlyMap<string, Value>
  readonly outOfOrder: number
  /** Questions that were asked again although the answer to them was understood. */
  readonly askedAgain: readonly string[]
  /** How many texts the carrier had taken from either side when the opt-out was acknowledged; none where there was none. */
  readonly stoppedAt: number | undefined
}

/**
 * One resident from the first text to the end of the interview or to an opt-out, reading nothing but the phone. Who gets
 * no reply asks for the question again later, and answers what is asked then. Who opted out texts on, and should hear
 * nothing.
 */
export async function live(
  carrier: Carrier,
  { number, language, view, seed }: { number: string; language: string; view: PhoneView; seed: string },
): Promise<Lived> {
  const random = randomFrom(seed, number)
  const phone = phoneOf(carrier, number, random)
  const given = new Map<string, Value>()
  const askedAgain: string[] = []
  let outOfOrder = 0
  const ended = (stoppedAt?: number): Lived => ({ phone, given, outOfOrder, askedAgain, stoppedAt })
  const stopsAt = random() < shareOptingOut ? 1 + Math.floor(random() * 20) : Infinity
  const babblesAt = random() < shareBabbling ? 3 + Math.floor(random() * 15) : Infinity

  const hello = languageOf(language).name
  let reply = (await phone.send(hello)) || (await phone.insist(hello))
  for (let n = 1; ; n++) {
    const question = view.asked(reply)
    if (!question) return ended()
    if (n === stopsAt) return ended(await stop(carrier, phone, drawOne(random, stopWords[language] ?? ['STOP'])))
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
