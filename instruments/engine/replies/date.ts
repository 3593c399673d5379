import type { Vocabulary } from '../languages/vocabulary.ts'
import type { Question } from '../question.ts'
import { type DateParts, type Figure, signedParts, spokenParts } from './date-parts.ts'
import type { Heard } from './heard.ts'
import type { Listening } from './listening.ts'
import { plain } from './plain.ts'
import { misread, type Reading, understood } from './reading.ts'
import { is } from './tokens.ts'

type Dated = Question & { readonly kind: 'date' }

/**
 * One whole date, as people of the language write it: "March 5, 2024", "5.03.2024", "2024년 3월 5일". The value is
 * year-month-day. A date of which two are possible is ambiguous; "yesterday" needs a clock that we do not have.
 */
export function readDate(question: Dated, { vocabulary }: Listening, heard: Heard): Reading {
  if (heard.said === '') return misread(heard.hasSigns ? 'not-a-date' : 'empty')
  const text = heard.text.replace(timeOfDay, ' ')
  const parts = signedParts(text) ?? spokenParts(plain(text), vocabulary)
  if (!parts) return misread('not-a-date')
  const saysWhen = parts.figures.length > 0 || parts.month !== undefined || parts.year !== undefined
  if (saysWhen && parts.others.some((token) => unsettling.some((role) => is(token, role)))) return misread('ambiguous')
  const [date, ...others] = new Set(datesOf(question, parts, text, vocabulary.dates))
  if (date === undefined) return misread('not-a-date')
  if (others.length > 0) return misread('ambiguous')
  const { weekday } = parts
  return weekday === undefined || weekdayOf(date) === weekday ? understood(date) : misread('ambiguous')
}

const timeOfDay =
  /(?<![\d./-])\d{1,2}(?:\s?(?:zè|è|вечера|утра|ночи|часов|часа|heures?|টায়|টার|بجے)|:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\s?[ap]\.?m\.?|\s?h(?:\s?\d{2})?)(?![\p{L}\d])/giu
const unsettling = ['or', 'upTo', 'hedge', 'negation', 'moreThan', 'lessThan'] as const

/** All dates that the parts may mean. */
function datesOf(question: Dated, parts: DateParts, text: string, way: Vocabulary['dates']): string[] {
  const { year, month, day, figures } = parts
  if (year && month !== undefined && day) return inOrder(question, year, month, day)
  const [first, second, third, ...more] = figures
  if (month !== undefined) {
    if (!first || !second || third) return []
    return [...inOrder(question, second, month, first), ...inOrder(question, first, month, second)]
  }
  const compact = /^\d{8}$/.test(text.trim()) ? text.trim() : undefined
  if (compact) return unpacked(question, compact, way)
  if (!first || !second || !third || more.length > 0) return []
  const yearFirst = inOrder(question, first, second.number, third)
  if (first.digits === 4) return yearFirst
  const dayFirst = inOrder(question, third, second.number, first)
  const monthFirst = inOrder(question, third, first.number, second)
  if (way === 'day-first') return dayFirst.length > 0 ? dayFirst : monthFirst
  if (way === 'month-first') return monthFirst.length > 0 ? monthFirst : dayFirst
  return third.digits < 4 && yearFirst.length > 0 ? yearFirst : [...dayFirst, ...monthFirst]
}

function unpacked(question: Dated, digits: string, way: Vocabulary['dates']): string[] {
  const figure = (from: number, to: number) => ({ number: Number(digits.slice(from, to)), digits: to - from })
  const yearFirst = inOrder(question, figure(0, 4), figure(4, 6).number, figure(6, 8))
  const monthFirst = inOrder(question, figure(4, 8), figure(0, 2).number, figure(2, 4))
  const dayFirst = inOrder(question, figure(4, 8), figure(2, 4).number, figure(0, 2))
  return [...yearFirst, ...(way === 'month-first' ? monthFirst : dayFirst)]
}

/** The date, if there is one; a year of two digits is in the century that the question allows. */
function inOrder({ min, max }: Dated, year: Figure, month: number, day: Figure): string[] {
  if (day.digits > 2) return []
  const years = year.digits === 4 ? [year.number] : year.digits === 2 ? [1900 + year.number, 2000 + year.number] : []
  const dates = years.flatMap((year) => written(year, month, day.number))
  if (dates.length < 2) return dates
  const allowed = dates.filter((date) => (min === undefined || date >= min) && (max === undefined || date <= max))
  if (allowed.length === 1) return allowed
  // Without a limit: those who answer are seldom over 95, and what is asked about is seldom far ahead.
  if (year.number >= 50) return dates.slice(0, 1)
  return year.number <= 30 ? dates.slice(1) : dates
}

function written(year: number, month: number, day: number): string[] {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1880 && year < 2100
  return exists ? [date.toISOString().slice(0, 10)] : []
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}
