import { checkAgainst } from '../check-value.ts'
import { offeredChoices } from '../choices.ts'
import type { Compiled } from '../compile.ts'
import type { Interview } from '../interview.ts'
import { vocabularyOf } from '../languages/vocabulary.ts'
import { mostListed } from '../prompts/index.ts'
import { type Choice, inLanguage, type Question } from '../question.ts'
import { pickArea } from './area.ts'
import { readBoolean } from './boolean.ts'
import { pickChoice } from './choice.ts'
import { corrected } from './clauses.ts'
import { mayBe, type Request, requestIn, requestsInside } from './commands.ts'
import { askedInside } from './cores.ts'
import { readDate } from './date.ts'
import { echoed } from './echo.ts'
import { type Heard, hear } from './heard.ts'
import { labelOf } from './labels.ts'
import { type Listening, listeningTo } from './listening.ts'
import { readFromClauses } from './number-clauses.ts'
import { readMultiple } from './multiple.ts'
import { readNumber } from './number.ts'
import { readRanking } from './ranking.ts'
import { readRating } from './rating.ts'
import { isReaction } from './reactions.ts'
import { type Command, misread, type Reading, understood } from './reading.ts'
import { stopInside } from './stop-inside.ts'
import { readText } from './text.ts'
import { is, type Token, tokensOf } from './tokens.ts'

export type { Command, Reading } from './reading.ts'

/** What a text says about a question of an interview; the resident's language is read first, then the study's others. */
export function readReply(
  compiled: Compiled,
  interview: Interview,
  question: Question,
  text: string,
  language: string,
): Reading {
  const languages = [language, ...compiled.study.languages.filter((code) => code !== language)]
  return readAnswer(question, offeredChoices(compiled, interview, question), text, languages)
}

/**
 * What a text says about a question: a value that the question takes, a request ("skip", "back", "stop"), or why it
 * could not be read. A choice's own words win over a request of the same words.
 *
 * @param languages  the resident's first
 */
export function readAnswer(
  question: Question,
  choices: readonly Choice[],
  text: string,
  languages: readonly string[],
): Reading {
  const heard = hear(text)
  if (isReaction(heard, inLanguage(question.title, languages[0] ?? 'en'))) return misread('reaction')
  const request = requestIn(heard, languages)
  if (request && !isPlainNo(question, heard, languages[0]))
    return choiceInstead(question, choices, heard, request, languages) ?? request

  if (stopInside(heard.text, !isClosed(question)) === 'clear') return asked('opt-out')
  const inside = isClosed(question)
    ? requestsInside(heard.text, languages).filter(({ command }) => command !== 'opt-out')
    : []
  const reading = readInLanguages(question, choices, text, heard, languages)
  if (reading.understood) return checked(question, choices, reading)
  if (!isClosed(question)) return reading
  if (isAmbiguous(reading)) {
    const request = soleRequest(inside)
    const isDoubt = request?.command === 'dont-know' && /\d/.test(heard.said) // "2 or 3, not sure"
    return request && !isDoubt ? request : reading
  }
  const command = soleRequest(inside)?.command ?? askedInside(heard.said)
  return command === undefined || command === 'language' ? (soleRequest(inside) ?? reading) : asked(command)
}

function asked(command: Exclude<Command, 'language'>): Reading {
  return { understood: false, command }
}

/** Any question but those for free words. */
type Closed = Exclude<Question, Free>
type Free = Question & { kind: 'text' | 'comment' }

function isClosed(question: Question): question is Closed {
  return question.kind !== 'text' && question.kind !== 'comment'
}

/** "No time" and "not interested" say no to a question that takes a no, whatever else they might ask for. */
function isPlainNo(question: Question, heard: Heard, language = 'en'): boolean {
  const { said } = heard
  if (question.kind !== 'boolean') return false
  const isNo = vocabularyOf(language).lexicon.get(said)?.roles.has('no') === true
  return isNo || echoed(inLanguage(question.title, language), heard) === false
}

/** The resident's language settles what it can; only letters of their script make others worth trying. */
function readInLanguages(
  question: Question,
  choices: readonly Choice[],
  text: string,
  heard: Heard,
  languages: readonly string[],
): Reading {
  const [home = 'en', ...others] = languages
  const reading = readAs(question, choices, text, heard, home, true)
  const isSettled = reading.understood || isAmbiguous(reading) || !/\p{L}/u.test(heard.said)
  if (isSettled || !isClosed(question) || isOnlyDegree(heard, home)) return reading
  const vetoes = question.kind === 'boolean' ? hedges : denies
  if ([home, 'en'].some((code) => vetoes(heard, code))) return reading
  const elsewhere: readonly Reading[] = others
    .filter((code) => mayBe(heard.said, code))
    .map((code) => readAs(question, choices, text, heard, code, false))
  if (/\d/.test(heard.said) && elsewhere.some(isAmbiguous)) return misread('ambiguous')
  const values = new Set(elsewhere.flatMap((other) => (other.understood ? JSON.stringify(other.value) : [])))
  const found = elsewhere.find((other) => other.understood)
  if (!found) return reading
  return values.size === 1 ? found : misread('ambiguous')
}

