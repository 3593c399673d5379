import { type Label, wordsOf } from './labels.ts'
import type { Listening } from './listening.ts'
import { only, type Pick } from './pick.ts'
import { is, type Token } from './tokens.ts'
import { isFormOf } from './typos.ts'

/** A word for yes or no means only a choice that says just that: "no" is not "some college, no degree". */
export function byYesOrNo({ labels, atHome }: Listening, telling: readonly Token[]): Pick | undefined {
  for (const role of ['yes', 'no'] as const) {
    const isSaid = (token: Token) => is(token, role) || (atHome && telling.length === 1 && is(token, `${role}Here`))
    if (!telling.every(isSaid)) continue
    const saying = labels.filter(({ tokens }) => tokens.every((token) => is(token, role)))
    const stronger = labels.filter(({ tokens }) => tokens.every((token) => is(token, role) || is(token, 'very')))
    const said = wordsOf(telling)
    const literal = saying.filter((label) => saysContent(label, said))
    if (literal.length === 1) return only(literal)
    if (saying.length > 0) return only(new Set([...saying, ...stronger])) // "no" is "disagree", and how strongly?
    const opening = labels.filter(
      ({ tokens, opening }) => tokens[0] && is(tokens[0], role) && tokens[0].text === opening,
    )
    return only(opening)
  }
  return undefined
}

/** Whether a reply has what a choice says beside its yes or no, in any form: "согласна" of "Согласен". */
function saysContent({ tokens }: Label, said: readonly string[]): boolean {
  const content = wordsOf(tokens.filter((token) => !is(token, 'filler')))
  const isSaid = (word: string) =>
    said.some((other) => other === word || isFormOf(other, word)) ||
    (/\p{Script=Han}/u.test(word) && said.join('').includes(word))
  return content.some((word) => word.length > 1 && !plainNoes.has(word)) && content.every(isSaid)
}

/** A bare no says nothing that a choice has to say again. */
const plainNoes: ReadonlySet<string> = new Set(
  'no not non pas ne nie не нет pa 不 否 没 لا না নয় 아니 نہیں نهين'.split(' '),
)

/** Whether some choice has all of these words beside others: "not at all" is no plain no beside "Not at all likely". */
export function saysOther({ labels }: Listening, words: readonly string[]): boolean {
  return words.length > 1 && labels.some((label) => words.every((word) => label.words.includes(word)))
}

/** The choice that says just the yes or no that some words do. */
export function byYesOrNoLabel(listening: Listening, telling: readonly Token[]): Label | undefined {
  const picked = telling.length > 0 ? byYesOrNo(listening, telling) : undefined
  return picked && 'choice' in picked ? listening.labels.find(({ choice }) => choice === picked.choice) : undefined
}
