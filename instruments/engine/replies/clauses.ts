import type { Sense, Vocabulary } from '../languages/vocabulary.ts'
import type { Choice } from '../question.ts'
import type { Pick } from './choice.ts'
import { type Heard, hear } from './heard.ts'
import { wordsOf } from './labels.ts'
import { heardTokens, type Listening } from './listening.ts'
import { plain } from './plain.ts'
import { is, type Token, tokensOf } from './tokens.ts'

/**
 * What takes the place of what went before it: "3" of "2, I mean 3", "4" of "oops 4".
 *
 * @param mayBeNo  whether a word for no may be one of these: not where it may be the answer
 */
export function corrected(heard: Heard, vocabulary: Vocabulary, mayBeNo: boolean): Heard | undefined {
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

type Clause = { readonly heard: Heard; readonly isDenied: boolean }

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
  for (const clauses of [written(listening, heard), spoken(listening, heard)]) {
    const meant = clauses.length > 1 && clauses.length < 8 ? meantBy(listening, clauses, pick) : undefined
    if (meant) return { choice: meant }
  }
  return undefined
}

function meantBy(listening: Listening, clauses: readonly Clause[], pick: (heard: Heard) => Pick): Choice | undefined {
  const meant = new Set<Choice>()
  const denied = new Set<Choice>()
  const others: Clause[] = []
  for (const clause of clauses) {
    const picked = pick(clause.heard)
    if ('choice' in picked) (clause.isDenied ? denied : meant).add(picked.choice)
    else others.push(clause)
  }
  const [choice, ...more] = meant
  if (!choice || more.length > 0 || denied.has(choice)) return undefined
  // "Drugs, not noise" and "drugs, no, noise" look alike: only what is denied first is surely denied.
  if (denied.size > 0 && clauses[0]?.isDenied !== true) return undefined
  const label = listening.labels.find((label) => label.choice === choice)
  const own = label?.words ?? []
  return others.every(({ heard, isDenied }) => onlyExplains(listening, heard, isDenied ? [] : own)) ? choice : undefined
}

/** Whether a clause neither names another choice nor takes anything back. */
function onlyExplains(listening: Listening, { said }: Heard, own: readonly string[]): boolean {
  const telling = heardTokens(listening, said)
  if (telling.some(({ number }) => number !== undefined)) return false
  if (telling.some((token) => is(token, 'hedge') || is(token, 'or') || is(token, 'perhaps'))) return false
  if (wordsOf(telling).some((word) => listening.labelWords.has(word) && !own.includes(word))) return false
  return !telling.every((token) => denying.some((role) => is(token, role)) || is(token, 'yes'))
}

const denying = ['negation', 'no', 'except'] as const

/** Clauses as commas, stops and dashes divide them. */
function written(listening: Listening, { text }: Heard): Clause[] {
  return text
    .split(/[,;:!?()\n…،؛؟。！？，、；：—–]+|\.(?!\d)|\s-\s/u)
    .map(hear)
    .filter(({ said }) => said !== '')
    .map((heard) => affirmed(listening, tokensOf(heard.said, listening.vocabulary), heard))
}

/** Clauses as "not", "but" and "instead of" divide them. */
function spoken(listening: Listening, { said }: Heard): Clause[] {
  const { vocabulary } = listening
  const parts: Token[][] = [[]]
  for (const token of tokensOf(said, vocabulary)) {
    const isDenial = denying.some((role) => is(token, role))
    if (isDenial && !vocabulary.verbLast) parts.push([token])
    else if (is(token, 'hedge')) parts.push([])
    else parts.at(-1)?.push(token)
    if (isDenial && vocabulary.verbLast) parts.push([])
  }
  return parts.filter((part) => part.length > 0).map((part) => affirmed(listening, part, hear(textOf(part))))
}

/** A clause without what denies it. */
function affirmed({ vocabulary }: Listening, tokens: readonly Token[], heard: Heard): Clause {
  const rest = vocabulary.verbLast ? tokens.slice(0, -1) : tokens.slice(1)
  const denier = vocabulary.verbLast ? tokens.at(-1) : tokens[0]
  const isDenied = rest.length > 0 && denier !== undefined && denying.some((role) => is(denier, role))
  return isDenied ? { heard: hear(textOf(rest)), isDenied } : { heard, isDenied: false }
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ')
}
