import type { Sense, Vocabulary } from '../languages/vocabulary.ts'
import type { Choice } from '../question.ts'
import type { Pick } from './pick.ts'
import { type Heard, hear, hearPart } from './heard.ts'
import { wordsOf } from './labels.ts'
import { heardTokens, type Listening } from './listening.ts'
import { plain } from './plain.ts'
import { takenBack } from './taken-back.ts'
import { is, isYear, type Token, tokensOf } from './tokens.ts'

/**
 * What takes the place of what went before it: "3" of "2, I mean 3", "4" of "oops 4".
 *
 * @param mayBeNo  whether a word for no may be one of these: not where it may be the answer
 */
export function corrected(heard: Heard, vocabulary: Vocabulary, mayBeNo: boolean): Heard | undefined {
  const second = takenBack(heard, vocabulary)
  if (second) return second
  const tokens = tokensOf(heard.said, vocabulary)
  const corrects = (sense: Sense | undefined) =>
    sense?.roles.has('correction') === true && (mayBeNo || !sense.roles.has('no'))
  const at = tokens.findLastIndex(({ sense }, i) => i < tokens.length - 1 && corrects(sense))
  if (at < 0) return undefined
  const words = heard.text.split(/\s+/)
  for (let from = words.length - 2; from >= 0; from--)
    for (let to = from + 1; to < words.length; to++) {
      const rest = words.slice(to).join(' ')
      if (corrects(vocabulary.lexicon.get(plain(words.slice(from, to).join(' ')))) && plain(rest) !== '')
        return hear(rest)
    }
  return hear(textOf(tokens.slice(at + 1))) // no spaces around it: "3打错了4"
}

/** What stands before the reason for it: "4" of "4 because they help". */
export function unexplained(heard: Heard, vocabulary: Vocabulary): Heard | undefined {
  const tokens = tokensOf(heard.said, vocabulary)
  const at = tokens.findIndex((token) => is(token, 'because'))
  return at > 0 ? hear(textOf(tokens.slice(0, at))) : undefined
}

type Clause = {
  /** Without what denies it. */
  readonly heard: Heard
  readonly isDenied: boolean
  readonly whole: Heard
  /** Whether the word that denies it may as well be an answer: "drugs, no, noise". */
  readonly mayAnswer: boolean
}

/**
 * The one choice that a reply of several clauses means: the others only explain it ("noise! can't sleep"), or deny
 * another choice ("not noise, drugs").
 */
export function pickFromClauses(
  listening: Listening,
  heard: Heard,
  pick: (heard: Heard) => Pick,
): { readonly choice: Choice } | undefined {
  const explained = unexplained(heard, listening.vocabulary)
  if (explained) {
    const picked = pick(explained)
    return 'choice' in picked ? picked : undefined
  }
  const apart = written(listening, heard)
  const together = spoken(listening, heard)
  // Without a comma, what is denied and names nothing belongs to what stands before it: "noise is not bad".
  const meant =
    meantBy(listening, apart, pick, () => true) ?? meantBy(listening, together, pick, ({ isDenied }) => !isDenied)
  return meant === undefined || meant === 'several' ? undefined : { choice: meant }
}

function meantBy(
  listening: Listening,
  clauses: readonly Clause[],
  pick: (heard: Heard) => Pick,
  mayExplain: (clause: Clause) => boolean,
): Choice | 'several' | undefined {
  if (clauses.length < 2 || clauses.length > 7) return undefined
  const meant = new Set<Choice>()
  const denied = new Set<Choice>()
  const others: Clause[] = []
  for (const clause of clauses) {
    const whole = clause.isDenied ? pick(clause.whole) : undefined // "don't work" may be a choice
    const picked = whole && 'choice' in whole ? whole : pick(clause.heard)
    if ('choice' in picked) (clause.isDenied && picked !== whole ? denied : meant).add(picked.choice)
    else others.push(clause)
  }
  const [choice, ...more] = meant
  if (more.length > 0) return 'several'
  if (!choice || denied.has(choice)) return undefined
  if (denied.size > 0 && clauses[0]?.isDenied !== true && clauses.some(({ mayAnswer }) => mayAnswer)) return undefined
  const label = listening.labels.find((label) => label.choice === choice)
  const own = label?.words ?? []
  const isExplained = others.every((clause) => mayExplain(clause) && onlyExplains(listening, clause, own))
  return isExplained ? choice : undefined
}