/** Whether a text says no more than how much, in words of a language: then no other has more to say ("un peu"). */
function isOnlyDegree({ said }: Heard, language: string): boolean {
  const tokens = tokensOf(said, vocabularyOf(language))
  return tokens.length > 0 && tokens.every((token) => is(token, 'very') || is(token, 'mild'))
}

/** Whether a text takes back what it says: "yes, but not alone". */
function hedges({ said }: Heard, language: string): boolean {
  return tokensOf(said, vocabularyOf(language)).some(
    (token) => is(token, 'except') || (is(token, 'hedge') && !is(token, 'no')),
  )
}

/** Whether a text says not: to who does not know the word, "not noise" is "noise". */
function denies({ said }: Heard, language: string): boolean {
  const tokens = tokensOf(said, vocabularyOf(language))
  const isForeign = ({ text }: Token) => text === 'un' || text === 'non' // prefixes in English, words elsewhere
  return (
    tokens.length > 1 &&
    tokens.some((token) => (is(token, 'negation') || is(token, 'no') || is(token, 'except')) && !isForeign(token))
  )
}

function soleRequest(requests: readonly Request[]): Request | undefined {
  return new Set(requests.map(({ command }) => command)).size === 1 ? requests[0] : undefined
}

/** A choice that a request names: "Spanish" where that is a choice, "no idea" where "Don't know" is one. */
function choiceInstead(
  question: Question,
  choices: readonly Choice[],
  { said }: Heard,
  request: Request,
  languages: readonly string[],
): Reading | undefined {
  if (question.kind !== 'single' && question.kind !== 'multiple' && question.kind !== 'boolean') return undefined
  const says = (fits: (label: string) => boolean) =>
    choices.filter((choice) => languages.some((code) => fits(labelOf(choice, code).said)))
  const whole = says((label) => label === said)
  const same = whole.length > 0 || said.length < 3 ? whole : says((label) => label.startsWith(said))
  const alike = () => choices.filter((choice) => languages.some((code) => commandOf(choice, code) === request.command))
  const mayStandFor = request.command === 'dont-know' || request.command === 'refuse'
  const [choice, ...others] = same.length > 0 || !mayStandFor ? same : alike()
  if (!choice || others.length > 0) return undefined
  return question.kind === 'multiple' && typeof choice.code !== 'boolean'
    ? understood([choice.code])
    : understood(choice.code)
}

const commands = new WeakMap<Choice, Map<string, Command | undefined>>()

/** What a choice's own words would ask for, as "Prefer not to say" does; worked out once. */
function commandOf(choice: Choice, language: string): Command | undefined {
  let known = commands.get(choice)
  if (!known) commands.set(choice, (known = new Map()))
  if (!known.has(language)) {
    const request = requestIn(hear(inLanguage(choice.label, language)), [language])
    known.set(language, request?.command)
  }
  return known.get(language)
}

function readAs(
  question: Question,
  choices: readonly Choice[],
  text: string,
  heard: Heard,
  language: string,
  atHome: boolean,
): Reading {
  const numbered = isNumbered(question, choices)
  const listening = listeningTo(question, choices, language, { atHome, numbered })
  if (!isClosed(question)) return readText(question, text)
  const instead = corrected(heard, listening.vocabulary, question.kind !== 'boolean')
  if (instead) {
    const reading = readHeard(question, listening, instead, language)
    if (reading.understood) return reading
  }
  return readHeard(question, listening, heard, language)
}

/** A long list is not printed with numbers; one whose choices hold none can only be meant by its places all the same. */
function isNumbered(question: Question, choices: readonly Choice[]): boolean {
  if (choices.length <= mostListed) return true
  const isNamed = question.kind === 'single' && (question.choicesFrom ?? question.textGroups) !== undefined
  return !isNamed && !choices.some(({ label }) => Object.values(label).some((text) => /\p{Nd}/u.test(text)))
}

function readHeard(question: Closed, listening: Listening, heard: Heard, language: string): Reading {
  switch (question.kind) {
    case 'single': {
      const picked = listening.numbered ? pickChoice(listening, heard) : pickArea(listening, heard)
      return 'choice' in picked ? understood(picked.choice.code) : misread(picked.reason, picked.between)
    }
    case 'boolean':
      return readBoolean(inLanguage(question.title, language), listening, heard)
    case 'multiple':
      return readMultiple(question, listening, heard)
    case 'ranking':
      return readRanking(question, listening, heard)
    case 'rating':
      return readFromClauses(listening, heard, (part) => readRating(question, listening, part, language))
    case 'number':
      return readFromClauses(listening, heard, (part) => readNumber(question, listening, part))
    case 'date':
      return readDate(question, listening, heard)
  }
}

function checked(question: Question, choices: readonly Choice[], reading: Reading): Reading {
  if (!reading.understood) return reading
  const verdict = checkAgainst(question, choices, reading.value)
  return verdict.ok ? understood(verdict.value) : misread(verdict.reason)
}

function isAmbiguous(reading: Reading): boolean {
  return !reading.understood && reading.command === undefined && reading.reason === 'ambiguous'
}
