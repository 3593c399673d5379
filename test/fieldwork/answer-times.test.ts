import { expect, test } from 'vitest'
import { answerTimes, type Moment } from '#server/fieldwork/answer-times.ts'

const moment = (type: string, at: number, question: string | null = null): Moment => ({ type, question, at })
const times = (...log: Moment[]) => Object.fromEntries(answerTimes(log))

test('an answer takes the time since the reply before it', () => {
  expect(
    times(
      moment('begun', 100),
      moment('answered', 104, 'a'),
      moment('skipped', 106, 'b'),
      moment('answered', 115, 'c'),
    ),
  ).toEqual({ a: 4, c: 9 })
})

test('or since the question was asked, where that came later', () => {
  expect(
    times(
      moment('begun', 0),
      moment('asked', 1, 'a'),
      moment('answered', 60, 'a'),
      moment('asked', 400, 'b'),
      moment('not-understood', 410, 'b'),
      moment('asked', 411, 'b'),
      moment('answered', 430, 'b'),
    ),
  ).toEqual({ a: 59, b: 30 })
})

test('questions of one page that were asked together take their own time each', () => {
  expect(
    times(moment('asked', 0, 'a'), moment('asked', 0, 'b'), moment('answered', 8, 'a'), moment('answered', 13, 'b')),
  ).toEqual({ a: 8, b: 5 })
})

test('only the first answer counts, and going back begins anew', () => {
  expect(
    times(
      moment('begun', 0),
      moment('answered', 5, 'a'),
      moment('answered', 10, 'b'),
      moment('went-back', 40, 'a'),
      moment('answered', 43, 'a'),
      moment('answered', 49, 'c'),
    ),
  ).toEqual({ a: 5, b: 5, c: 6 })
})

test('a pause, and a clock that was set back, say nothing', () => {
  expect(
    times(
      moment('begun', 0),
      moment('answered', 1801, 'a'),
      moment('answered', 1790, 'b'),
      moment('answered', 1795, 'c'),
      moment('mode-switched', 90_000),
      moment('answered', 90_020, 'd'),
    ),
  ).toEqual({ c: 5, d: 20 })
})

test('an answer without anything before it has no time', () => {
  expect(times(moment('answered', 5, 'a'))).toEqual({})
})
