import { expect, test } from 'vitest'
import { corporaIn, judge } from './corpus.ts'

const judged = corporaIn(new URL('corpus/open/', import.meta.url)).map((corpus) => ({
  language: corpus.language,
  replies: judge(corpus),
}))

test.each(judged)('replies in $language are read right 99 times of a hundred, and never wrong', ({ replies }) => {
  const lines = (verdict: string) => replies.filter((reply) => reply.verdict === verdict).map(({ line }) => line)
  expect(lines('WRONG')).toEqual([])
  expect(lines('right').length / replies.length).toBeGreaterThanOrEqual(0.99)
})

test('the corpus has twelve languages', () => {
  expect(judged).toHaveLength(12)
})
