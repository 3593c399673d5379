import { offeredChoices } from './choices.ts'
import type { Compiled } from './compile.ts'
import type { AreaSource, Misreading, Value } from './events.ts'
import { isSighting } from './geography.ts'
import type { Interview } from './interview.ts'
import { languageOf } from './languages/index.ts'
import { type Choice, inLanguage, type Question } from './question.ts'

export type Checked = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Misreading }

/**
 * Whether a value answers a question, in any mode. Strict, since survey-core by itself takes 99 where the choices are
 * 1 to 5. The value comes back in its one form: texts trimmed, chosen codes in the order they are offered.
 *
 * @param found  how an area was found: a device or a map may find one that the list does not offer
 */
export function checkValue(
  compiled: Compiled,
  interview: Interview,
  question: Question,
  value: Value,
  found?: AreaSource,
): Checked {
  const isSeen = question.kind === 'single' && question.choicesFrom === 'areas' && isSighting(found)
  return checkAgainst(question, isSeen ? question.choices : offeredChoices(compiled, interview, question), value)
}

/** The same against the choices as they are offered. */
export function checkAgainst(question: Question, choices: readonly Choice[], value: Value): Checked {
  switch (question.kind) {
    case 'single':
    case 'boolean':
      return oneOf(choices, value)
    case 'rating':
      return oneOf(choices, value, typeof value === 'number' ? 'out-of-range' : 'not-a-choice')
    case 'multiple':
      return checkSeveral(choices, question.atLeast, question.atMost, value)
    case 'ranking':
      return checkRanking(choices, question.atLeast, question.atMost, value)
    case 'date':
      return checkDate(question, value)
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return { ok: false, reason: 'not-a-number' }
      if (value < question.min || value > question.max) return { ok: false, reason: 'out-of-range' }
      if (!isOnStep(question, value)) return { ok: false, reason: 'wrong-format' }
      return { ok: true, value }
    case 'text':
    case 'comment':
      return checkText(question.shortest, question.longest, question.pattern, value)
  }
}

/** As browsers count steps: from the least value, where there is one. Halves of a cent are rounding. */
function isOnStep({ whole, step, min }: Question & { kind: 'number' }, value: number): boolean {
  if (step === undefined) return !whole || Number.isInteger(value)
  const steps = (value - (Number.isFinite(min) ? min : 0)) / step
  return Math.abs(steps - Math.round(steps)) < 1e-9
}

function oneOf(choices: readonly Choice[], value: Value, otherwise: Misreading = 'not-a-choice'): Checked {
  if (choices.some(({ code }) => code === value)) return { ok: true, value }
  return { ok: false, reason: value === '' ? 'empty' : otherwise }
}

function checkSeveral(choices: readonly Choice[], atLeast: number, atMost: number, value: Value): Checked {
  if (typeof value !== 'object') return { ok: false, reason: value === '' ? 'empty' : 'not-a-choice' }
  if (value.length === 0) return { ok: false, reason: 'empty' }
  const chosen = choices.filter(({ code }) => typeof code !== 'boolean' && value.includes(code))
  if (chosen.length !== value.length) return { ok: false, reason: 'not-a-choice' } // an unknown code, or one twice
  const alone = chosen.some(({ exclusive }) => exclusive)
  if (alone && chosen.length > 1) return { ok: false, reason: 'ambiguous' }
  if (!alone && (chosen.length < atLeast || chosen.length > atMost)) return { ok: false, reason: 'out-of-range' }
  return { ok: true, value: chosen.map(({ code }) => code).filter((code) => typeof code !== 'boolean') }
}

/** Codes in the resident's own order. */
function checkRanking(choices: readonly Choice[], atLeast: number, atMost: number, value: Value): Checked {
  const checked = checkSeveral(choices, atLeast, atMost, value)
  return checked.ok ? { ok: true, value } : checked
}

function checkDate({ min, max }: Question & { kind: 'date' }, value: Value): Checked {
  if (value === '') return { ok: false, reason: 'empty' }
  if (typeof value !== 'string' || !isDay(value)) return { ok: false, reason: 'not-a-date' }
  const isOutside = (min !== undefined && value < min) || (max !== undefined && value > max)
  return isOutside ? { ok: false, reason: 'out-of-range' } : { ok: true, value }
}

/** Whether a year-month-day is in the calendar. */
function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

function checkText(shortest: number, longest: number, pattern: RegExp | undefined, value: Value): Checked {
  if (typeof value !== 'string') return { ok: false, reason: 'wrong-format' }
  const text = cleaned(value)
  if (text === '') return { ok: false, reason: 'empty' }
  if (text.length > longest) return { ok: false, reason: 'too-long' }
  if (text.length < shortest || (pattern && !pattern.test(text))) return { ok: false, reason: 'wrong-format' }
  return { ok: true, value: text }
}

/** Without surrounding space and without control characters, which PostgreSQL or a spreadsheet would choke on. */
function cleaned(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, (character) => (/[\n\t]/.test(character) ? character : '')).trim()
}

/** Why a value was not taken, as a sentence for people: the instrument's own where it has one. */
export function reasonText(reason: Misreading, language: string, question?: Question): string {
  const told = reason === 'wrong-format' && question && 'patternText' in question && question.patternText
  if (told) return inLanguage(told, language)
  // Of a list, "too low or too high" would sound as if a number on it were meant.
  const isCount = reason === 'out-of-range' && question !== undefined && 'atMost' in question
  return languageOf(language).lines.reasons[isCount ? 'wrong-format' : reason]
}
