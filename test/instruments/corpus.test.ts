import { describe, expect, test } from 'vitest'
import { corporaIn, judge, type Judged } from './corpus.ts'

const judgedIn = (folder: string) =>
  corporaIn(new URL(`corpus/${folder}/`, import.meta.url)).map((corpus) => ({
    language: corpus.language,
    replies: judge(corpus),
  }))

const lines = (replies: readonly Judged[], verdict: Judged['verdict']) =>
  replies.filter((reply) => reply.verdict === verdict).map(({ line }) => line)

const rightShare = (replies: readonly Judged[]) => lines(replies, 'right').length / replies.length

const open = judgedIn('open')

test.each(open)('replies in $language are read right 99 times of a hundred, and never wrong', ({ replies }) => {
  expect(lines(replies, 'WRONG')).toEqual([])
  expect(rightShare(replies)).toBeGreaterThanOrEqual(0.99)
})

describe.each([
  ['strangers', 0.99],
  ['strangers-b', 0.97],
  ['held', 0.97],
  ['second', 0.97],
])('of the %s corpus', (folder, least) => {
  const judged = judgedIn(folder)

  test.each(judged)('no reply in $language is read as a wrong answer', ({ replies }) => {
    expect(lines(replies, 'WRONG')).toEqual([])
  })

  test(`${100 * least} of a hundred are read right`, () => {
    expect(rightShare(judged.flatMap(({ replies }) => replies))).toBeGreaterThanOrEqual(least)
  })
})

test.each(['open', 'held', 'strangers', 'strangers-b', 'second'])('the %s corpus has twelve languages', (folder) => {
  expect(judgedIn(folder)).toHaveLength(12)
})
