import { corporaIn, judge, type Judged, type Verdict } from '#test/instruments/corpus.ts'

const corpora = corporaIn(new URL('../instruments/corpus/open/', import.meta.url))

const columns: readonly Verdict[] = ['right', 'other reason', 'not understood', 'WRONG']

/** How the open half of the corpus is read, by language, and every reply that is not read right. */
export function benchCorpus(): void {
  const judged = corpora.map((corpus) => ({ language: corpus.language, replies: judge(corpus) }))
  const all = judged.flatMap(({ replies }) => replies)
  console.log(
    [['', 'replies', ...columns], ...judged.map(({ language, replies }) => row(language, replies)), row('all', all)]
      .map((cells) => cells.map((cell, i) => (i === 0 ? String(cell).padEnd(9) : String(cell).padStart(15))).join(''))
      .join('\n'),
  )
  console.log(all.flatMap(({ verdict, line }) => (verdict === 'right' ? [] : [`${verdict}: ${line}`])).join('\n'))
}

function row(name: string, replies: readonly Judged[]) {
  return [name, replies.length, ...columns.map((verdict) => count(replies, verdict))]
}

function count(replies: readonly Judged[], verdict: Verdict): number {
  return replies.filter((reply) => reply.verdict === verdict).length
}

if (import.meta.main) benchCorpus()
