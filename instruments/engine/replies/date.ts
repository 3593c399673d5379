import type { Vocabulary } from '../languages/vocabulary.ts'
import type { Question } from '../question.ts'
import type { Heard } from './heard.ts'
import type { Listening } from './listening.ts'
import { misread, type Reading, understood } from './reading.ts'
import { is, type Token, tokensOf } from './tokens.ts'

type Dated = Question & { readonly kind: 'date' }

/**
 * One whole date, as people of the language write it: "March 5, 2024", "5.03.2024", "2024년 3월 5일". The value is
 * year-month-day. "03/04/2024" is two dates where both ways are in use; "yesterday" needs a clock that we do not have.
 */
export function readDate(question: Dated, { vocabulary, around }: Listening, heard: Heard): Reading {
  if (heard.said === '') return misread(heard.hasSigns ? 'not-a-date' : 'empty')
  const tokens = tokensOf(heard.said, vocabulary)
  const carries = (token: Token) =>
    token.number !== undefined || token.sense?.month !== undefined || token.sense?.weekday !== undefined
  const rest = tokens.filter((token) => !carries(token))
  if (rest.some((token) => is(token, 'or') || is(token, 'upTo') || is(token, 'hedge'))) return misread('ambiguous')
  const isNothing = ({ text }: Token) => around.has(text) || dateWords.test(text)
  const carriesNothing = (token: Token) =>
    is(token, 'filler') || is(token, 'counters') || token.sense?.unit !== undefined || isNothing(token)
  if (!rest.every(carriesNothing)) return misread('not-a-date')
  const dates = datesOf(question, tokens.filter(carries), heard.text, vocabulary)
  const weekday = tokens.find((token) => token.sense?.weekday !== undefined)?.sense?.weekday
  const [date, ...others] = new Set(dates)
  if (date === undefined) return misread('not-a-date')
  if (others.length > 0) return misread('ambiguous')
  return weekday === undefined || weekdayOf(date) === weekday ? understood(date) : misread('ambiguous')
}

/** What stands around the parts of a date in the languages that write them with words: "5 de marzo", "5 марта 2024 г." */
const dateWords =
  /^(?:the|of|on|de|del|el|le|la|du|dia|a|г|года|год|r|roku|o|년|월|일|年|月|日|号|سال|کو|ko|সাল|সালের|তারিখ|তারিখে|في|من|عام|سنه)$/u

/** All dates that the parts may mean. */
function datesOf(question: Dated, parts: readonly Token[], text: string, { dates: way }: Vocabulary): string[] {
  const named = parts.filter((token) => token.sense?.month !== undefined && !/^\d/.test(token.text))
  const numbers = parts.filter((token) => token.number !== undefined && !named.includes(token))
  if (named.length > 1) return []
  const figures = numbers.map(({ text, number = 0 }) => ({ number, digits: /^\d+$/.test(text) ? text.length : 2 }))
  const month = named[0]?.sense?.month
  if (month !== undefined) {
    const [first, second, ...more] = figures
    if (!first || !second || more.length > 0) return []
    return [...inOrder(question, second, month, first), ...inOrder(question, first, month, second)]
  }
  const compact = /^\d{8}$/.test(text.trim()) ? text.trim() : undefined
  if (compact) return unpacked(question, compact, way)
  const [first, second, third, ...more] = figures
  if (!first || !second || !third || more.length > 0) return []
  if (first.digits === 4) return inOrder(question, first, second.number, third)
  const dayFirst = inOrder(question, third, second.number, first)
  const monthFirst = inOrder(question, third, first.number, second)
  if (way === 'month-first') return monthFirst.length > 0 ? monthFirst : dayFirst
  if (/\d\.\s?\d+\.\s?\d/.test(text) && way === 'day-first') return dayFirst
  return [...dayFirst, ...monthFirst]
}

function unpacked(question: Dated, digits: string, way: Vocabulary['dates']): string[] {
  const figure = (from: number, to: number) => ({ number: Number(digits.slice(from, to)), digits: to - from })
  const yearFirst = inOrder(question, figure(0, 4), figure(4, 6).number, figure(6, 8))
  const monthFirst = inOrder(question, figure(4, 8), figure(0, 2).number, figure(2, 4))
  const dayFirst = inOrder(question, figure(4, 8), figure(2, 4).number, figure(0, 2))
  return [...yearFirst, ...monthFirst, ...(way === 'month-first' && monthFirst.length > 0 ? [] : dayFirst)]
}

type Figure = { readonly number: number; readonly digits: number }

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
