import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import type { Compiled } from '#instruments/engine/compile.ts'
import { withPlainSigns } from '#instruments/engine/prompts/ready-to-text.ts'
import { inLanguage, type Question } from '#instruments/engine/question.ts'
import type { Answerer } from './answers.ts'
import { type Ask, unescaped } from './loopback.ts'
import { type Random, randomFrom } from './random.ts'
import type { Resident } from './residents.ts'
import { hexFrom } from './uuid.ts'
import { greetingIn, type Listed, nonsenseOf, typed } from './wording.ts'

/** Residents who once type what nobody understands, and residents who tell us to stop. */
const shareNonsense = 0.04
const shareStopping = 0.015

/** Where texts are posted as Twilio would: signed for the address that residents and Twilio know. */
export type Carrier = { readonly authToken: string; readonly publicUrl: string }

/**
 * One resident answers by text, reading nothing but the replies: which question they ask and how its choices are
 * numbered. Ends with the interview, with STOP, or when the resident puts the phone away.
 *
 * @param phone  from a range that no telephone can have, see `phoneOf`
 * @param key    tells the waves apart: a text of another wave is another text
 * @throws Error when a reply is no TwiML or asks nothing that the study asks
 */
export async function answerByText(
  ask: Ask,
  carrier: Carrier,
  compiled: Compiled,
  resident: Resident,
  answer: Answerer,
  { phone, key }: { phone: string; key: string },
): Promise<void> {
  const random = randomFrom(key, 'text', resident.number)
  const text = (body: string) => send(ask, carrier, { From: phone, Body: body, MessageSid: `SM${hexFrom(random, 32)}` })
  const stopsAt = random() < shareStopping ? 4 + Math.floor(random() * 15) : Infinity
  const babblesAt = random() < shareNonsense ? 3 + Math.floor(random() * 10) : Infinity
  const asks = questionsByTitle(compiled, resident.language)

  let reply = await text(greetingIn(resident.language, random))
  for (let asked = 1; asked < resident.leavesAt; asked++) {
    const question = asks(reply)
    if (!question) return
    if (asked === stopsAt) {
      await text('STOP')
      return
    }
    if (asked === babblesAt && 'choices' in question) reply = await text(nonsenseOf(random))
    reply = await text(replyTo(reply, question, resident, answer, random))
  }
}

function replyTo(text: string, question: Question, resident: Resident, answer: Answerer, random: Random): string {
  const listed = listedIn(text, question, resident.language)
  const offered = listed.length > 0 || !('choices' in question) ? listed : question.choices
  const said = answer(
    resident,
    question,
    offered.map(({ code }) => code),
  )
  return typed(said, question, listed, resident.language, random)
}

/** Numbered lines of a text, each with the choice whose words stand there. */
function listedIn(text: string, question: Question, language: string): Listed[] {
  const choices = 'choices' in question ? question.choices : []
  return [...text.matchAll(/^(\d+)\) (.+)$/gm)].flatMap(([, number, words]) => {
    const choice = choices.find(
      ({ label }) => withPlainSigns(inLanguage(label, language)) === withPlainSigns(words ?? ''),
    )
    return choice ? [{ number: Number(number), code: choice.code, label: inLanguage(choice.label, language) }] : []
  })
}

/** Finds the question that a text asks: the one whose wording stands in it, the last if several do. */
function questionsByTitle({ questions }: Compiled, language: string): (text: string) => Question | undefined {
  const titles = questions.map((question) => ({
    question,
    title: withPlainSigns(inLanguage(question.part?.label ?? question.textTitle ?? question.title, language)),
  }))
  return (text) => {
    const asked = titles
      .map(({ question, title }) => ({ question, at: withPlainSigns(text).lastIndexOf(title), length: title.length }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at - a.at || b.length - a.length)
    return asked[0]?.question
  }
}

async function send(ask: Ask, { authToken, publicUrl }: Carrier, fields: Record<string, string>): Promise<string> {
  const sent = { To: '+15555550100', NumMedia: '0', ...fields }
  const signature = getExpectedTwilioSignature(authToken, `${publicUrl}/twilio/sms`, sent)
  const headers = { 'x-twilio-signature': signature }
  const { status, body } = await ask('POST', '/twilio/sms', { form: new URLSearchParams(sent), headers })
  if (status !== 200 || !body.includes('<Response')) throw new Error(`A text was answered ${status}`)
  return unescaped(/<Message>([\s\S]*?)<\/Message>/.exec(body)?.[1] ?? '')
}

/**
 * The number of a simulated resident. North American area codes begin with 2 to 9, so nobody can have +1 1…, and no
 * text to one could be delivered.
 */
export function phoneOf(waveNumber: number, resident: number): string {
  return `+11${String(waveNumber % 1000).padStart(3, '0')}${String(resident).padStart(6, '0')}`
}