/** Whether a clause neither names another choice nor takes anything back. */
function onlyExplains(listening: Listening, { heard: { said }, isDenied }: Clause, own: readonly string[]): boolean {
  if (/^[b-i]$/.test(said)) return false // perhaps a place on the list
  const telling = heardTokens(listening, said)
  if (telling.some(({ number }, i) => number !== undefined && !isCount(telling, i))) return false
  if (telling.some((token) => is(token, 'hedge') || is(token, 'or') || is(token, 'perhaps'))) return false
  const names = (word: string) => listening.labelWords.has(word) && own.includes(word) === isDenied
  if (wordsOf(telling).some(names)) return false
  return !telling.every((token) => denying.some((role) => is(token, role)) || is(token, 'yes'))
}

/** A number that counts something ("3 bars on my block"), or is a year. */
function isCount(telling: readonly Token[], at: number): boolean {
  const [token, next] = [telling[at], telling[at + 1]]
  return isYear(token?.text ?? '') || (next !== undefined && next.number === undefined)
}

const denying = ['negation', 'no', 'except'] as const

/** "Apt. 12", "кв. 12": the full stop ends no clause. */
const abbreviated = /(?<!\p{L})(apt|apto|appt|кв|эт|m|fl|no)\.\s*(?=\d)/giu

/** A text between its commas, stops and dashes; not between those of a number ("1,200"). */
export function clausesOf(text: string): Heard[] {
  return text
    .replace(abbreviated, '$1 ')
    .split(/(?<!\d),|,(?!\d)|[;:!?()\n…،؛؟。！？，、；：—–]+|\.(?!\d)|\s-\s/u)
    .map(hearPart)
    .filter(({ said }) => said !== '')
}

/** Clauses as commas, stops and dashes divide them. */
function written(listening: Listening, { text }: Heard): Clause[] {
  return clausesOf(text).map((heard) => affirmed(listening, tokensOf(heard.said, listening.vocabulary), heard))
}

/** Clauses as "not", "but" and "instead of" divide them. */
function spoken(listening: Listening, { said }: Heard): Clause[] {
  const { vocabulary } = listening
  const parts: Token[][] = [[]]
  for (const token of tokensOf(said, vocabulary)) {
    const isDenial = isDenying(token)
    if (isDenial && !vocabulary.verbLast) parts.push([token])
    else if (is(token, 'hedge')) parts.push([])
    else parts.at(-1)?.push(token)
    if (isDenial && vocabulary.verbLast) parts.push([])
  }
  return parts.filter((part) => part.length > 0).map((part) => affirmed(listening, part, hearPart(textOf(part))))
}

/** A clause without what denies it, before it or behind it: "not noise", "noise no". */
function affirmed({ vocabulary }: Listening, tokens: readonly Token[], heard: Heard): Clause {
  const isLight = (token: Token) => is(token, 'filler') || is(token, 'very')
  const first = tokens.findIndex((token) => !isLight(token))
  const [opening, closing] = [tokens[first], tokens.at(-1)]
  const before = !vocabulary.verbLast && opening && isDenying(opening) ? tokens.slice(first + 1) : []
  const isBehind = closing !== undefined && isDenying(closing) && (vocabulary.verbLast || is(closing, 'no'))
  const rest = before.length > 0 ? before : isBehind ? tokens.slice(0, -1) : []
  if (rest.length === 0) return { heard, isDenied: false, whole: heard, mayAnswer: tokens.some(isNo) }
  return { heard: hearPart(textOf(rest)), isDenied: true, whole: heard, mayAnswer: before.length > 0 && isNo(opening!) }
}

function isDenying(token: Token): boolean {
  return denying.some((role) => is(token, role)) && !is(token, 'hedge') && (!is(token, 'or') || is(token, 'no'))
}

/** A no that stands for itself, as "not" and "nie" do not. */
function isNo({ text }: Token): boolean {
  return noes.has(text)
}

const noes: ReadonlySet<string> = new Set(['no', 'non', 'нет', 'nope', 'nah', 'لا'])

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ')
}
