import type { Code, Question } from '#instruments/engine/question.ts'
import type { Said } from './answers.ts'
import { drawOne, type Random } from './random.ts'

/** A choice as the text listed it: its number and its words. */
export type Listed = { readonly number: number; readonly code: Code; readonly label: string }

/** The first text of somebody who has heard of the survey, by the language they want. */
const greetings: Readonly<Record<string, readonly string[]>> = {
  en: ['hi', 'Hello', 'survey', 'I got your card in the mail', 'start the survey please'],
  es: ['Español', 'en español', 'español'],
}
const leavingOut: Readonly<Record<string, readonly string[]>> = {
  en: ['skip', 'SKIP', 'Skip'],
  es: ['saltar', 'SALTAR', 'Saltar'],
}
const notKnowing: Readonly<Record<string, readonly string[]>> = {
  en: ["don't know", 'not sure'],
  es: ['no sé', 'no se'],
}
/** What nothing can be made of. */
const nonsense = ['??', 'purple monkey', 'jajaja que', 'asdf', 'my cousin said hey']

export const greetingIn = (language: string, random: Random) => drawOne(random, greetings[language] ?? [language])
export const nonsenseOf = (random: Random) => drawOne(random, nonsense)

/** An answer as somebody types it on a phone: mostly the number, sometimes the words, in their own spelling. */
export function typed(
  said: Said,
  question: Question,
  listed: readonly Listed[],
  language: string,
  random: Random,
): string {
  if (said.kind !== 'answered') {
    const words = said.kind === 'dont-know' ? notKnowing : leavingOut
    return drawOne(random, words[language] ?? words['en'] ?? [])
  }
  const codes: readonly Code[] = typeof said.value === 'object' ? said.value : [said.value]
  const chosen = codes.flatMap((code) => listed.find((choice) => choice.code === code) ?? [])
  if (chosen.length < codes.length) return inWords(question, codes)
  const numbers = chosen.map(({ number }) => number)
  if (chosen.length > 1) return numbers.join(random() < 0.5 ? ' ' : ', ')
  const label = chosen[0]?.label ?? ''
  const style = random()
  if (style < 0.72) return String(numbers[0])
  if (style < 0.8) return `${numbers[0]}.`
  if (style < 0.88) return ` ${numbers[0]} `
  return style < 0.94 ? label : label.toLowerCase()
}

/** Where no list was sent: a name from a long list, or free words. */
function inWords(question: Question, codes: readonly Code[]): string {
  const [code] = codes
  const choice = 'choices' in question ? question.choices.find((choice) => choice.code === code) : undefined
  return choice ? (choice.label['default'] ?? String(code)) : codes.join(' ')
}
