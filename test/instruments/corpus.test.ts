import { expect, test } from 'vitest'
import { corporaIn, judge, type Judged, type Verdict } from './corpus.ts'

const corpora = corporaIn(new URL('./corpus/open/', import.meta.url))

const columns: readonly Verdict[] = ['right', 'other reason', 'not understood', 'WRONG']

test('of the replies that people wrote down, 99 in 100 are read right and none is read wrong', () => {
  expect(corpora.length).toBeGreaterThan(0) // a gate that sees nothing must not be green
  const judged = corpora.map((corpus) => ({ language: corpus.language, replies: judge(corpus) }))
  const all = judged.flatMap(({ replies }) => replies)
  console.log(
    [['', 'replies', ...columns], ...judged.map(({ language, replies }) => row(language, replies)), row('all', all)]
      .map((cells) => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(9) : String(cell).padStart(15))).join(''))
      .join('\n'),
  )
  console.log(all.flatMap(({ verdict, line }) => (verdict === 'right' ? [] : [`${verdict}: ${line}`])).join('\n'))
  expect(count(all, 'WRONG')).toBe(0)
  expect(count(all, 'right') / all.length).toBeGreaterThanOrEqual(0.99)
})

function row(name: string, replies: readonly Judged[]) {
  return [name, replies.length, ...columns.map((verdict) => count(replies, verdict))]
}

function count(replies: readonly Judged[], verdict: Verdict): number {
  return replies.filter((reply) => reply.verdict === verdict).length
}
